/** A function's formula: typeset with its symbols, and as plain text with the numbers it has now. */
import { numberText } from "../../engine/curve/number-text.ts";
import { leftHandSide } from "../../engine/functions/formula-text.ts";
import { type ActivationFunction, type ParameterValues, functionById } from "../../engine/functions/index.ts";
import { h, setText } from "../dom.ts";
import type { LabState } from "../protocol.ts";
import type { Page, Part } from "./define.ts";
import { t } from "../../engine/l10n.ts";

export function createFormula({ formulas }: Page): Part {
  const typeset = h("div", { class: "formula-typeset" });
  const text = h("code", { class: "formula-text" });
  let shown: string | undefined;
  return {
    element: h("section", { "aria-label": t("Formula"), class: "formula" }, typeset, text),
    update: ({ functionId, params }) => {
      if (shown !== functionId) {
        const mathMl = formulas[functionId];
        const left = typesetLeft(functionById(functionId));
        typeset.replaceChildren(...(mathMl === undefined ? [] : [left, readMathMl(mathMl)]));
        shown = functionId;
      }
      setText(text, formulaOf({ functionId, params }).text);
    },
  };
}

/** The formula as LaTeX, and as a line of text with the numbers it has now. */
export function formulaOf({ functionId, params }: Pick<LabState, "functionId" | "params">) {
  const fn = functionById(functionId);
  return {
    latex: typesetLeft(fn) + fn.formula.latex,
    text: `${leftHandSide(fn)} = ${formulaText(fn, params)}`,
  };
}

/** The formula's right-hand side with these numbers, to 6 significant digits. */
export function formulaText(fn: ActivationFunction, params: ParameterValues): string {
  const numbers = Object.entries(params).map(([name, value]) => {
    return [name, Number.isFinite(value) ? numberText(value, 6) : value < 0 ? "-inf" : "inf"] as const;
  });
  return fn.formula.text(Object.fromEntries(numbers));
}

/** A vector function's typeset formula has its own. */
function typesetLeft(fn: ActivationFunction): string {
  return fn.kind === "vector" ? "" : `${leftHandSide(fn)} = `;
}

/** @param text MathML that the build made: no text from outside */
function readMathMl(text: string): Node {
  return document.importNode(new DOMParser().parseFromString(text, "application/xml").documentElement, true);
}
