import assert from "node:assert/strict";
import { functionById, functions } from "../../../src/engine/functions/index.ts";
import { summaryOf } from "../../../src/engine/frameworks/summary.ts";
import { readLabState } from "../../../src/webview/protocol.ts";
import { defaultRows, kinkRows } from "../../../src/webview/views/compare/frameworks.ts";
import { without } from "../../../src/webview/views/compare/list.ts";
import {
  differenceOf,
  entriesOf,
  factsTable,
  largestText,
  overlay,
  overlayCursor,
  shortLabel,
} from "../../../src/webview/views/compare/model.ts";

const entriesWith = (...compare: object[]) => entriesOf(readLabState({ compare }));

describe("the compare view", () => {
  it("starts with the two GELUs, and says how far apart they are and where", () => {
    const [exact, tanh] = entriesOf(readLabState(undefined));
    const text = largestText(differenceOf(exact!, tanh!, 0, 200));
    assert.match(text, /^Largest difference on -\d to \d: -0\.0004732 at x = -?2\.699 and at -?2\.699\.$/);
  });

  // Plain doubles cancel there: of f′ no digit is right.
  it("reads f′ exactly at the cursor", () => {
    const [gelu, x] = [functionById("gelu"), -0.7517915246935645];
    const [reading] = overlayCursor(
      entriesWith({ functionId: "gelu" }, { functionId: "relu" }),
      1,
      x,
    ).readings;
    assert.equal(reading?.value, gelu.derivative(x));
  });

  it("draws every function of the engine at each order, told apart by its series", () => {
    for (const { id } of functions) {
      for (const order of [0, 1, 2] as const) {
        const entries = entriesWith({ functionId: id }, { functionId: "relu" });
        const { lines, interval } = overlay(entries, order, 100);
        assert.deepEqual(
          lines.map(({ series }) => series),
          [0, 1],
          id,
        );
        assert.ok(interval[0] < interval[1] && lines[0]!.y.some(Number.isFinite), id);
      }
    }
  });

  it("reads all functions at the cursor", () => {
    const entries = entriesWith(
      { functionId: "relu" },
      { functionId: "leaky_relu", params: { negative_slope: 0.2 } },
    );
    assert.deepEqual(
      overlayCursor(entries, 0, -2).readings.map(({ label, value }) => [label, value]),
      [
        ["ReLU", 0],
        ["Leaky ReLU 0.2", -0.4],
      ],
    );
  });

  it("says when the largest difference lies at an end, and when there is none", () => {
    const [relu, tanh] = entriesWith({ functionId: "relu" }, { functionId: "tanh" });
    assert.match(largestText(differenceOf(relu!, tanh!, 0, 100)), /at an end of the interval/);
    assert.equal(largestText(differenceOf(relu!, relu!, 0, 100)), "No difference on -4 to 4.");
    assert.equal(largestText(differenceOf(relu!, relu!, 0, 100, [-1, 1])), "No difference on -1 to 1.");
    assert.deepEqual(overlay([relu!, tanh!], 0, 100, [-1, 1]).interval, [-1, 1]);
  });

  it("puts facts side by side, and claims nothing of parameters outside their domain", () => {
    const entries = entriesWith({ functionId: "relu" }, { functionId: "elu", params: { alpha: -1 } });
    const { head, rows } = factsTable(entries);
    assert.deepEqual(head, ["", "ReLU", "ELU -1"]);
    assert.deepEqual(rows[0], ["Range", "[0, ∞)", "–"]);
  });

  it("names where defaults and derivatives at a kink differ, as the tables have them", () => {
    const leaky = Object.fromEntries(defaultRows(summaryOf("leaky_relu")) as [string, string][]);
    assert.match(leaky["negative_slope 0.01"]!, /PyTorch/);
    assert.match(leaky["negative_slope 0.3"]!, /keras\.layers/);
    const gelu = defaultRows(summaryOf("gelu")).map(([value]) => value);
    assert.deepEqual(gelu.sort(), ["GELU", "GELU, tanh form"]);
    for (const [, side, places] of functions.flatMap(({ id }) => kinkRows(summaryOf(id)))) {
      assert.ok(side && places);
    }
  });

  it("keeps the pair of functions that are left", () => {
    const { compare } = readLabState({
      compare: ["relu", "elu", "silu"].map((functionId) => ({ functionId })),
    });
    const pairAfter = (pair: readonly [number, number], index: number) =>
      without({ compare, comparePair: pair }, index).comparePair;
    assert.deepEqual(pairAfter([1, 2], 0), [0, 1]);
    assert.deepEqual(pairAfter([0, 1], 2), [0, 1]);
    assert.deepEqual(pairAfter([0, 2], 2), [0, 1]);
  });

  it("cuts a label that would take the chart's width", () => {
    assert.equal(shortLabel("GELU"), "GELU");
    assert.ok(shortLabel("Generalized ReLU 6 0.1 0.5").length <= 15);
  });
});
