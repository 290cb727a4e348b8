import assert from "node:assert/strict";
import { parse } from "../../../src/engine/syntax/parser.ts";
import type { Node, Statement } from "../../../src/engine/syntax/program.ts";
import { programOf } from "../../../src/engine/syntax/python-program.ts";

function read(text: string): readonly Statement[] {
  return programOf(parse(text));
}

function only(text: string): Statement {
  const statements = read(text);
  assert.equal(statements.length, 1, text);
  return statements[0]!;
}

function value(text: string): Node {
  const statement = only(text);
  assert.ok(statement.kind === "expression");
  return statement.value;
}

describe("program of a Python text", () => {
  it("binds imports as Python does", () => {
    assert.deepEqual(only("import torch.nn as nn, torch.optim"), {
      kind: "import",
      names: [
        { name: "nn", module: "torch.nn" },
        { name: "torch", module: "torch" },
      ],
    });
    assert.deepEqual(only("from .x.y import (z as w,  # why\n  q,\n)"), {
      kind: "import",
      names: [
        { name: "w", module: ".x.y", member: "z" },
        { name: "q", module: ".x.y", member: "q" },
      ],
    });
    assert.deepEqual(only("from keras.layers import *"), {
      kind: "import",
      names: [],
      star: "keras.layers",
    });
  });

  it("tells targets from values, and an annotation from an assignment", () => {
    const chain = only("a = b, *c = f()");
    assert.ok(chain.kind === "assign" && chain.value?.kind === "call");
    assert.deepEqual(
      chain.targets.map(({ kind }) => kind),
      ["name", "tuple"],
    );
    const annotation = only("x: int");
    assert.ok(annotation.kind === "assign" && annotation.value === undefined);
    const annotated = only("x: int = 5");
    assert.ok(annotated.kind === "assign" && annotated.value?.kind === "number");
  });

  it("tells kinds of argument", () => {
    const call = value("f(x, *a, dim=-1, **k)");
    assert.ok(call.kind === "call");
    assert.deepEqual(
      call.arguments.map(({ name, stars, value: argument }) => [name, stars, argument.kind]),
      [
        [undefined, 0, "name"],
        [undefined, 1, "name"],
        ["dim", 0, "unary"],
        [undefined, 2, "name"],
      ],
    );
    assert.deepEqual(call.arguments[2]!.range, { start: 9, end: 15 });
  });

  it("tells a subscript from a member, and keeps a conditional's three parts", () => {
    const subscript = value("y[:, 0]");
    assert.ok(subscript.kind === "subscript" && subscript.object.kind === "name");
    const member = value("f(x).relu");
    assert.ok(member.kind === "member" && member.member === "relu" && member.object.kind === "call");
    const conditional = value("a if c else b");
    assert.ok(conditional.kind === "conditional");
    const names = [conditional.then, conditional.test, conditional.otherwise];
    assert.deepEqual(
      names.map((node) => node.kind === "name" && node.name),
      ["a", "c", "b"],
    );
  });

  it("reads operators, comparisons among them", () => {
    for (const operator of ["+", "@", "**", ">", "not in", "and"]) {
      const binary = value(`a ${operator} b`);
      assert.ok(binary.kind === "binary", operator);
      assert.equal(binary.operator, operator);
    }
  });

  it("names what a comprehension binds", () => {
    for (const text of ["[f(i) for i, j in a]", "{i: j for i, j in a}"]) {
      const node = value(text);
      assert.ok(node.kind === "comprehension", text);
      assert.deepEqual(node.names, ["i", "j"]);
    }
    const call = value("g(i for i in a)");
    assert.ok(call.kind === "call" && call.arguments[0]?.value.kind === "comprehension");
  });

  it("keeps the arms of statements apart", () => {
    const conditional = only("if a:\n  f()\nelif b:\n  g()\nelse:\n  h()\n");
    assert.ok(conditional.kind === "if");
    assert.deepEqual(
      conditional.arms.map(({ test, body }) => [test?.kind, body.length]),
      [
        ["name", 1],
        ["name", 1],
        [undefined, 1],
      ],
    );
    const attempt = only("try:\n  a()\nexcept E as e:\n  b()\nelse:\n  c()\nfinally:\n  d()\n");
    assert.ok(attempt.kind === "try");
    assert.deepEqual([attempt.body.length, attempt.handlers.length, attempt.finally.length], [2, 1, 1]);
    const loop = only("for i, x in xs:\n  a()\nelse:\n  b()\n");
    assert.ok(loop.kind === "loop");
    assert.deepEqual(
      [loop.targets.length, loop.over.length, loop.body.length, loop.otherwise.length],
      [2, 1, 1, 1],
    );
  });

  it("reads definitions with parameters, defaults, bases and decorators", () => {
    const method = only("@torch.no_grad()\nasync def f(self, x: int, *a, y=1, **k) -> int:\n  return x, y\n");
    assert.ok(method.kind === "function");
    assert.deepEqual(
      method.parameters.map(({ name, stars, default: initial }) => [name, stars, initial?.kind]),
      [
        ["self", 0, undefined],
        ["x", 0, undefined],
        ["a", 1, undefined],
        ["y", 0, "number"],
        ["k", 2, undefined],
      ],
    );
    assert.ok(method.decorators[0]?.kind === "member" && method.decorators[0].member === "no_grad");
    const [result] = method.body;
    assert.ok(result?.kind === "return" && result.value?.kind === "tuple");
    const model = only("class Net(nn.Module, metaclass=M):\n  def forward(self): pass\n");
    assert.ok(model.kind === "class" && model.body[0]?.kind === "function");
    assert.deepEqual(
      model.bases.map(({ name }) => name),
      [undefined, "metaclass"],
    );
  });

  it("does not throw on any prefix of a program", () => {
    const text =
      "import torch\n@d\nclass A(nn.Module):\n  def f(self, x=1, *, y):\n    with a as b, c: return [*x, {**y}]\nx: int = a[1:, ...] if not b else lambda z: z\nf(a for a in b)\n";
    for (let end = 0; end <= text.length; end++) read(text.slice(0, end));
  });
});
