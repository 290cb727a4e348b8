/** Bytes of a picture from outside as a small grey one, or a word why not. */
import type { OwnPicture } from "../protocol/feature-map.ts";
import { greyOf, smallSize } from "./grey.ts";
import { headerOf } from "./header.ts";
import { t } from "../../engine/l10n.ts";

/** Decoded, a pixel takes four bytes: 200 MB. */
const mostPixels = 50e6;

/** @throws Error with a sentence for a person */
export async function decodePicture(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<OwnPicture> {
  const header = headerOf(bytes);
  if (!header)
    throw new Error(t("{0} is no picture that can be read here: PNG, JPEG, WebP, GIF or BMP.", name));
  const { width, height, type } = header;
  if (width * height > mostPixels) {
    const millions = (pixels: number) => Math.round(pixels / 1e6);
    throw new Error(
      t(
        "{0} has {1} × {2} pixels, {3} million: at most {4} million are decoded. Make it smaller first.",
        name,
        width,
        height,
        millions(width * height),
        millions(mostPixels),
      ),
    );
  }
  const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => {
    throw new Error(t("{0} cannot be decoded: the file is damaged, or not what its first bytes say.", name));
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
  if (!context) throw new Error(t("This browser has no canvas to read a picture from."));
  // Where the picture is transparent it lies on white paper.
  context.fillStyle = "white";
  context.fillRect(0, 0, columns, rows);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, columns, rows);
  return { rows, columns, values: greyOf(context.getImageData(0, 0, columns, rows).data) };
}
