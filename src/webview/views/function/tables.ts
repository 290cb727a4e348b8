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
import { t } from "../../../engine/l10n.ts";
import { type GridTexts, createGrid } from "../grid.ts";

export interface Tables {
  readonly element: HTMLElement;
  update(state: LabState, interval: CurveModel["interval"]): void;
}

export function createTables(): Tables {
  const summary = h("summary");
  const grid = createGrid();
  const element = h("details", {}, summary, grid.element);
  let latest: (() => GridTexts) | undefined;
  const fill = () => {
    if (element.open && latest) grid.update(latest());
  };
  element.addEventListener("toggle", fill);
  return {
    element,
    update: (state, interval) => {
      const fn = functionById(state.functionId);
      setText(summary, fn.kind === "vector" ? t("Jacobian") : t("Table of values"));
      latest = () => (fn.kind === "vector" ? jacobianGrid(fn, state) : valuesGrid(fn, state, interval));
      fill();
    },
  };
}

function valuesGrid(
  fn: ElementwiseFunction | GatedFunction,
  state: LabState,
  interval: CurveModel["interval"],
): GridTexts {
  const { symbol, variable, exact, claims } = drawnAt(fn, state);
  const isGated = fn.kind === "gated";
  return {
    caption: isGated
      ? t("{0} and its derivatives with respect to b, at a = {1}", fn.name, numberText(state.a))
      : t("{0} and its derivatives", fn.name),
    head: [variable, ...primes.map((prime) => `${symbol}${prime}(${variable})`)],
    rows: valueTable({ jet: exact, claims }, interval).map(({ x, value, derivative, secondDerivative }) =>
      [x, value, derivative, secondDerivative].map((number) => numberText(number)),
    ),
  };
}

function jacobianGrid(fn: VectorFunction, { params, inputs }: LabState): GridTexts {
  const outputs = outputLength(fn, inputs.length, params) ?? 0;
  const [height, width] = [Math.min(outputs, shownInputs), Math.min(inputs.length, shownInputs)];
  // Exactly: in plain doubles sparsemax may take an entry just above its threshold for one below it.
  const slopes = slopesAt(fn, inputs, withDefaults(fn, params), height, width);
  const rows = slopes.map((row, i) => [`y${subscript(i + 1)}`, ...row.map((slope) => numberText(slope))]);
  const isPart = height < outputs || width < inputs.length;
  return {
    caption: isPart
      ? t(
          "How much each output moves with each input: row i, column j is ∂yᵢ/∂xⱼ, the first {0} of {1} by the first {2} of {3}",
          height,
          outputs,
          width,
          inputs.length,
        )
      : t("How much each output moves with each input: row i, column j is ∂yᵢ/∂xⱼ"),
    head: ["", ...Array.from({ length: width }, (_, j) => `x${subscript(j + 1)}`)],
    rows,
  };
}
