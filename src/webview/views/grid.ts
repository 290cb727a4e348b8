/** A table of texts that scrolls sideways where it is too wide. */
import { h } from "../dom.ts";

/** @param rows the first cell of each is its heading */
export function gridTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  const table = h(
    "table",
    { class: "grid" },
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, ...head.map((text) => (text ? h("th", { scope: "col" }, text) : h("td"))))),
    h(
      "tbody",
      {},
      ...rows.map(([first = "", ...rest]) =>
        h("tr", {}, h("th", { scope: "row" }, first), ...rest.map((text) => h("td", {}, text))),
      ),
    ),
  );
  return h("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": caption }, table);
}
