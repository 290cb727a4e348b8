import assert from "node:assert/strict";
import type { Expression } from "../../../src/engine/syntax/expression.ts";
import { parse } from "../../../src/engine/syntax/parser.ts";
import { callAt, expressionAt } from "../../../src/engine/syntax/python-reader.ts";

/** The expression as nested lists. */
function read(code: string): unknown {
  const expression = expressionAt(parse(`y = ${code}\n`), { start: 4, end: 4 + code.length });
  return expression && shape(expression);
}

function shape(expression: Expression): unknown {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "member":
      return [shape(expression.object), ".", expression.member];
    case "call":
      return [shape(expression.callee), "()", expression.call.arguments.length];
    case "number":
    case "string":
    case "boolean":
      return expression.value;
    case "none":
      return null;
    case "unary":
      return [expression.operator, shape(expression.operand)];
    case "binary":
      return [shape(expression.left), expression.operator, shape(expression.right)];
    case "choice":
      return ["or", ...expression.options.map(shape)];
    case "item":
      return [shape(expression.object), "[]", expression.key && shape(expression.key)];
    case "table":
    case "other":
      return "…";
  }
}

describe("expressionAt", () => {
  const cases: readonly (readonly [code: string, shape: unknown])[] = [
    ["x", "x"],
    ["a.b.c", [["a", ".", "b"], ".", "c"]],
    ["f(1, x=2)", ["f", "()", 2]],
    ["-0.5", ["-", 0.5]],
    ["1 + 2 * 3", [1, "+", [2, "*", 3]]],
    ["2 ** -3", [2, "**", ["-", 3]]],
    ["7 // 2", [7, "//", 2]],
    ["not x", ["not", "x"]],
    ["(x)", "x"],
    ["1_000", 1000],
    ["0x10", 16],
    [".5e-3", 0.0005],
    ["True", true],
    ["None", null],
    ["'relu'", "relu"],
    ['r"re\\lu"', "re\\lu"],
    ["'''relu'''", "relu"],
    ["'re' 'lu'", "relu"],
    ["a if c else b", ["or", "a", "b"]],
    ["a or b", ["or", "a", "b"]],
    ["a and b", ["a", "and", "b"]],
    ["a[0]", ["a", "[]", 0]],
    ["a['relu']", ["a", "[]", "relu"]],
    ["a[:, 0]", ["a", "[]", undefined]],
    ["2.", 2],
    ["1.e-3", 0.001],
    ["[a]", "…"],
    ["lambda: a", "…"],
  ];
  for (const [code, expected] of cases) {
    it(`reads ${code}`, () => {
      assert.deepEqual(read(code), expected);
    });
  }

  for (const code of ["'re\\lu'", "b'relu'", "f'relu'", "'re' f'lu'"]) {
    it(`does not take ${code} for a plain string`, () => {
      assert.equal(read(code), undefined);
    });
  }

  it("takes no number from an imaginary literal", () => {
    assert.ok(Number.isNaN(read("2j")));
  });
});

describe("callAt", () => {
  const callee = (code: string, name: string) => {
    const start = code.indexOf(name);
    return callAt(parse(code), { start, end: start + name.length });
  };
  const kinds = (code: string) => callee(code, "f")?.arguments.map(({ kind }) => kind);

  it("reads the kinds of arguments", () => {
    assert.deepEqual(kinds("f(1, *a, x=2, **k)"), ["positional", "spread", "keyword", "keyword-spread"]);
    assert.deepEqual(kinds("f(x for x in y)"), ["positional"]);
    assert.deepEqual(kinds("f()"), []);
  });

  it("finds none where the name is not called", () => {
    assert.equal(callee("f", "f"), undefined);
    assert.equal(callee("g(f)", "f"), undefined);
    assert.equal(callee("a.f.g(1)", "a.f"), undefined);
  });

  it("spans the call, also of a method", () => {
    assert.deepEqual(callee("y = a.f(1, 2)", "a.f")?.range, { start: 4, end: 13 });
    assert.deepEqual(callee("y = g(x).f(1)", "f")?.range, { start: 4, end: 13 });
  });
});
