/** Under the chart: sliders to guess f′ with, the button that shows it, and how near the guesses were. */
import { numberText } from "../../../engine/curve/number-text.ts";
import { type CurveModel } from "../../charts/model.ts";
import { button, numberBox } from "../../controls/fields.ts";
import { h, setAttribute, setText } from "../../dom.ts";
import { type LabState, type PredictState, guessCount, readGuess } from "../../protocol.ts";
import type { Page } from "../define.ts";
import { answerText, predictionOf, problemOf, scoreText } from "./predict-model.ts";
import { t } from "../../../engine/l10n.ts";

export interface Predict {
  readonly element: HTMLElement;
  /** @param guesses as the chart has them; undefined where f′ is not guessed */
  update(state: LabState, guesses: CurveModel["guesses"]): void;
}

export function withGuess({ guesses }: PredictState, index: number, guess: number): PredictState {
  return { guesses: guesses.map((old, i) => (i === index ? guess : old)), isRevealed: false };
}

export function createPredict(page: Page): Predict {
  const problem = h("p", { class: "problem", role: "status" });
  const score = h("p", { class: "verdict", role: "status" });
  const rows = Array.from({ length: guessCount }, (_, i) =>
    createRow((guess) => {
      const { predict } = page.state;
      if (predict) page.change({ predict: withGuess(predict, i, guess) });
    }),
  );
  const reveal = button(t("Reveal f′"), () => {
    const { predict } = page.state;
    if (predict) page.change({ predict: { ...predict, isRevealed: true } });
  });
  const again = button(t("Guess anew"), () => {
    page.change({ predict: { guesses: rows.map(() => 0), isRevealed: false } });
  });
  const shown = h(
    "div",
    { class: "column" },
    h(
      "p",
      {},
      t(
        "How steep is f at the diamonds? Drag each to the height you expect of f′ there, or set it below. Then reveal f′.",
      ),
    ),
    h(
      "div",
      { class: "guesses", role: "group", "aria-label": t("Guesses of f′") },
      ...rows.map((row) => row.element),
    ),
    h("div", { class: "toolbar-group" }, reveal, again),
    score,
  );
  const element = h("section", { class: "column" }, h("h2", {}, t("Predict f′")), problem, shown);
  return {
    element,
    update: (state, guesses) => {
      const { predict } = state;
      element.hidden = predict === null;
      if (!predict) return;
      const why = problemOf(state);
      setText(problem, why ?? "");
      shown.hidden = guesses === undefined;
      if (!guesses) return;
      const { points, limit } = guesses;
      const places = points.map(({ x }) => x);
      const prediction = predictionOf(state, places, predict.guesses);
      for (const [i, row] of rows.entries()) {
        const answer = prediction.answers[i]!;
        row.update(answer.x, answer.guess, limit, predict.isRevealed ? answerText(answer) : "");
      }
      setText(score, predict.isRevealed ? scoreText(prediction) : "");
      // What was just pressed keeps the focus.
      setAttribute(reveal, "aria-disabled", predict.isRevealed ? "true" : undefined);
    },
  };
}

function createRow(onChange: (guess: number) => void) {
  const name = h("span", { class: "input-name", "aria-hidden": "true" });
  const range = h("input", { type: "range" });
  range.addEventListener("input", () => {
    onChange(range.valueAsNumber);
  });
  const box = numberBox({
    label: "f′",
    onChange,
    problem: (value) =>
      readGuess(value) === value ? undefined : t("must be a number from {0} to {1}", -1000, 1000),
  });
  const input = box.element.querySelector("input")!;
  const answer = h("span", { class: "number" });
  return {
    element: h("div", { class: "guess-row" }, name, range, box.element, answer),
    update: (x: number, guess: number, limit: number, answered: string) => {
      const label = `f′(${numberText(x, 6)})`;
      setText(name, label);
      setAttribute(range, "aria-label", t("{0}, your guess", label));
      setAttribute(input, "aria-label", t("{0}, as a number", label));
      for (const [key, value] of Object.entries({ min: -limit, max: limit, step: limit / 40 })) {
        setAttribute(range, key, String(value));
      }
      range.value = String(Math.max(-limit, Math.min(limit, guess)));
      setAttribute(range, "aria-valuetext", [numberText(guess, 3), answered].filter(Boolean).join(", "));
      box.set(guess);
      setText(answer, answered);
    },
  };
}
