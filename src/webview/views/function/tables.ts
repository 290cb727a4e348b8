/** Numbers under the chart: a table of values, or a vector function's Jacobian. Filled while open. */
import { numberText } from "../../../engine/curve/number-text.ts";
import {
  type ElementwiseFunction,
  type GatedFunction,
  type VectorFunction,
  functionById,
} from "../../../engine/functions/index.ts";
import { slopesAt } from "../../../engine/functions/compile-vector.ts";
import { outputLength } from "../../../engine/functions/lengths.ts";
import { withDefaults } from "../../../engine/functions/parameters.ts";
import type { CurveModel } from "../../charts/model.ts";
import { h, setText } from "../../dom.ts";
import type { LabState } from "../../protocol.ts";
import { drawnAt, primes } from "./curves.ts";
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
      setText(summary, fn.kind === "vector" ? "Jacobian" : "Table of values");
      latest = () => (fn.kind === "vector" ? jacobianGrid(fn, state) : valuesGrid(fn, state, interval));
      fill();
    },
  };
}

function valuesGrid(
  fn: ElementwiseFunction | GatedFunction,
  state: LabState,
  interval: CurveModel["interval"],
): Grid {
  const drawable = drawnAt(fn, state);
  const { symbol, variable } = drawable;
  const isGated = fn.kind === "gated";
  return {
    caption: `${fn.name} and its derivatives${isGated ? ` with respect to b, at a = ${numberText(state.a)}` : ""}`,
    head: [variable, ...primes.map((prime) => `${symbol}${prime}(${variable})`)],
    rows: valueTable(drawable, interval).map(({ x, value, derivative, secondDerivative }) =>
      [x, value, derivative, secondDerivative].map((number) => numberText(number)),
    ),
  };
}

function jacobianGrid(fn: VectorFunction, { params, inputs }: LabState): Grid {
  const outputs = outputLength(fn, inputs.length, params) ?? 0;
  const [height, width] = [Math.min(outputs, shownInputs), Math.min(inputs.length, shownInputs)];
  // Exactly: in plain doubles sparsemax may take an entry just above its threshold for one below it.
  const slopes = slopesAt(fn, inputs, withDefaults(fn, params), height, width);
  const rows = slopes.map((row, i) => [`y${subscript(i + 1)}`, ...row.map((slope) => numberText(slope))]);
  const isPart = height < outputs || width < inputs.length;
  const part = isPart ? `, the first ${height} of ${outputs} by the first ${width} of ${inputs.length}` : "";
  return {
    caption: `How much each output moves with each input: row i, column j is ∂yᵢ/∂xⱼ${part}`,
    head: ["", ...Array.from({ length: width }, (_, j) => `x${subscript(j + 1)}`)],
    rows,
  };
}
