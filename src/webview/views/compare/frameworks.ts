/** One function in all frameworks: where their defaults, or their derivatives at a kink, are not the same. */
import { numberText } from "../../../engine/curve/number-text.ts";
import { type Differences, differencesOf } from "../../../engine/frameworks/differences.ts";
import { frameworkById } from "../../../engine/frameworks/index.ts";
import { type FunctionId, functionById } from "../../../engine/functions/index.ts";
import { h } from "../../dom.ts";
import type { Part } from "../define.ts";
import { gridTable } from "../grid.ts";

export function createFrameworks(): Part {
  const element = h("section", { class: "aside" });
  let shown: FunctionId | undefined;
  return {
    element,
    update: ({ functionId }) => {
      if (shown === functionId) return;
      shown = functionId;
      const differences = differencesOf(functionId);
      const { name } = functionById(functionId);
      const tables = [
        defaultRows(differences).length > 1
          ? gridTable("Called with nothing but its input", ["Default", "Where"], defaultRows(differences))
          : h("p", { class: "note" }, "Every table has the same defaults."),
        differences.kinks.length > 0
          ? gridTable("Derivative at a kink", ["At x", "Slope taken", "Where"], kinkRows(differences))
          : h("p", { class: "note" }, "No table has another derivative at a kink."),
      ];
      element.replaceChildren(h("h2", {}, `${name} in the frameworks`), ...tables);
    },
  };
}

/** "negative_slope 0.01" → "PyTorch, JAX" */
export function defaultRows({ defaults, function: id }: Differences): readonly (readonly string[])[] {
  const differing = new Set(defaults.map((group) => group.function)).size > 1;
  return defaults.map(({ function: given, values, places }) => {
    // Another function of the family says enough by its name.
    const numbers = given === id ? Object.entries(values).map(([name, value]) => `${name} ${value}`) : [];
    const named = differing || given !== id ? [functionById(given).name] : [];
    return [[...named, ...numbers].join(", ") || functionById(given).name, places.join(", ")];
  });
}

const sides = { left: "the left one", right: "the right one", neither: "one in between" } as const;

export function kinkRows({ kinks }: Differences): readonly (readonly string[])[] {
  return kinks.map(({ x, side, frameworks }) => [
    numberText(x),
    sides[side],
    frameworks.map((id) => frameworkById(id).name).join(", "),
  ]);
}
