/** A table of texts that scrolls sideways where it is too wide, and can be saved. */
import { createExportMenu } from "../controls/export-menu.ts";
import { h, setAttribute, setText } from "../dom.ts";
import { tableCsv } from "../export/csv.ts";
import type { Exportable } from "../export/define.ts";
import { tableLatex } from "../export/latex.ts";

export interface GridTexts {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of each is its heading. */
  readonly rows: readonly (readonly string[])[];
}

export interface Grid {
  readonly element: HTMLElement;
  update(texts: GridTexts): void;
}

export function createGrid(): Grid {
  const caption = h("caption");
  const head = h("tr");
  const body = h("tbody");
  const table = h("table", { class: "grid" }, caption, h("thead", {}, head), body);
  const scroller = h("div", { class: "scroller", tabindex: 0, role: "region" }, table);
  let shown: GridTexts | undefined;
  const menu = createExportMenu(() => shown && tableExport(shown), ["csv", "latex"]);
  return {
    element: h("div", { class: "grid-block" }, scroller, h("div", { class: "figure-foot" }, menu.element)),
    update: (texts) => {
      shown = texts;
      setText(caption, texts.caption);
      setAttribute(scroller, "aria-label", texts.caption);
      menu.update(texts.caption);
      head.replaceChildren(...texts.head.map((text) => (text ? h("th", { scope: "col" }, text) : h("td"))));
      body.replaceChildren(
        ...texts.rows.map(([first = "", ...rest]) =>
          h("tr", {}, h("th", { scope: "row" }, first), ...rest.map((text) => h("td", {}, text))),
        ),
      );
    },
  };
}

export function tableExport({ caption, head, rows }: GridTexts): Exportable {
  const texts = [head, ...rows];
  return { name: caption, csv: () => tableCsv(texts), latex: () => tableLatex(caption, texts) };
}
