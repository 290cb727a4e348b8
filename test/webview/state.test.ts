import assert from "node:assert/strict";
import { functions } from "../../src/engine/functions/index.ts";
import { type LabState, readLabState } from "../../src/webview/protocol.ts";
import { Store, defaultParams, givenParams, withFunction, withUse } from "../../src/webview/state.ts";

const opened = readLabState({
  functionId: "leaky_relu",
  params: { negative_slope: 0.15 },
  source: {
    place: "model.py:42",
    text: "tf.nn.leaky_relu(x, 0.3)",
    framework: "TensorFlow",
    functionId: "leaky_relu",
    given: { negative_slope: 0.3 },
    defaults: { negative_slope: 0.2 },
  },
});

describe("the compared functions", () => {
  const compare = [
    { functionId: "leaky_relu", params: { negative_slope: 0.3 } },
    { functionId: "leaky_relu", params: { negative_slope: 0.7 } },
    { functionId: "relu", params: {} },
  ];
  const written = readLabState({
    functionId: "leaky_relu",
    params: { negative_slope: 0.15 },
    source: { ...opened.source, text: "tf.nn.leaky_relu(x, 0.15)", given: { negative_slope: 0.15 } },
  });
  const slopes = (state: LabState) => state.compare.map(({ params }) => params["negative_slope"]);

  it("have the new parameters once they were written into the code", () => {
    const state = readLabState({ ...opened, compare });
    assert.deepEqual(slopes(withUse(state, written)), [0.15, 0.7, undefined]);
  });

  it("stay as they are where the cursor goes to another place", () => {
    const state = readLabState({ ...opened, compare });
    const other = readLabState({ ...written, source: { ...written.source, place: "model.py:50" } });
    assert.deepEqual(slopes(withUse(state, other)), [0.3, 0.7, undefined]);
  });
});

describe("the lab's parameters", () => {
  it("has the framework's default and the code's value on the function it was opened on", () => {
    assert.deepEqual(defaultParams(opened), { negative_slope: 0.2 });
    assert.deepEqual(givenParams(opened), { negative_slope: 0.3 });
  });

  it("has the record's default and nothing given on another function", () => {
    const elsewhere = withFunction(opened, "elu");
    assert.deepEqual(elsewhere.params, { alpha: 1 });
    assert.deepEqual(givenParams(elsewhere), {});
  });

  it("comes back to the code's value with the function", () => {
    assert.deepEqual(withFunction(withFunction(opened, "elu"), "leaky_relu").params, { negative_slope: 0.3 });
  });

  it("keeps what the person chose when the cursor stands on another use", () => {
    const chosen: LabState = {
      ...readLabState({}),
      view: "transform",
      numbers: "[7]",
      orders: [true, false, true],
    };
    const followed = withUse({ ...chosen, interval: [0, 1] }, opened);
    const { functionId, params, source } = opened;
    assert.deepEqual(followed, { ...chosen, functionId, params, source });
  });

  it("shows every function with every parameter it has", () => {
    for (const { id, params } of functions) {
      assert.deepEqual(Object.keys(withFunction(opened, id).params), Object.keys(params), id);
    }
  });
});

describe("the store", () => {
  function recorded() {
    const saved: LabState[] = [];
    let changes = 0;
    const store = new Store(opened, {
      changed: () => (changes += 1),
      settled: (state) => saved.push(state),
    });
    return { store, saved, changes: () => changes };
  }

  it("tells of every change at once and saves only the last when it rests", async () => {
    const { store, saved, changes } = recorded();
    for (const cursor of [1, 2, 3]) store.change({ cursor });
    assert.equal(changes(), 3);
    assert.equal(saved.length, 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.deepEqual(saved, [{ ...opened, cursor: 3 }]);
  });

  it("saves at once when the page is about to go, and only what has not been saved", () => {
    const { store, saved } = recorded();
    store.flush();
    assert.deepEqual(saved, []);
    store.change({ view: "transform" });
    store.flush();
    store.flush();
    assert.deepEqual(saved, [{ ...opened, view: "transform" }]);
  });

  it("never changes a state it has given out", () => {
    const { store } = recorded();
    const before = store.state;
    store.change({ cursor: -1 });
    assert.equal(before.cursor, opened.cursor);
    assert.equal(store.state.cursor, -1);
    store.flush();
  });
});
