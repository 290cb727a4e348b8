/**
 * Numbers on a plane as colours, on one diverging scale: the paper at 0, one colour below, another above, both those of the
 * first two series, which the colour-blind can tell apart. Words say the rest.
 */
import { createExportMenu } from "../controls/export-menu.ts";
import { h, setAttribute, setText } from "../dom.ts";
import { heatMapCsv } from "../export/csv.ts";
import { heatMapSvg } from "../export/heat-map-svg.ts";
import { heatMapLatex } from "../export/latex.ts";
import { type HeatMapModel, legendText, pixelsOf } from "./heat-map-model.ts";
import { type ChartTheme, currentTheme, paperTheme } from "./theme.ts";

export interface HeatMap {
  readonly element: HTMLElement;
  /** @param name what is shown, written above it @param summary what is to be seen, in words */
  update(model: HeatMapModel, name: string, summary: string): void;
}

/** @param overlay is laid over the picture and fills it */
export function createHeatMap(overlay?: SVGElement): HeatMap {
  const canvas = h("canvas", { role: "img", class: "heat-map" });
  const title = h("span", { class: "heading" });
  const legend = h("p", { class: "quiet" });
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
      legend,
    ),
    update: (model, name, summary) => {
      const theme = currentTheme();
      setText(title, name);
      setAttribute(canvas, "aria-label", `${name}. ${summary}`);
      setText(legend, legendText(model));
      menu.update(name);
      const isDrawn = shown?.model === model && shown.theme === theme;
      shown = { model, theme, name };
      if (isDrawn) return;
      canvas.width = model.columns;
      canvas.height = model.rows;
      const picture = new ImageData(pixelsOf(model, theme), model.columns, model.rows);
      canvas.getContext("2d")?.putImageData(picture, 0, 0);
    },
  };
}

/** The overlay's markup with the colours that the style sheet gives it, as no style sheet goes into a file. */
function standalone(overlay: SVGElement): string {
  const copy = overlay.cloneNode(true) as SVGElement;
  for (const name of ["class", "aria-hidden"]) copy.removeAttribute(name);
  for (const [i, mark] of [...overlay.children].entries()) {
    const { fill, stroke, strokeWidth } = getComputedStyle(mark);
    const parts = { fill, stroke, "stroke-width": Number.parseFloat(strokeWidth) };
    for (const [name, value] of Object.entries(parts)) copy.children[i]!.setAttribute(name, String(value));
  }
  return new XMLSerializer().serializeToString(copy);
}
