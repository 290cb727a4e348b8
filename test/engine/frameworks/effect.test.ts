import assert from "node:assert/strict";
import type { Literal } from "../../../src/engine/frameworks/define.ts";
import { effectOf } from "../../../src/engine/frameworks/effect.ts";
import { frameworks } from "../../../src/engine/frameworks/index.ts";

function effect(
  name: string,
  given: Readonly<Record<string, Literal>> = {},
  unknown: readonly string[] = [],
) {
  const row = frameworks.flatMap(({ spellings }) => spellings).find((spelling) => spelling.name === name)!;
  const { function: id, values } = effectOf(row, {
    values: new Map(Object.entries(given)),
    unknown: new Set(unknown),
  });
  return [id, values];
}

describe("what a spelling computes", () => {
  const relu = "keras.layers.ReLU";

  it("is the simplest function that the arguments give", () => {
    assert.deepEqual(effect(relu), ["relu", {}]);
    assert.deepEqual(effect(relu, { max_value: 6 }), ["relu6", {}]);
    assert.deepEqual(effect(relu, { max_value: null, negative_slope: 0.1 }), [
      "leaky_relu",
      { negative_slope: 0.1 },
    ]);
    assert.deepEqual(effect(relu, { max_value: 4 }), [
      "generalized_relu",
      { max_value: 4, negative_slope: 0, threshold: 0 },
    ]);
    assert.deepEqual(effect(relu, { threshold: 1 }), [
      "generalized_relu",
      { max_value: Infinity, negative_slope: 0, threshold: 1 },
    ]);
  });

  it("stays general where an argument is not known, and leaves that one out", () => {
    assert.deepEqual(effect(relu, {}, ["max_value"]), [
      "generalized_relu",
      { negative_slope: 0, threshold: 0 },
    ]);
    assert.deepEqual(effect(relu, {}, ["negative_slope"]), ["leaky_relu", {}]);
    assert.deepEqual(effect("torch.nn.functional.gelu", {}, ["approximate"]), ["gelu", {}]);
  });

  it("has the parameters that the framework fixes", () => {
    assert.deepEqual(effect("leaky_relu"), ["leaky_relu", { negative_slope: 0.2 }]);
    assert.deepEqual(effect("tf.nn.elu"), ["elu", { alpha: 1 }]);
    assert.deepEqual(effect("jax.nn.silu"), ["silu", { beta: 1 }]);
  });

  it("counts a bool as a number, reads an initialiser's name, and nothing else as one", () => {
    assert.deepEqual(effect("torch.nn.LeakyReLU", { negative_slope: true }), [
      "leaky_relu",
      { negative_slope: 1 },
    ]);
    assert.deepEqual(effect("keras.layers.PReLU", { alpha_initializer: "ones" }), ["prelu", { a: 1 }]);
    assert.deepEqual(effect("keras.layers.PReLU", { alpha_initializer: "glorot_uniform" }), ["prelu", {}]);
    assert.deepEqual(effect("torch.nn.LeakyReLU", { negative_slope: null }), ["leaky_relu", {}]);
  });
});
