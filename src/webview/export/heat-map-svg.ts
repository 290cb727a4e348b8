/** Numbers on a plane as SVG: one path for each colour, of stretches that have it. */
import { cssColour } from "../charts/contrast.ts";
import { type HeatMapModel, colourAt, legendText, scaleOf, shareOf } from "../charts/heat-map-model.ts";
import type { ChartTheme } from "../charts/theme.ts";
import { svgDocument, svgText, textWidth } from "./svg.ts";

const sidePx = 360;
const top = 32;
const left = 12;

/** @param overlay an `svg` element with a view box, which is laid over the picture and fills it; "" for none */
export function heatMapSvg(model: HeatMapModel, theme: ChartTheme, title: string, overlay = ""): string {
  const { rows, columns } = model;
  const unit = sidePx / Math.max(rows, columns);
  const [width, height] = [unit * columns, unit * rows];
  const legend = legendText(model);
  const place = `x="${left}" y="${top}" width="${width}" height="${height}"`;
  return svgDocument(
    {
      width: 2 * left + Math.ceil(Math.max(width, textWidth(title), textWidth(legend))),
      height: Math.ceil(top + height) + 28,
      title,
      content: [
        `<g transform="translate(${left} ${top}) scale(${unit})" shape-rendering="crispEdges">`,
        ...cells(model, theme),
        "</g>",
        overlay.replace("<svg ", `<svg ${place} `),
        `<rect ${place} fill="none" stroke="${theme.grid}"/>`,
        svgText(left, top + height + 18, legend, theme.text),
      ],
    },
    theme,
  );
}

function cells(model: HeatMapModel, theme: ChartTheme): readonly string[] {
  const { rows, columns, values } = model;
  const scale = scaleOf(model, theme);
  const paths = new Map<string, string[]>();
  for (let i = 0; i < rows; i++) {
    let start = 0;
    let colour: string | undefined;
    for (let j = 0; j <= columns; j++) {
      const here =
        j === columns ? undefined : cssColour(colourAt(shareOf(values[i * columns + j]!, model), scale));
      if (here === colour) continue;
      if (colour !== undefined) {
        const pieces = paths.get(colour) ?? [];
        pieces.push(`M${start} ${i}h${j - start}v1h${start - j}z`);
        paths.set(colour, pieces);
      }
      [start, colour] = [j, here];
    }
  }
  return [...paths].map(([colour, pieces]) => `<path fill="${colour}" d="${pieces.join("")}"/>`);
}
