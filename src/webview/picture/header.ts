/**
 * Kind and size of a picture as its first bytes tell them, before anything is decoded: what claims to be enormous is refused
 * there. (image-size reads twenty kinds of file; a browser decodes these five.)
 */

export interface PictureHeader {
  readonly type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/bmp";
  readonly width: number;
  readonly height: number;
}

/** @returns undefined for what is none of these five, or ends before it says its size; never throws */
export function headerOf(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const found = readers.find(([signature]) => matches(bytes, signature));
    const size = found?.[2](view);
    return size && size[0] > 0 && size[1] > 0
      ? { type: found![1], width: size[0], height: size[1] }
      : undefined;
  } catch (error) {
    // A DataView's way to say that the file ends here.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Size = readonly [width: number, height: number];

/** Signature (a blank is any byte), type, and where the size stands. */
const readers: readonly (readonly [string, PictureHeader["type"], (view: DataView) => Size | undefined])[] = [
  // @source PNG (W3C), 11.2.1: IHDR is the first chunk
  ["\x89PNG\r\n\x1a\n", "image/png", (view) => [view.getUint32(16), view.getUint32(20)]],
  // @source ITU-T T.81, B.2.2
  ["\xff\xd8\xff", "image/jpeg", jpegSize],
  // @source GIF89a, 18
  ["GIF8", "image/gif", (view) => [view.getUint16(6, true), view.getUint16(8, true)]],
  // @source RFC 9649
  ["RIFF    WEBP", "image/webp", webpSize],
  // @source Windows GDI, BITMAPINFOHEADER; a height below 0 says that rows go from the top
  ["BM", "image/bmp", (view) => [view.getInt32(18, true), Math.abs(view.getInt32(22, true))]],
];

function matches(bytes: Uint8Array, signature: string): boolean {
  return Array.from(signature).every((sign, i) => sign === " " || bytes[i] === sign.charCodeAt(0));
}

/** From segment to segment to the frame's header: any of SOF0 to SOF15 but DHT, JPG and DAC, which have numbers among them. */
function jpegSize(view: DataView): Size | undefined {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    // A filling byte, or a segment with its length, which counts itself.
    at += marker === 0xff ? 1 : 2 + Math.max(2, view.getUint16(at + 2));
  }
}

function webpSize(view: DataView): Size | undefined {
  switch (view.getUint32(12)) {
    case fourLetters("VP8X"):
      return [1 + uint24(view, 24), 1 + uint24(view, 27)];
    case fourLetters("VP8 "):
      return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    case fourLetters("VP8L"): {
      const bits = view.getUint32(21, true);
      return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)];
    }
    default:
      return undefined;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + 0x10000 * view.getUint8(at + 2);
}

function fourLetters(text: string): number {
  return Array.from(text).reduce((sum, letter) => 256 * sum + letter.charCodeAt(0), 0);
}
