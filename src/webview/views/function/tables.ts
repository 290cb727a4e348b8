/** Numbers under the chart: a table of values, or a vector function's Jacobian. Filled while open. */
import { numberText } from "../../../engine/curve/number-text.ts";
import { functionById } from "../../../engine/functions/index.ts";
import type { CurveModel } from "../../charts/model.ts";
import { h, setText } from "../../dom.ts";
import type { LabState } from "../../protocol.ts";
import { shownInputs, subscript } from "./inputs.ts";
import { valueTable } from "./table.ts";

export interface Tables {
  readonly element: HTMLElement;
  update(state: LabState, interval: CurveModel["interval"]): void;
}

interface Grid {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly (readonly string[])[];
}

export function createTables(): Tables {
  const summary = h("summary");
  const table = h("table");
  const scroller = h("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": "Table" }, table);
  const element = h("details", {}, summary, scroller);
  let latest: (() => Grid) | undefined;
  const fill = () => {
    if (!element.open || !latest) return;
    const { caption, head, rows } = latest();
    table.replaceChildren(
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
  };
  element.addEventListener("toggle", fill);
  return {
    element,
    update: (state, interval) => {
      const fn = functionById(state.functionId);
      setText(summary, fn.kind === "elementwise" ? "Table of values" : "Jacobian");
      latest = () => (fn.kind === "elementwise" ? valuesGrid(state, interval) : jacobianGrid(state));
      fill();
    },
  };
}

function valuesGrid({ functionId, params }: LabState, interval: CurveModel["interval"]): Grid {
  const fn = functionById(functionId);
  if (fn.kind !== "elementwise") throw new RangeError(`${functionId} has no table of values`);
  return {
    caption: `${fn.name} and its derivatives`,
    head: ["x", "f(x)", "f′(x)", "f″(x)"],
    rows: valueTable(fn, params, interval).map(({ x, value, derivative, secondDerivative }) =>
      [x, value, derivative, secondDerivative].map((number) => numberText(number)),
    ),
  };
}

function jacobianGrid({ functionId, params, inputs }: LabState): Grid {
  const fn = functionById(functionId);
  if (fn.kind !== "vector") throw new RangeError(`${functionId} has no Jacobian`);
  const shown = Math.min(inputs.length, shownInputs);
  const rows = Array.from({ length: shown }, (_, i) => {
    const unit = inputs.map((__, j) => (i === j ? 1 : 0));
    const row = fn.vjp(inputs, unit, params).slice(0, shown);
    return [`y${subscript(i + 1)}`, ...row.map((number) => numberText(number))];
  });
  const part = shown < inputs.length ? `, the first ${shown} of ${inputs.length}` : "";
  return {
    caption: `How much each output moves with each input: row i, column j is ∂yᵢ/∂xⱼ${part}`,
    head: ["", ...Array.from({ length: shown }, (_, j) => `x${subscript(j + 1)}`)],
    rows,
  };
}
