/** Bytes of a picture from outside as a small grey one, or a word why not. */
import type { OwnPicture } from "../protocol/feature-map.ts";
import { greyOf, smallSize } from "./grey.ts";
import { headerOf } from "./header.ts";

/** Decoded, a pixel takes four bytes: 200 MB. */
const mostPixels = 50e6;

/** @throws Error with a sentence for a person */
export async function decodePicture(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<OwnPicture> {
  const header = headerOf(bytes);
  if (!header) throw new Error(`${name} is no picture that can be read here: PNG, JPEG, WebP, GIF or BMP.`);
  const { width, height, type } = header;
  if (width * height > mostPixels) {
    const [given, most] = [width * height, mostPixels].map((pixels) => Math.round(pixels / 1e6));
    throw new Error(
      `${name} has ${width} × ${height} pixels, ${given} million: at most ${most} million are decoded. Make it smaller first.`,
    );
  }
  const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => {
    throw new Error(`${name} cannot be decoded: the file is damaged, or not what its first bytes say.`);
  });
  try {
    return { name, ...smallGrey(bitmap) };
  } finally {
    bitmap.close();
  }
}

function smallGrey(bitmap: ImageBitmap): Pick<OwnPicture, "rows" | "columns" | "values"> {
  const { rows, columns } = smallSize(bitmap.width, bitmap.height);
  const context = new OffscreenCanvas(columns, rows).getContext("2d");
  if (!context) throw new Error("This browser has no canvas to read a picture from.");
  // Where the picture is transparent it lies on white paper.
  context.fillStyle = "white";
  context.fillRect(0, 0, columns, rows);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, columns, rows);
  return { rows, columns, values: greyOf(context.getImageData(0, 0, columns, rows).data) };
}
