/** Pieces of SVG that charts and pictures share. Nothing is measured: widths of texts are estimates. */
import { coordinate } from "../../engine/curve/path.ts";
import { escaped } from "../../engine/curve/markup.ts";
import type { ChartTheme } from "../charts/theme.ts";

export const fontSize = 12;

/** A little more than letters take, so that texts do not touch. */
export function textWidth(text: string): number {
  return 0.6 * fontSize * text.length;
}

interface SvgDocument {
  readonly width: number;
  readonly height: number;
  /** Written over the picture, and its accessible name. */
  readonly title: string;
  /** Elements over the background, the title excluded. */
  readonly content: readonly string[];
}

/** A whole SVG document on the theme's background, so that it can be read wherever it is put. */
export function svgDocument({ width, height, title, content }: SvgDocument, theme: ChartTheme): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="${escaped(theme.font)}" font-size="${fontSize}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${theme.background}"/>`,
    svgText(12, 20, title, theme.cursor, ' font-weight="bold"'),
    ...content,
    "</svg>\n",
  ].join("");
}

/** @param more attributes, with a space before each */
export function svgText(x: number, y: number, text: string, fill: string, more = ""): string {
  return `<text x="${coordinate(x)}" y="${coordinate(y)}" fill="${fill}"${more}>${escaped(text)}</text>`;
}

/** Items in rows that are no wider than `width`. */
export function wrapped<T extends { readonly width: number }>(items: readonly T[], width: number): T[][] {
  const rows: T[][] = [];
  let free = 0;
  for (const item of items) {
    if (rows.length === 0 || item.width > free) {
      rows.push([]);
      free = width;
    }
    rows.at(-1)!.push(item);
    free -= item.width;
  }
  return rows;
}
