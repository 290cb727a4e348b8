/** One function: its curves with a cursor, its parameters, its formula, what is known about it, its numbers. */
import { functionById } from "../../engine/functions/index.ts";
import { lengthProblem } from "../../engine/functions/lengths.ts";
import { parameterProblem } from "../../engine/functions/parameters.ts";
import { createCurveFigure } from "../charts/curve-figure.ts";
import type { CurveModel } from "../charts/model.ts";
import { h } from "../dom.ts";
import type { LabState } from "../protocol.ts";
import type { Page, Part, View } from "./define.ts";
import { createFormula, formulaOf } from "./formula.ts";
import { createApply } from "./function/apply.ts";
import { type Curves, curveSummary, curvesOf, cursorOf } from "./function/curves.ts";
import { createPredict, withGuess } from "./function/predict.ts";
import { concealed, guessesOf, isConcealing, withGuessRoom } from "./function/predict-model.ts";
import { createHalves } from "./function/halves.ts";
import { createInputs } from "./function/inputs.ts";
import { createFacts, createNotes } from "./function/knowledge.ts";
import { createSpellings } from "./function/spellings.ts";
import { createTables } from "./function/tables.ts";
import { createToolbar } from "./function/toolbar.ts";
import { createParameters } from "./parameters.ts";
import { t } from "../../engine/l10n.ts";

export const functionView: View = {
  title: () => t("Function"),
  create: (page) => {
    const toolbar = createToolbar(page);
    const figure = createFigure(page);
    const inputs = createInputs(page);
    const halves = createHalves(page);
    const tables = createTables();
    const predict = createPredict(page);
    const parts: readonly Part[] = [
      createParameters(page),
      inputs,
      halves,
      createFormula(page),
      createFacts(),
      createNotes(),
      createSpellings(page),
      createApply(page),
    ];
    const [parameters, , , formula, facts, notes, spellings, apply] = parts.map((part) => part.element);
    return {
      element: h(
        "div",
        { class: "columns" },
        h(
          "div",
          { class: "column" },
          toolbar.element,
          figure.element,
          predict.element,
          parameters!,
          apply!,
          inputs.element,
          halves.element,
          tables.element,
        ),
        h("div", { class: "column" }, formula!, facts!, notes!, spellings!),
      ),
      update: (whole, settings) => {
        const state = concealed(whole);
        const { interval, guesses } = figure.update(state);
        const { kind } = functionById(state.functionId);
        toolbar.update(state, symbols[kind], interval);
        for (const part of parts) part.update(state, settings);
        inputs.element.hidden = kind !== "vector";
        halves.element.hidden = kind !== "gated";
        tables.update(state, interval);
        predict.update(state, guesses);
        const hidden = isConcealing(state);
        for (const telling of [facts!, notes!, tables.element]) telling.hidden = hidden;
      },
    };
  },
};

/** The chart. Its curves are computed again only when something they depend on has changed. */
function createFigure(page: Page): {
  element: HTMLElement;
  update(state: LabState): Curves & Pick<CurveModel, "guesses">;
} {
  let state: LabState | undefined;
  let known:
    | { readonly key: string; readonly count: number; readonly curves: Curves; readonly summary: string }
    | undefined;
  const figure = createCurveFigure({
    onGuess: (index, guess) => {
      const now = page.state.predict;
      if (now) page.change({ predict: withGuess(now, index, guess) });
    },
    onCursor: (x) => {
      const { functionId, inputs } = page.state;
      const isVector = functionById(functionId).kind === "vector";
      page.change(isVector ? { inputs: [x, ...inputs.slice(1)] } : { cursor: x });
    },
    onResize: () => {
      if (state && figure.points() !== known?.count) draw(state);
    },
  });
  const draw = (next: LabState) => {
    state = next;
    const fn = functionById(next.functionId);
    const [key, count] = [curveKey(next), figure.points()];
    if (known?.key !== key || known.count !== count) {
      const curves = withGuessRoom(next, curvesOf(fn, next, count));
      known = { key, count, curves, summary: curveSummary(curves) };
    }
    const { curves, summary } = known;
    const cursor = cursorOf(fn, next);
    const name = `${fn.name}: ${curves.lines.map(({ label }) => label).join(", ") || t("no curve is shown")}`;
    const problem = parameterProblem(fn, next.params) ?? shapeProblem(next) ?? "";
    figure.update(
      { ...curves, ...cursor, ...guessesOf(next, curves) },
      { name, summary, problem, formula: formulaOf(next) },
    );
    return { ...curves, ...guessesOf(next, curves) };
  };
  return { element: figure.element, update: draw };
}

const symbols = { elementwise: "f", vector: "y₁", gated: "y" } as const;

/** Why a vector function cannot take so many inputs. */
function shapeProblem({ functionId, inputs, params }: LabState): string | undefined {
  const fn = functionById(functionId);
  return fn.kind === "vector" ? lengthProblem(fn, inputs.length, params) : undefined;
}

/** Everything `curvesOf` reads of the state. */
function curveKey({ functionId, params, orders, interval, a, inputs, predict, source }: LabState): string {
  const numbers = [...Object.values(params), a, ...inputs.slice(1)].join(" ");
  return JSON.stringify([
    functionId,
    numbers,
    orders,
    interval,
    predict !== null,
    predict?.isRevealed,
    source?.functionId,
    source?.given,
    source?.defaults,
  ]);
}
