import assert from "node:assert/strict";
import { functionById, functions } from "../../../../src/engine/functions/index.ts";
import { guessAt, nearestGuess } from "../../../../src/webview/charts/curve-figure.ts";
import { type LabState, guessCount, readLabState } from "../../../../src/webview/protocol.ts";
import { toggled, withFunction } from "../../../../src/webview/state.ts";
import { curvesOf, cursorOf } from "../../../../src/webview/views/function/curves.ts";
import {
  answerText,
  concealed,
  guessPlaces,
  guessesOf,
  isConcealing,
  predictionOf,
  problemOf,
  scoreText,
  withGuessRoom,
} from "../../../../src/webview/views/function/predict-model.ts";

const predicting = (functionId: string, predict: object = { guesses: [] }) =>
  readLabState({ functionId, predict });

function chartOf(whole: LabState) {
  const state = concealed(whole);
  const fn = functionById(state.functionId);
  const curves = withGuessRoom(state, curvesOf(fn, state, 200));
  return { ...curves, ...cursorOf(fn, state), ...guessesOf(state, curves) };
}

describe("predicting f′", () => {
  it("shows nothing of f′ until it is revealed, whatever was shown before", () => {
    for (const { id } of functions) {
      const state = readLabState({
        functionId: id,
        predict: { guesses: [] },
        orders: [false, true, true],
        tangent: true,
      });
      if (problemOf(state) !== undefined) continue;
      const chart = chartOf(state);
      assert.deepEqual(
        [...chart.lines, ...chart.cursor.readings].map(({ order }) => order),
        [0, 0],
        id,
      );
      assert.equal(chart.slope, undefined);
      assert.deepEqual(chart.flat, {}, "its shade says where f′ is 0");
      assert.ok(isConcealing(state));
    }
  });

  it("shows f and f′ with the guesses once it is revealed", () => {
    const chart = chartOf(predicting("tanh", { guesses: [0, 0.5, 1, 0.5, 0], isRevealed: true }));
    assert.deepEqual(
      chart.lines.map(({ label }) => label),
      ["f", "f′"],
    );
    assert.deepEqual(
      chart.guesses!.points.map(({ y }) => y),
      [0, 0.5, 1, 0.5, 0],
    );
  });

  it("asks at five places inside, apart from kinks, and has room for every true answer", () => {
    for (const { id } of functions) {
      const state = predicting(id);
      if (problemOf(state) !== undefined) continue;
      const { guesses, interval, range, kinks } = chartOf(state);
      const { points, limit } = guesses!;
      assert.equal(points.length, guessCount);
      const apart = (interval[1] - interval[0]) / 50;
      for (const { x } of points) {
        assert.ok(x > interval[0] && x < interval[1]);
        assert.ok(
          kinks.every((kink) => Math.abs(kink.x - x) > apart),
          `${id} at ${x}`,
        );
      }
      const xs = points.map(({ x }) => x);
      assert.deepEqual(
        xs,
        [...new Set(xs)].sort((a, b) => a - b),
        id,
      );
      for (const { slope, x } of predictionOf(state, xs, []).answers) {
        assert.ok(Math.abs(slope) <= limit, `${id}: f′(${x}) = ${slope} beyond ±${limit}`);
      }
      assert.ok(range[0] <= -limit && range[1] >= limit);
    }
  });

  it("counts what is within a tenth of the largest slope, and says how far off the others are", () => {
    const places = guessPlaces([-4, 4], [0]);
    assert.deepEqual(places, [-3.2, -1.6, 0.7, 1.6, 3.2]);
    const state = readLabState({ functionId: "leaky_relu", params: { negative_slope: 0.2 } });
    const prediction = predictionOf(state, places, [0.1, -0.4, 1, 1.2, 0.9]);
    assert.deepEqual(prediction.answers.map(answerText), [
      "f′ 0.2, 0.1 too low",
      "f′ 0.2, 0.6 too low",
      "f′ 1, exact",
      "f′ 1, 0.2 too high",
      "f′ 1, 0.1 too low",
    ]);
    assert.equal(
      scoreText(prediction),
      "3 of 5 within 0.1, a tenth of the largest slope here; off by 0.2 on average.",
    );
  });

  it("takes a pointer's height as a round number within the limit", () => {
    const guesses = {
      points: [
        { x: -1, y: 0 },
        { x: 1, y: 0 },
      ],
      limit: 2,
    };
    assert.deepEqual([guessAt(0.512, guesses), guessAt(9, guesses), guessAt(-9, guesses)], [0.5, 2, -2]);
    assert.deepEqual([nearestGuess(-0.1, guesses), nearestGuess(7, guesses)], [0, 1]);
  });

  it("is for functions of one number: of others it says so and conceals nothing", () => {
    const state = predicting("softmax");
    assert.match(problemOf(state)!, /Softmax does not go entry by entry/);
    assert.ok(!isConcealing(state));
    assert.deepEqual(concealed(state), state);
  });
});

describe("the lab's modes", () => {
  it("are switched on and off; predicting starts afresh, in the view where it is done", () => {
    const start = readLabState({ view: "depth" });
    assert.equal(toggled(start, "present").present, true);
    assert.deepEqual(toggled(toggled(start, "present"), "present"), start);
    const on = toggled(start, "predict");
    assert.deepEqual([on.view, on.predict], ["function", { guesses: [0, 0, 0, 0, 0], isRevealed: false }]);
    assert.equal(toggled(on, "predict").predict, null);
  });

  it("forget what was guessed of another function", () => {
    const state = predicting("tanh", { guesses: [1, 1, 1, 1, 1], isRevealed: true });
    assert.deepEqual(withFunction(state, "elu").predict, { guesses: [0, 0, 0, 0, 0], isRevealed: false });
  });

  it("are read field by field", () => {
    const guesses = readLabState({ predict: { guesses: ["1", NaN, 5000, 0.5], isRevealed: 1 } }).predict;
    assert.deepEqual(guesses, { guesses: [0, 0, 0, 0.5, 0], isRevealed: false });
    for (const predict of [undefined, null, 7, "x", {}, { guesses: 3 }])
      assert.equal(readLabState({ predict }).predict, null);
    assert.equal(readLabState({ present: 1 }).present, false);
  });
});
