/** Before and after in four figures. */
import { numberText } from "../../../engine/curve/number-text.ts";
import { h, setText } from "../../dom.ts";
import type { TransformModel } from "./model.ts";
import type { Statistics } from "../statistics.ts";
import { t } from "../../../engine/l10n.ts";

const figures = (): readonly { readonly name: string; readonly text: (of: Statistics) => string }[] => [
  { name: t("Numbers"), text: ({ count }) => String(count) },
  { name: t("Share of zeros"), text: ({ zeros }) => `${numberText(100 * zeros, 3)} %` },
  { name: t("Mean"), text: ({ mean }) => numberText(mean) },
  { name: t("Variance"), text: ({ variance }) => numberText(variance) },
];

export function createStatistics(): { readonly element: HTMLElement; update(model: TransformModel): void } {
  const rows = figures().map(({ name, text }) => {
    const before = h("td", { class: "number" });
    const after = h("td", { class: "number" });
    return { text, before, after, element: h("tr", {}, h("th", { scope: "row" }, name), before, after) };
  });
  const heads = [t("Before"), t("After")].map((text) => h("th", { scope: "col", class: "number" }, text));
  const element = h(
    "table",
    { class: "statistics" },
    h("caption", {}, t("Before and after")),
    h("thead", {}, h("tr", {}, h("td"), ...heads)),
    h("tbody", {}, ...rows.map((row) => row.element)),
  );
  return {
    element,
    update: (model) => {
      element.hidden = model.kind === "problem";
      if (model.kind === "problem") return;
      for (const row of rows) {
        setText(row.before, row.text(model.before));
        setText(row.after, row.text(model.after));
      }
    },
  };
}
