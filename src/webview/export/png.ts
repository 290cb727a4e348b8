/** An SVG as the browser paints it, twice as large, so that it stays sharp in print. */
import { t } from "../../engine/l10n.ts";

const scale = 2;

/** @returns the PNG's bytes in base64 @throws where the picture cannot be painted */
export async function pngOf(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = scale * image.naturalWidth;
  canvas.height = scale * image.naturalHeight;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const [, content] = canvas.toDataURL("image/png").split("base64,");
  if (content === undefined) throw new Error(t("the picture has no size"));
  return content;
}
