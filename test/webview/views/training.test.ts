import assert from "node:assert/strict";
import { readLabState } from "../../../src/webview/protocol.ts";
import { createTrainer } from "../../../src/webview/training/worker.ts";
import {
  type History,
  layerTable,
  lossCurve,
  lossCursor,
  problemOf,
  remembered,
  runKey,
  startOf,
  statusText,
  surfaceMap,
} from "../../../src/webview/views/training/model.ts";

const state = readLabState({ functionId: "relu" });
const first = () => createTrainer()({ run: 1, start: startOf(state), steps: 0 })!;

describe("the training view", () => {
  it("answers once for each request, and only where there is a run", () => {
    const trainer = createTrainer();
    assert.equal(trainer({ run: 1, steps: 1 }), undefined);
    assert.equal(trainer({ run: 1, start: startOf(state), steps: 0 })!.step, 0);
    const { run, step } = trainer({ run: 1, steps: 5 })!;
    assert.deepEqual([run, step], [1, 5]);
  });

  it("says where it stands", () => {
    assert.match(statusText(first()), /^Step 0: loss \d\.\d+, [\d.]+ % right, 1 of 16 units dead\.$/);
    const { report } = first();
    const away = { ...first(), report: { ...report, loss: NaN } };
    assert.match(statusText(away), /the weights have run away/);
  });

  it("shows every unit of every layer, the dead ones by another sign", () => {
    const rows = layerTable(first());
    assert.deepEqual(
      rows.map(([name, , dead]) => [name, dead]),
      [
        ["Layer 1", "0 of 8"],
        ["Layer 2", "1 of 8"],
        ["Output", ""],
      ],
    );
    assert.equal(rows[1]![1]!.match(/✕/g)!.length, 1);
  });

  it("has the paper where both classes are as likely", () => {
    const answer = { ...first(), surface: Float64Array.of(0, 0.5, 1) };
    assert.deepEqual([...(surfaceMap(answer).values as Float64Array)], [-1, 0, 1]);
  });

  it("keeps a history that can be drawn, with its last point", () => {
    let history: History = { steps: [], losses: [] };
    for (let step = 0; step <= 1000; step++) history = remembered(history, { ...first1, step });
    assert.ok(history.steps.length <= 400);
    assert.deepEqual([history.steps[0], history.steps.at(-1)], [0, 1000]);
    assert.deepEqual(lossCurve(history).interval, [0, 1000]);
    assert.equal(lossCursor(history, Infinity).x, 1000);
  });

  it("starts again for another network, not for another speed", () => {
    const faster = { ...state, training: { ...state.training, speed: 20 } };
    const wider = { ...state, training: { ...state.training, width: 9 } };
    assert.equal(runKey(faster), runKey(state));
    assert.notEqual(runKey(wider), runKey(state));
  });

  it("asks for a function of one number", () => {
    assert.match(problemOf(readLabState({ functionId: "softmax" }))!, /entry by entry/);
  });
});

const first1 = first();
