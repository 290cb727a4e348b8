import assert from "node:assert/strict";
import fc from "fast-check";
import { functionById, functions } from "../../../src/engine/functions/index.ts";
import type { TransformOptions } from "../../../src/engine/transform/options.ts";
import { transformSlices, transformSteps, transformText } from "../../../src/engine/transform/transform.ts";

const example = "[-2.0, 0.5, -0.3, 1.2]";

function textOf(text: string, options: TransformOptions): string {
  const result = transformText(text, options);
  return result.kind === "problem" ? result.reason : result.text;
}

describe("transformText", () => {
  const cases: readonly (readonly [text: string, options: TransformOptions, expected: string])[] = [
    [example, { function: "relu" }, "[0, 0.5, 0, 1.2]"],
    [example, { function: "relu", order: 1 }, "[0, 1, 0, 1]"],
    [example, { function: "relu", order: 2 }, "[0, 0, 0, 0]"],
    [example, { function: "leaky_relu", params: { negative_slope: 0.2 } }, "[-0.4, 0.5, -0.06, 1.2]"],
    // Expected values: Python's math module.
    [example, { function: "sigmoid" }, "[0.119203, 0.622459, 0.425557, 0.768525]"],
    [example, { function: "sigmoid", digits: 3 }, "[0.119, 0.622, 0.426, 0.769]"],
    ["0", { function: "sigmoid" }, "0.5"],
    ["0", { function: "sigmoid", order: 1 }, "0.25"],
    // Expected values: scipy.special.softmax.
    [example, { function: "softmax" }, "[0.0231541, 0.282074, 0.126744, 0.568028]"],
    ["[[0, 0], [1, 2, 3]]", { function: "softmax" }, "[[0.5, 0.5], [0.0900306, 0.244728, 0.665241]]"],
    ["0,0\n7\n1,1,1,1", { function: "softmax" }, "0.5,0.5\n1\n0.25,0.25,0.25,0.25"],
    ["f(a=9, [1], [3, 3])", { function: "softmax" }, "f(a=9, [1], [0.5, 0.5])"],
    ["[(3,), (3,)]", { function: "softmax" }, "[(1,), (1,)]"],
    ["[np.float64(3), np.float64(3)]", { function: "softmax" }, "[np.float64(0.5), np.float64(0.5)]"],
    ["[[3, 3],\n ...,\n [3, 3]]", { function: "softmax" }, "[[0.5, 0.5],\n ...,\n [0.5, 0.5]]"],
    ["\u22121.5, 2", { function: "elu", digits: 3 }, "\u22120.777, 2"],
    ["[np.inf, 1, -np.inf]", { function: "relu" }, "[np.inf, 1, 0]"],
    ["[-inf, inf, nan]", { function: "sigmoid" }, "[0, 1, nan]"],
    ["[-float('inf'), 1]", { function: "leaky_relu" }, "[-float('inf'), 1]"],
    ["[float('-inf'), 1]", { function: "leaky_relu" }, "[float('-inf'), 1]"],
    ["[-np.inf, 1]", { function: "leaky_relu", params: { negative_slope: -1 } }, "[np.inf, 1]"],
    ["[Infinity, NaN, 1]", { function: "softmax" }, "[NaN, NaN, NaN]"],
  ];
  for (const [text, options, expected] of cases) {
    it(`${options.function} ${JSON.stringify({ ...options, function: undefined })} of ${text}`, () => {
      assert.equal(textOf(text, options), expected);
    });
  }

  it("is exact beside a zero of f′ for few numbers, where plain doubles have no right digit", () => {
    const [gelu, text] = [functionById("gelu"), "-0.7517915246935645"];
    const exact = gelu.derivative(Number(text)).toPrecision(6);
    assert.equal(textOf(text, { function: "gelu", order: 1 }), exact);
    const many = textOf(Array(1001).fill(text).join(" "), { function: "gelu", order: 1 });
    assert.notEqual(many.split(" ")[0], exact);
  });

  it("gives edits only for numbers that change", () => {
    const result = transformText(example, { function: "relu" });
    assert.ok(result.kind === "transformed");
    assert.deepEqual(result.edits, [
      { start: 1, end: 5, text: "0" },
      { start: 12, end: 16, text: "0" },
    ]);
    assert.equal(result.count, 4);
  });

  const problems: readonly (readonly [text: string, options: TransformOptions, message: RegExp])[] = [
    ["1", { function: "relo" }, /no activation function relo/],
    ["1", { function: "elu", params: { alpha: -1 } }, /alpha=-1 .*above 0.*because/],
    ["1", { function: "elu", params: { beta: 1 } }, /no parameter beta/],
    ["1", { function: "softmax", order: 1 }, /matrix/],
    ["[1, 2, 3, 4]", { function: "glu" }, /one number of two.*no place for its results/],
    ["1", { function: "relu", digits: 0 }, /1 to 17/],
    ["1", { function: "relu", digits: 2.5 }, /1 to 17/],
    ["nothing", { function: "relu" }, /^No number found\./],
    ["", { function: "relu" }, /^No number found\./],
    ["f(x) - 3", { function: "relu" }, /inside the brackets/],
    ["[0.1 ... 0.9]", { function: "softmax" }, /hides some/],
  ];
  for (const [text, options, message] of problems) {
    it(`says why it cannot: ${message.source}`, () => {
      const result = transformText(text, options);
      assert.ok(result.kind === "problem");
      assert.match(result.message, message);
    });
  }
});

/** Text in which numbers and all that is told apart from them come close together. */
const pieces = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...Array.from("()[]{}'\"#/=:,;.+-*_ \t\n\r\u2212\u2026\\jeE")),
    minLength: 1,
    maxLength: 2,
  }),
  fc.constantFrom(
    "np.inf",
    "nan",
    "float('inf')",
    "x",
    "//",
    "/*",
    "*/",
    "...",
    '"""',
    "lr=",
    "shape=",
    "1+2j",
  ),
  fc.double().map(String),
  fc.integer({ min: -999, max: 2050 }).map(String),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const mixture = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));
const anyFunction = fc.constantFrom(...functions.map(({ id }) => id));
const anyOptions = fc.record(
  {
    function: anyFunction,
    order: fc.constantFrom(0 as const, 1 as const, 2 as const),
    digits: fc.oneof(fc.integer({ min: 1, max: 17 }), fc.constant("full" as const)),
  },
  { requiredKeys: ["function"] },
);

describe("whatever the text", function () {
  this.timeout(20_000);

  it("every character that belongs to no number stays, and the edits say the same as the text", () => {
    fc.assert(
      fc.property(mixture, anyOptions, (text, options) => {
        const result = transformText(text, options);
        const steps = transformSteps(text, options);
        if (result.kind === "problem" || steps.kind === "problem") {
          assert.deepEqual(result, steps);
          return;
        }
        assert.equal(result.count, steps.steps.length);
        const number =
          /^[-+\u2212]?\s*(?:[\d_]*\.?[\d_]*(?:e[-+\u2212]?\d+)?|nan|inf(?:inity)?|\w+\.(?:inf|nan)|float\(.*\))$/i;
        let from = 0;
        let expected = "";
        for (const { start, end, before, after } of steps.steps) {
          assert.ok(from <= start && start < end && end <= text.length);
          assert.equal(text.slice(start, end), before);
          assert.match(before, number);
          assert.match(after, number);
          expected += text.slice(from, start) + after;
          from = end;
        }
        assert.equal(result.text, expected + text.slice(from));
        let edited = text;
        for (const { start, end, text: by } of [...result.edits].reverse()) {
          edited = edited.slice(0, start) + by + edited.slice(end);
        }
        assert.equal(edited, result.text);
      }),
      { numRuns: 2000 },
    );
  });

  it("the identity keeps every number's value, and doing it again changes nothing", () => {
    const identity = { function: "leaky_relu", params: { negative_slope: 1 }, digits: "full" } as const;
    const value = fc.oneof(
      fc.double(),
      fc.constantFrom("+1", "-.5", "5.", "1_000", "0x1F", "x", "np.inf", "nan"),
    );
    const list = fc.array(value, { minLength: 1 }).map((items) => `[${items.map(String).join(", ")}]`);
    fc.assert(
      fc.property(list, (text) => {
        const [first, again] = [text, textOf(text, identity)].map((t) => transformSteps(t, identity));
        if (first!.kind === "problem" || again!.kind === "problem") return;
        assert.deepEqual(
          again!.steps.map(({ input }) => input),
          first!.steps.map(({ input }) => (input === 0 ? 0 : input)),
        );
        assert.ok(again!.steps.every(({ before, after }) => before === after));
      }),
    );
  });

  it("yields rising progress, and the same in the end", () => {
    const text = Array.from({ length: 60_000 }, (_, i) => (i % 100) - 50).join(" ");
    const progress: number[] = [];
    const slices = transformSlices(text, { function: "gelu" });
    let next = slices.next();
    for (; !next.done; next = slices.next()) progress.push(next.value);
    assert.ok(progress.length > 10);
    assert.deepEqual(
      progress,
      [...progress].sort((a, b) => a - b),
    );
    assert.ok(progress[0]! > 0 && progress.at(-1)! <= 1);
    assert.deepEqual(next.value, transformText(text, { function: "gelu" }));
  });
});
