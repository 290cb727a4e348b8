/** A gated function's two halves at one place: a has a slider, b is where the cursor stands. */
import { numberText } from "../../../engine/curve/number-text.ts";
import { type ParameterValues, functionById } from "../../../engine/functions/index.ts";
import type { GatedFunction } from "../../../engine/functions/index.ts";
import { createSlider } from "../../controls/slider.ts";
import { h, setText } from "../../dom.ts";
import type { Page, Part } from "../define.ts";
import { t } from "../../../engine/l10n.ts";

export function createHalves(page: Page): Part {
  const slider = createSlider({
    name: "a",
    meaning: t("value half, which the gate half b scales"),
    min: -3,
    max: 3,
    step: 0.1,
    onChange: (a) => {
      page.change({ a });
    },
  });
  const partials = h("p", { class: "note" });
  return {
    element: h("section", {}, h("h2", {}, t("Value and gate")), slider.element, partials),
    update: ({ functionId, params, a, cursor }) => {
      const fn = functionById(functionId);
      if (fn.kind !== "gated") return;
      slider.update(a, []);
      setText(partials, partialsText(fn, params, a, cursor));
    },
  };
}

/** "b = 2 (the cursor): ∂y/∂a = 0.8808, ∂y/∂b = 0.105" */
export function partialsText(fn: GatedFunction, params: ParameterValues, a: number, b: number): string {
  const [byValue, byGate] = fn.partials(a, b, params);
  return t(
    "b = {0} (the cursor): {1}",
    numberText(b),
    `∂y/∂a = ${numberText(byValue)}, ∂y/∂b = ${numberText(byGate)}`,
  );
}
