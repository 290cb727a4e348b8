/** One function in all frameworks: where their defaults, or their derivatives at a kink, are not the same. */
import { numberText } from "../../../engine/curve/number-text.ts";
import type { FrameworkSummary } from "../../../engine/frameworks/summary.ts";
import { type FunctionId, functionById } from "../../../engine/functions/index.ts";
import { h, setText } from "../../dom.ts";
import type { Page, Part } from "../define.ts";
import { createGrid } from "../grid.ts";
import { t } from "../../../engine/l10n.ts";

export function createFrameworks({ frameworks }: Page): Part {
  const heading = h("h2");
  const [defaults, kinks] = [createGrid(), createGrid()];
  const [alike, unbent] = [h("p", { class: "note" }), h("p", { class: "note" })];
  let shown: FunctionId | undefined;
  return {
    element: h("section", { class: "aside" }, heading, defaults.element, alike, kinks.element, unbent),
    update: ({ functionId }) => {
      const summary = frameworks[functionId];
      if (shown === functionId || !summary) return;
      shown = functionId;
      setText(heading, t("{0} in the frameworks", functionById(functionId).name));
      const initial = defaultRows(summary);
      defaults.update({
        caption: t("Called with nothing but its input"),
        head: [t("Default"), t("Where")],
        rows: initial,
      });
      defaults.element.hidden = initial.length <= 1;
      setText(alike, defaults.element.hidden ? t("Every table has the same defaults.") : "");
      kinks.update({
        caption: t("Derivative at a kink"),
        head: [t("At x"), t("Slope taken"), t("Where")],
        rows: kinkRows(summary),
      });
      kinks.element.hidden = summary.kinks.length === 0;
      setText(unbent, kinks.element.hidden ? t("No table has another derivative at a kink.") : "");
    },
  };
}

/** "negative_slope 0.01" → "PyTorch, JAX" */
export function defaultRows({ defaults, function: id }: FrameworkSummary): readonly (readonly string[])[] {
  const differing = new Set(defaults.map((group) => group.function)).size > 1;
  return defaults.map(({ function: given, values, places }) => {
    // Another function of the family says enough by its name.
    const numbers = given === id ? Object.entries(values).map(([name, value]) => `${name} ${value}`) : [];
    const named = differing || given !== id ? [functionById(given).name] : [];
    return [[...named, ...numbers].join(", ") || functionById(given).name, places.join(", ")];
  });
}

const sides = () => ({
  left: t("the left one"),
  right: t("the right one"),
  neither: t("one in between"),
});

export function kinkRows({ kinks }: FrameworkSummary): readonly (readonly string[])[] {
  return kinks.map(({ x, side, frameworks }) => [numberText(x), sides()[side], frameworks.join(", ")]);
}
