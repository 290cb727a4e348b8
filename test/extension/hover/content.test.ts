import assert from "node:assert/strict";
import { describeUse } from "../../../src/extension/hover/content.ts";
import { plainText } from "../../../src/extension/hover/plain-text.ts";
import type { FunctionId } from "../../../src/engine/functions/index.ts";
import { findUse } from "../find-use.ts";

const torch = "import torch.nn as nn, torch.nn.functional as F\n";
const keras = "from keras import layers\n";
const jax = "import jax\n";

const describeAt = (source: string) => describeUse(findUse(source));

describe("hover content", () => {
  it("tells a given parameter from the framework's default", () => {
    assert.deepEqual(describeAt(`${torch}nn.LeakyReLU|(0.2)`).parameters, [
      "negative_slope=0.2 (given; default 0.01)",
    ]);
    assert.deepEqual(describeAt(`${torch}nn.LeakyReLU|()`).parameters, ["negative_slope=0.01 (default)"]);
    assert.deepEqual(describeAt(`${keras}layers.LeakyReLU|()`).parameters, ["negative_slope=0.3 (default)"]);
  });

  it("says what it shows for a value that is no literal", () => {
    const { parameters } = describeAt(`${torch}nn.LeakyReLU|(config.slope)`);
    assert.equal(parameters.length, 1);
    assert.match(parameters[0]!, /^negative_slope=… \(not a literal; shown with 0\.01\)$/);
  });

  it("shows a gated function against its gate half, and says so", () => {
    const softmax = findUse(`${torch}F.softmax|(x, dim=1)`);
    const { formula, values } = describeUse({ ...softmax, function: "glu", values: {} });
    assert.equal(formula, "f(a, b) = a/(1 + exp(-b))");
    assert.equal(values[0], "a·Sigmoid(b), drawn at a = 1");
    assert.equal(values[1], "y(-2)=0.1192  y(0)=0.5  y(2)=0.8808");
  });

  it("says what equal inputs of a vector function give, and what its outputs sum to only where that is fixed", () => {
    const use = findUse(`${torch}F.softmax|(x, dim=1)`);
    const valuesOf = (id: FunctionId) => describeUse({ ...use, function: id, values: {} }).values;
    assert.deepEqual(valuesOf("softmax").slice(-2), ["sums to 1", "equal inputs: 0.1 each"]);
    assert.equal(valuesOf("log_softmax").at(-1), "equal inputs: -2.3 each");
  });

  it("puts this call's numbers into the formula", () => {
    assert.equal(describeAt(`${torch}nn.LeakyReLU|(0.2)`).formula, "f(x) = x if x >= 0 else 0.2*x");
  });

  it("gives both slopes of a kink and the framework's own derivative there", () => {
    const texts = (source: string) => describeAt(source).values.join(" · ");
    assert.match(texts(`${torch}nn.LeakyReLU|(0.2)`), /f′ 0\.2 left of 0, 1 right; PyTorch f′\(0\)=0\.2/);
    assert.match(texts(`${jax}jax.nn.leaky_relu|(x, 0.2)`), /JAX f′\(0\)=1/);
  });

  it("names the defaults of other frameworks", () => {
    const { elsewhere } = describeAt(`${torch}nn.LeakyReLU|()`);
    assert.match(elsewhere!, /0\.2/);
    assert.match(elsewhere!, /keras\.layers 0\.3/);
  });

  it("tells exact and tanh GELU apart", () => {
    assert.equal(describeAt(`${torch}F.gelu|(x)`).fn.id, "gelu");
    assert.equal(describeAt(`${torch}F.gelu|(x, approximate="tanh")`).fn.id, "gelu_tanh");
    assert.equal(describeAt(`${jax}jax.nn.gelu|(x)`).fn.id, "gelu_tanh");
  });

  it("speaks of a softmax's units", () => {
    const content = describeAt(`${keras}layers.Dense(10, activation="soft|max")`);
    assert.equal(content.units, 10);
    assert.equal(content.spelling, "Keras Dense(activation=)");
    assert.match(content.values.join(" · "), /equal inputs: 0\.1 each/);
  });

  it("remarks on traps of the call, one at most", () => {
    assert.match(describeAt(`${torch}nn.LeakyReLU|(True)`).remark!, /bool, which counts as 1/);
    assert.match(
      describeAt(`${keras}layers.Dense(1, activation="soft|max")`).remark!,
      /one unit always gives 1/,
    );
    assert.match(describeAt(`${torch}nn.Softmax|()`).remark!, /dim is not given/);
    assert.match(
      describeAt('import neat\ng = neat.DefaultGenome(activation_default="sig|moid")').remark!,
      /multiplies its input by 5/,
    );
    assert.match(describeAt(`${torch}nn.LogSoftmax|()`).remark!, /dim is not given/);
    assert.match(describeAt(`${torch}nn.Softmin|()`).remark!, /dim is not given/);
    assert.equal(describeAt(`${torch}nn.Softmax|(dim=-1)`).remark, undefined);
    assert.equal(describeAt(`${torch}nn.Softmax|(dim=d)`).remark, undefined);
  });

  it("says what is wrong with a parameter outside its domain", () => {
    assert.match(describeAt(`${keras}layers.ELU|(alpha=float("nan"))`).remark!, /alpha/);
  });

  it("is whole as plain text", () => {
    const text = plainText(describeAt(`${torch}nn.LeakyReLU|(0.2)`));
    for (const part of ["Leaky ReLU · torch.nn.LeakyReLU", "given; default 0.01", "0.2*x", "f(-2)=-0.4"]) {
      assert.ok(text.includes(part), `${part} in\n${text}`);
    }
  });
});
