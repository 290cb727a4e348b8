import assert from "node:assert/strict";
import { functionById, functions } from "../../../../src/engine/functions/index.ts";
import type { FunctionId, ParameterValues } from "../../../../src/engine/functions/index.ts";
import { completeParams } from "../../../../src/webview/protocol.ts";
import {
  type Fact,
  factsOf as factsOfRecord,
  intervalText,
} from "../../../../src/webview/views/function/facts.ts";
import { addressOf } from "../../../../src/webview/views/function/knowledge.ts";

function factsOf(id: FunctionId, given: ParameterValues = {}): readonly Fact[] {
  const fn = functionById(id);
  return factsOfRecord(fn, completeParams(fn, given));
}

function fact(id: FunctionId, name: string, params?: ParameterValues): string | undefined {
  return factsOf(id, params).find((entry) => entry.name === name)?.text;
}

describe("the function view's facts", () => {
  for (const [id, name, text] of [
    ["relu", "Range", "[0, ∞)"],
    ["tanh", "Range", "(-1, 1)"],
    ["sigmoid", "Range of f′", "0 to 0.25"],
    ["sigmoid", "At 0", "f(0) = 0.5, f′(0) = 0.25"],
    ["relu", "At 0", "f(0) = 0, f′(0) = 0"],
    ["relu", "Smoothness", "kink: at 0 f′ jumps from 0 to 1"],
    ["gelu", "Smoothness", "smooth"],
    ["gelu", "Monotone", "no"],
    ["tanh", "Zero-centred", "yes, f(-x) = -f(x)"],
    ["relu", "Saturates", "on the left (f′ → 0)"],
    ["tanh", "Far out", "f → -1 on the left, 1 on the right"],
    ["softmax", "Sum of outputs", "1"],
    ["softmax", "Lengths", "[n] to [n]"],
    ["log_softmax", "Each output", "(-∞, 0)"],
    ["glu", "Gate", "y = a · act(b), act is Sigmoid"],
    ["glu", "Halves", "a is the first, b the second along axis -1"],
    ["swiglu", "Range of act′", "-0.099839 to 1.0998"],
    ["geglu", "Halves", undefined],
    ["gelu", "Lipschitz constant", "1.1289"],
    ["squared_relu", "Lipschitz constant", "none: f′ is unbounded"],
    ["sign", "Lipschitz constant", "none: f jumps"],
    ["gelu", "f″ changes sign", "at -1.414, 1.414"],
    ["relu", "f″ changes sign", "nowhere"],
    ["sine", "f″ changes sign", "without end"],
    ["gelu", "In bfloat16", "f = 0 up to -13.56; f′ = 0 up to -13.81"],
    ["swiglu", "In float16", "act = 0 up to -20.34; act′ = 0 up to -20.3"],
    ["leaky_relu", "In float16", undefined],
  ] as const) {
    it(`says of ${id}, ${name}: ${text}`, () => {
      assert.equal(fact(id, name), text);
    });
  }

  it("follows the parameters", () => {
    assert.equal(fact("leaky_relu", "Range of f′", { negative_slope: 0.2 }), "0.2 to 1");
    const jump = { max_value: Infinity, negative_slope: 0.2, threshold: 1 };
    assert.equal(fact("generalized_relu", "Smoothness", jump), "not continuous: at 1 f jumps from 0 to 1");
  });

  it("leaves no fact of any function empty", () => {
    for (const { id } of functions) {
      const facts = factsOf(id);
      assert.ok(facts.length >= 3, id);
      for (const { text } of facts) assert.doesNotMatch(text, /^$|undefined|NaN/, id);
    }
  });

  it("writes intervals with their ends", () => {
    assert.equal(
      intervalText({ low: -0.375, high: Infinity, lowClosed: true, highClosed: false }),
      "[-0.375, ∞)",
    );
  });

  it("leads to papers by arXiv, DOI and page, and nowhere else", () => {
    const source = { authors: "A", year: 2020, title: "T" };
    assert.equal(addressOf({ ...source, id: "arXiv:1502.01852" }), "https://arxiv.org/abs/1502.01852");
    assert.equal(addressOf({ ...source, id: "doi:10.1000/1" }), "https://doi.org/10.1000/1");
    assert.equal(addressOf({ ...source, id: "https://keras.io/" }), "https://keras.io/");
    assert.equal(addressOf({ ...source, id: "javascript:alert(1)" }), undefined);
    assert.equal(addressOf(source), undefined);
  });
});
