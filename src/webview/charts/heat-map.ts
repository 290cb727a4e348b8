/**
 * Numbers on a plane as colours, on one diverging scale: the paper at 0, one colour below, another above, both those of the
 * first two series, which the colour-blind can tell apart. Words say the rest. Pictures from black at 0 to white at 1.
 */
import { createExportMenu } from "../controls/export-menu.ts";
import { h, setAttribute, setText } from "../dom.ts";
import { heatMapCsv } from "../export/csv.ts";
import { heatMapSvg } from "../export/heat-map-svg.ts";
import { heatMapLatex } from "../export/latex.ts";
import { type HeatMapModel, legendMap, legendTexts, pixelsOf } from "./heat-map-model.ts";
import { type ChartTheme, currentTheme, paperTheme } from "./theme.ts";

export interface HeatMap {
  readonly element: HTMLElement;
  /** The picture without what stands around it. */
  readonly area: HTMLElement;
  /** @param name what is shown, written above it @param summary what is to be seen, in words */
  update(model: HeatMapModel, name: string, summary: string): void;
}

interface HeatMapParts {
  /** Laid over the picture, which it fills. */
  readonly overlay?: SVGElement;
  /** Between picture and scale. */
  readonly below?: Element;
}

export function createHeatMap({ overlay, below }: HeatMapParts = {}): HeatMap {
  const canvas = h("canvas", { role: "img", class: "heat-map" });
  const scale = h("canvas", { "aria-hidden": "true", class: "heat-map-scale" });
  const title = h("span", { class: "heading" });
  const legend = h("p", { class: "heat-map-legend" });
  const area = h("div", { class: "heat-map-area" }, canvas, ...(overlay ? [overlay] : []));
  let shown: { readonly model: HeatMapModel; readonly theme: ChartTheme; readonly name: string } | undefined;
  const menu = createExportMenu(() => {
    if (!shown) return undefined;
    const { model, theme, name } = shown;
    return {
      name,
      svg: () => heatMapSvg(model, theme, name, overlay && standalone(overlay)),
      csv: () => heatMapCsv(model),
      latex: () => heatMapLatex(model, paperTheme(), name),
    };
  });
  return {
    element: h(
      "figure",
      { class: "heat-map-figure" },
      h("figcaption", { class: "heading-row" }, title, menu.element),
      area,
      ...(below ? [below] : []),
      scale,
      legend,
    ),
    area,
    update: (model, name, summary) => {
      const theme = currentTheme();
      setText(title, name);
      setAttribute(canvas, "aria-label", `${name}. ${summary}`);
      menu.update(name);
      const isDrawn = shown?.model === model && shown.theme === theme;
      shown = { model, theme, name };
      if (isDrawn) return;
      paint(canvas, model, theme);
      paint(scale, legendMap(model), theme);
      legend.replaceChildren(
        ...legendTexts(model).map(([number, colour]) =>
          h("span", {}, h("span", { class: "number" }, number), h("span", { class: "quiet" }, ` ${colour}`)),
        ),
      );
    },
  };
}

function paint(canvas: HTMLCanvasElement, model: HeatMapModel, theme: ChartTheme): void {
  canvas.width = model.columns;
  canvas.height = model.rows;
  const picture = new ImageData(pixelsOf(model, theme), model.columns, model.rows);
  canvas.getContext("2d")?.putImageData(picture, 0, 0);
}

/** The overlay's markup with the colours that the style sheet gives it, as no style sheet goes into a file. */
function standalone(overlay: SVGElement): string {
  const copy = overlay.cloneNode(true) as SVGElement;
  for (const name of ["class", "aria-hidden"]) copy.removeAttribute(name);
  for (const [i, mark] of [...overlay.children].entries()) {
    const { fill, stroke, strokeWidth, vectorEffect } = getComputedStyle(mark);
    const width = Number.parseFloat(strokeWidth);
    const parts = { fill, stroke, "stroke-width": width, "vector-effect": vectorEffect };
    for (const [name, value] of Object.entries(parts)) copy.children[i]!.setAttribute(name, String(value));
  }
  return new XMLSerializer().serializeToString(copy);
}
