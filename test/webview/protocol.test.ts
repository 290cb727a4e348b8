import assert from "node:assert/strict";
import fc from "fast-check";
import { functions } from "../../src/engine/functions/index.ts";
import {
  type LabState,
  completeParams,
  isInterval,
  readLabSettings,
  readLabState,
  readToExtension,
  readToWebview,
} from "../../src/webview/protocol.ts";

const state: LabState = {
  version: 1,
  view: "transform",
  functionId: "leaky_relu",
  params: { negative_slope: 0.15 },
  orders: [true, false, true],
  tangent: true,
  interval: [-2, 3.5],
  cursor: -0.25,
  a: -1.5,
  inputs: [0, 1, -1],
  numbers: "1 2 3",
  transformOrder: 2,
  compare: [
    { functionId: "leaky_relu", params: { negative_slope: 0.2 } },
    { functionId: "relu", params: {} },
  ],
  compareOrder: 1,
  comparePair: [1, 0],
  answers: {
    layer: "output",
    task: "binary",
    architecture: "gan",
    constraints: ["mobile", "mixed-precision"],
  },
  snippet: "keras",
  featureMap: {
    picture: "own",
    own: { name: "cat.png", rows: 1, columns: 3, values: [0, 128, 255] },
    kernel: { rows: 1, columns: 3, values: [-1, 0.5, 2] },
    stride: [2, 1],
    padding: "same",
    dilation: [1, 2],
    bias: -0.5,
    normalisation: "after",
    pooling: "average",
    poolSize: 3,
    seed: 4,
    isShared: false,
    at: [3, 5],
  },
  depth: {
    layers: 50,
    initialisation: "gain",
    gain: 1.5,
    normalisation: "batch-after",
    residual: true,
    seed: 7,
    at: 12,
  },
  collapse: { layers: 5, width: 3, seed: 9, isActivated: true },
  training: {
    data: "spirals",
    layers: 3,
    width: 12,
    learningRate: 0.5,
    weights: "pytorch",
    bias: -1,
    seed: 4,
    speed: 20,
  },
  present: true,
  predict: { guesses: [0, 0.5, -1, 2, 0.25], isRevealed: true },
  source: {
    place: "model.py:42",
    text: "nn.LeakyReLU(0.2)",
    framework: "PyTorch",
    functionId: "leaky_relu",
    given: { negative_slope: 0.2 },
    defaults: { negative_slope: 0.01 },
    unknown: ["negative_slope"],
    call: {
      text: "nn.LeakyReLU(0.2)",
      places: [
        {
          parameter: "negative_slope",
          name: "negative_slope",
          written: { start: 13, end: 16 },
          infinite: null,
          addition: null,
        },
        {
          parameter: "negative_slope",
          name: "a",
          written: null,
          infinite: "inf",
          addition: { point: 0, before: "a=", after: "", otherwise: "0.01" },
        },
      ],
      points: [{ at: 16, lead: ", ", between: ", ", tail: "" }],
      hasPoint: true,
    },
    convolution: {
      text: "nn.Conv2d(3, 8, (1, 3))",
      kernel: [1, 3],
      stride: [1, 1],
      padding: [0, 0],
      dilation: [1, 1],
      channels: [3, 8],
      isNormalised: false,
    },
  },
};
const initial = readLabState(undefined);

/** Anything at all in each field of a state, and anything at all instead of it. */
const hostile = fc.oneof(
  fc.anything({
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
  }),
  fc.record(
    Object.fromEntries(
      Object.entries(state).map(([key, value]) => [
        key,
        fc.oneof(fc.anything({ withSparseArray: true }), fc.constant<unknown>(value)),
      ]),
    ),
    { requiredKeys: [] },
  ),
);

function isWellFormed(read: LabState): void {
  const fn = functions.find(({ id }) => id === read.functionId);
  assert.ok(fn);
  assert.deepEqual(Object.keys(read.params), Object.keys(fn.params));
  assert.ok(Object.values(read.params).every((value) => typeof value === "number" && !Number.isNaN(value)));
  assert.ok(read.interval === null || isInterval(read.interval));
  assert.ok(Number.isFinite(read.cursor));
  assert.ok(read.inputs.length >= 1 && read.inputs.every(Number.isFinite));
  assert.equal(typeof read.numbers, "string");
  assert.equal(read.orders.length, 3);
}

describe("the lab's contract", () => {
  it("reads a state back as it was, also through JSON", () => {
    assert.deepEqual(readLabState(state), state);
    assert.deepEqual(readLabState(JSON.parse(JSON.stringify(state))), state);
  });

  it("starts on ReLU with the worked example, f and f′ on", () => {
    assert.equal(initial.functionId, "relu");
    assert.equal(initial.numbers, "[-2.0, 0.5, -0.3, 1.2]");
    assert.deepEqual(initial.orders, [true, true, false]);
  });

  it("keeps the good fields of a state with bad ones", () => {
    for (const key of Object.keys(state) as (keyof LabState)[]) {
      if (key === "version") continue;
      const read = readLabState({ ...state, [key]: { not: "it" } });
      const expected = { ...state, [key]: initial[key] };
      if (key === "functionId") Object.assign(expected, { params: {} });
      if (key === "params") Object.assign(expected, { params: { negative_slope: 0.01 } });
      assert.deepEqual(read, expected, key);
    }
  });

  it("reads any value as a state that can be shown", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        isWellFormed(readLabState(value));
      }),
      { numRuns: 2000 },
    );
  });

  it("reads its own result unchanged", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const read = readLabState(value);
        assert.deepEqual(readLabState(read), read);
      }),
    );
  });

  it("takes an infinite parameter that JSON turned to null for the default", () => {
    const cap = readLabState({ functionId: "generalized_relu", params: { max_value: null, threshold: 1 } });
    assert.deepEqual(cap.params, { max_value: Infinity, negative_slope: 0, threshold: 1 });
  });

  it("ignores parameters a function does not have, and the prototype's", () => {
    const params = JSON.parse('{"negative_slope": 0.5, "__proto__": {"a": 1}, "toString": 3}') as unknown;
    assert.deepEqual(readLabState({ functionId: "leaky_relu", params }).params, { negative_slope: 0.5 });
  });

  it("completes the parameters of every function", () => {
    for (const fn of functions) {
      assert.deepEqual(Object.keys(completeParams(fn, null)), Object.keys(fn.params), fn.id);
    }
  });

  it("drops a call whose places lie outside its text", () => {
    const { call } = state.source!;
    for (const bad of [
      { ...call, points: [{ ...call!.points[0], at: 18 }] },
      { ...call, points: [{ ...call!.points[0], at: -1 }] },
      { ...call, points: [...call!.points, {}] },
      { ...call, places: [] },
      { ...call, places: [{ ...call!.places[0], written: { start: 13, end: 99 } }] },
      { ...call, places: [{ ...call!.places[0], parameter: "alpha" }] },
      { ...call, text: "x".repeat(2001) },
    ]) {
      assert.equal(readLabState({ ...state, source: { ...state.source, call: bad } }).source?.call, null);
    }
  });

  it("keeps an addition only at a point that there is", () => {
    const { call } = state.source!;
    const [, second] = call!.places;
    const elsewhere = { ...call, places: [{ ...second, addition: { ...second!.addition, point: 1 } }] };
    const read = readLabState({ ...state, source: { ...state.source, call: elsewhere } }).source?.call;
    assert.equal(read?.places[0]?.addition, null);
  });

  it("drops a source whose function is unknown or whose texts are too long", () => {
    assert.equal(readLabState({ ...state, source: { ...state.source, functionId: "nope" } }).source, null);
    assert.equal(readLabState({ ...state, source: { ...state.source, text: "x".repeat(301) } }).source, null);
  });

  for (const [value, expected] of [
    [[-4, 4], true],
    [[4, -4], false],
    [[0, 0], false],
    [[0, 1e-7], false],
    [[1e8, 1e8 + 1], false],
    [[-Infinity, 1], false],
    [[NaN, 1], false],
    [[0, 2e9], false],
    [["-4", "4"], false],
    [[1, 2, 3], false],
    ["ab", false],
  ] as const) {
    it(`${expected ? "plots" : "does not plot"} over ${JSON.stringify(value)}`, () => {
      assert.equal(isInterval(value), expected);
    });
  }

  it("reads settings field by field", () => {
    assert.deepEqual(readLabSettings({ followCursor: true, digits: "full" }), {
      followCursor: true,
      digits: "full",
    });
    for (const digits of [0, 18, 2.5, NaN, "6", null, {}])
      assert.equal(readLabSettings({ digits }).digits, 6);
    assert.deepEqual(readLabSettings(null), { followCursor: false, digits: 6 });
  });

  it("reads each message of either side", () => {
    const settings = { followCursor: true, digits: 4 };
    for (const message of [
      { type: "show", state },
      { type: "follow", state },
      { type: "settings", settings },
    ]) {
      assert.deepEqual(readToWebview(message), message);
    }
    for (const message of [
      { type: "ready" },
      { type: "state-changed", state },
      { type: "reveal-source" },
      { type: "follow-cursor", on: true },
      { type: "apply-parameters", functionId: "leaky_relu", params: { negative_slope: 0.15 } },
      { type: "failed", message: "no canvas" },
    ]) {
      assert.deepEqual(readToExtension(message), message);
    }
  });

  it("passes on nothing but the fields of the contract", () => {
    assert.deepEqual(readToExtension({ type: "reveal-source", uri: "file:///etc/passwd" }), {
      type: "reveal-source",
    });
    assert.equal(readToExtension({ type: "failed", message: "x".repeat(5000) })?.type, "failed");
    assert.equal(readToExtension({ type: "follow-cursor", on: "yes" }), undefined);
    assert.deepEqual(
      readToExtension({
        type: "apply-parameters",
        functionId: "leaky_relu",
        params: { negative_slope: 1, alpha: 2, toString: 3 },
        range: [0, 9],
        text: "import os",
      }),
      { type: "apply-parameters", functionId: "leaky_relu", params: { negative_slope: 1 } },
    );
    for (const params of [null, {}, { negative_slope: "0); import os" }, { alpha: 1 }]) {
      assert.equal(
        readToExtension({ type: "apply-parameters", functionId: "leaky_relu", params }),
        undefined,
      );
    }
    assert.equal(readToExtension({ type: "toString" }), undefined);
    assert.equal(readToWebview({ type: "ready" }), undefined);
  });

  it("never throws on what is no message", () => {
    const typed = fc.record({
      type: fc.constantFrom(
        "ready",
        "state-changed",
        "reveal-source",
        "follow-cursor",
        "failed",
        "apply-parameters",
        "show",
        "follow",
        "settings",
      ),
      state: hostile,
      settings: fc.anything(),
      on: fc.anything(),
      functionId: fc.oneof(fc.anything(), fc.constant("leaky_relu")),
      params: fc.anything(),
      message: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), typed), (value) => {
        readToExtension(value);
        readToWebview(value);
      }),
      { numRuns: 1000 },
    );
  });
});
