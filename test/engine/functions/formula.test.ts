import assert from "node:assert/strict";
import { formulaText } from "../../../src/engine/functions/formula-text.ts";
import { drawCount, gumbelNoise } from "../../../src/engine/functions/gumbel-noise.ts";
import { functionById, functions } from "../../../src/engine/functions/index.ts";
import { elementwise, gated, parameterSetsOf, titleOf, vectors } from "./cases.ts";
import { type Scope, evaluate } from "./evaluate.ts";
import { gatedCasesOf, vectorCasesOf } from "./fixtures.ts";

const xs = Array.from({ length: 201 }, (_, index) => -10 + index / 10);

/** Places where text and mathematics differ by more than the text's own rounding. */
function differences(
  text: string,
  f: (x: number) => number,
  scopeOf: (x: number) => Scope = (x) => ({ x }),
): number[] {
  return xs.filter(
    (x) => Math.abs(evaluate(text, scopeOf(x)) - f(x)) > 1e-13 * Math.max(1, Math.abs(f(x)), Math.abs(x)),
  );
}

describe("formulas as plain text", () => {
  for (const fn of elementwise) {
    it(`of ${fn.id} compute what the function computes`, () => {
      for (const params of parameterSetsOf(fn)) {
        const text = formulaText(fn, params);
        assert.deepEqual(
          differences(text, (x) => fn.value(x, params)),
          [],
          `${titleOf(fn, params)}: ${text}`,
        );
      }
    });
  }

  for (const fn of vectors.filter(({ isEstimate }) => !isEstimate)) {
    it(`of ${fn.id} compute what the function computes`, () => {
      const xs = [0.5, -1, 2, 0, 1.25, 1.5];
      for (const { params } of vectorCasesOf(fn.id)) {
        const text = formulaText(fn, params);
        const want = fn.value(xs, params);
        const got = want.map((_, i) => evaluate(text, { x: NaN, xs, i }));
        for (const [i, y] of got.entries())
          assert.ok(Math.abs(y - want[i]!) < 1e-14, `${text} at ${i}: ${y}`);
      }
    });
  }

  it("of Gumbel-softmax compute draws whose mean is what the function computes", () => {
    const gumbel = functionById("gumbel_softmax");
    const xs = [0.5, -1, 2, 0, 1.25, 1.5];
    const noise = Array.from({ length: drawCount(xs.length) }, (_, k) =>
      xs.map((__, i) => gumbelNoise(i)[k]!),
    );
    for (const [params, tolerance] of [
      [{ tau: 1, hard: 0 }, 1e-14],
      [{ tau: 0.3, hard: 0 }, 1e-14],
      [{ tau: 1, hard: 1 }, 0.05],
    ] as const) {
      const text = formulaText(gumbel, params);
      for (const [i, want] of gumbel.value(xs, params).entries()) {
        const draws = noise.map((gs) => evaluate(text, { x: NaN, xs, i, gs }));
        const mean = draws.reduce((sum, y) => sum + y, 0) / draws.length;
        assert.ok(Math.abs(mean - want) < tolerance, `${text} at ${i}: ${mean}, not ${want}`);
      }
    }
  });

  for (const fn of gated) {
    it(`of ${fn.id} compute what the function computes`, () => {
      for (const { params } of gatedCasesOf(fn.id)) {
        const text = formulaText(fn, params);
        for (const a of [-1.5, 0, 2]) {
          assert.deepEqual(
            differences(
              text,
              (b) => fn.value(a, b, params),
              (b) => ({ x: NaN, a, b }),
            ),
            [],
            text,
          );
        }
      }
    });
  }

  it("that lie are found out", () => {
    assert.notDeepEqual(
      differences("x if x > 0 else 0.21*x", (x) => Math.max(x, 0.2 * x)),
      [],
    );
  });

  it("read as people write them", () => {
    const written = [
      ["leaky_relu", { negative_slope: 0.2 }, "x if x >= 0 else 0.2*x"],
      ["elu", { alpha: 1 }, "x if x > 0 else exp(x) - 1"],
      ["silu", { beta: 1 }, "x/(1 + exp(-x))"],
      ["silu", { beta: -2 }, "x/(1 + exp(2*x))"],
      ["generalized_relu", { max_value: Infinity, negative_slope: 0, threshold: 0 }, "x if x > 0 else 0"],
      [
        "generalized_relu",
        { max_value: 6, negative_slope: 0.1, threshold: 1 },
        "min(x, 6) if x > 1 else 0.1*(x - 1)",
      ],
    ] as const;
    for (const [id, params, text] of written) assert.equal(formulaText(functionById(id), params), text);
    const gelu = functionById("gelu_tanh");
    assert.equal(
      formulaText(gelu, { alpha: 0.7978845608028654, beta: 0.044715 }, 6),
      "0.5*x*(1 + tanh(0.797885*(x + 0.044715*x^3)))",
    );
  });

  it("as LaTeX have balanced braces and name every parameter's symbol", () => {
    for (const { formula, params, id } of functions) {
      let depth = 0;
      for (const sign of formula.latex.replaceAll(/\\[{}]/g, "")) {
        depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
        assert.ok(depth >= 0, id);
      }
      assert.equal(depth, 0, id);
      for (const { symbol } of Object.values(params))
        assert.ok(formula.latex.includes(symbol), `${id} ${symbol}`);
    }
  });
});
