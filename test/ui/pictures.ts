// What can be said of a picture without knowing how it should look: that it is there, not blank, and not the same as before.
import type { Locator } from "playwright-core";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** How many different colours it has; a blank one has one. */
  readonly colours: number;
  /** Equal for equal pixels. */
  readonly fingerprint: string;
}

/** Decodes an `img` or reads a `canvas`; throws where the picture cannot be decoded. */
export function readPicture(locator: Locator): Promise<Picture> {
  return locator.evaluate(async (element: HTMLImageElement | HTMLCanvasElement) => {
    const isImage = element instanceof HTMLImageElement;
    if (isImage) await element.decode();
    const width = isImage ? element.naturalWidth : element.width;
    const height = isImage ? element.naturalHeight : element.height;
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d")!;
    context.drawImage(element, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
    const hash = pixels.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 0);
    return { width, height, colours: new Set(pixels).size, fingerprint: `${width}×${height}:${hash}` };
  });
}
