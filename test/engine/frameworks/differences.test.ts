import assert from "node:assert/strict";
import { differencesOf } from "../../../src/engine/frameworks/differences.ts";
import { spellingsOf } from "../../../src/engine/frameworks/index.ts";
import { type FunctionId, functions } from "../../../src/engine/functions/index.ts";

function row(id: FunctionId, name: string) {
  const found = differencesOf(id).rows.find(({ names }) => names.includes(name));
  assert.ok(found, `${name} is not among the spellings of ${id}`);
  return found;
}

describe("differences across frameworks", () => {
  it("name every spelling of every function once", () => {
    for (const { id } of functions) {
      const spellings = differencesOf(id).rows.flatMap((found) => found.spellings);
      const expected = spellingsOf(id).map(({ spelling }) => spelling);
      assert.equal(spellings.length, expected.length, id);
      assert.deepEqual(new Set(spellings), new Set(expected), id);
    }
  });

  it("tell the slopes of a leaky ReLU and their names", () => {
    assert.deepEqual(row("leaky_relu", "torch.nn.LeakyReLU").parameters, ["negative_slope=0.01"]);
    assert.deepEqual(row("leaky_relu", "tf.nn.leaky_relu").parameters, ["alpha=0.2"]);
    assert.deepEqual(row("leaky_relu", "keras.layers.LeakyReLU").parameters, ["negative_slope=0.3"]);
    assert.deepEqual(row("leaky_relu", '"leaky_relu"').parameters, ["negative_slope 0.2 (fixed)"]);
  });

  it("tell what cannot be set, and what must be", () => {
    assert.deepEqual(row("elu", "tf.nn.elu").parameters, ["alpha 1 (fixed)"]);
    assert.deepEqual(row("prelu", "torch.nn.functional.prelu").parameters, ["weight (required)"]);
  });

  it("tell which function a spelling gives by default", () => {
    assert.equal(row("gelu", "jax.nn.gelu").otherwise, "gelu_tanh");
    assert.equal(row("gelu", "torch.nn.GELU").otherwise, undefined);
    assert.equal(row("generalized_relu", "keras.layers.ReLU").otherwise, "relu");
  });

  it("tell the derivative at the kink: JAX takes 1 where PyTorch takes the slope", () => {
    const right = { x: 0, derivative: 1, side: "right" };
    const left = { x: 0, derivative: 0.01, side: "left" };
    assert.deepEqual(row("leaky_relu", "jax.nn.leaky_relu").kinks, [right]);
    assert.deepEqual(row("leaky_relu", "torch.nn.LeakyReLU").kinks, [left]);
    const { kinks } = differencesOf("leaky_relu");
    const taking = (side: string) => kinks.find((group) => group.side === side)?.frameworks ?? [];
    assert.ok(taking("right").includes("jax") && taking("left").includes("torch"));
  });
});
