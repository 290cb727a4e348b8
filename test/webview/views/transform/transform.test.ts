import assert from "node:assert/strict";
import fc from "fast-check";
import { functions } from "../../../../src/engine/functions/index.ts";
import { type LabState, readLabSettings, readLabState } from "../../../../src/webview/protocol.ts";
import { barScale, toTransform } from "../../../../src/webview/views/transform/model.ts";
import { statisticsOf } from "../../../../src/webview/views/statistics.ts";
import { stepText } from "../../../../src/webview/views/transform/step.ts";

const settings = readLabSettings(undefined);

function result(state: Partial<Record<keyof LabState, unknown>>) {
  const model = toTransform(readLabState(state), settings);
  assert.ok(model.kind === "result", JSON.stringify(model));
  return model;
}

describe("the transform view", () => {
  it("shows the tutorial's worked example step by step", () => {
    const { text, rows } = result({});
    assert.equal(text, "[0, 0.5, 0, 1.2]");
    assert.deepEqual(
      rows.map(({ before, how, after }) => `${before} | ${how} | ${after}`),
      [
        "-2.0 | max(0, -2) | 0",
        "0.5 | max(0, 0.5) | 0.5",
        "-0.3 | max(0, -0.3) | 0",
        "1.2 | max(0, 1.2) | 1.2",
      ],
    );
  });

  it("counts zeros before and after", () => {
    const { before, after } = result({});
    assert.equal(before.zeros, 0);
    assert.equal(after.zeros, 0.5);
    assert.ok(Math.abs(before.mean + 0.15) < 1e-12);
  });

  it("applies the derivative that was chosen", () => {
    const { text, rows } = result({ transformOrder: 1 });
    assert.equal(text, "[0, 1, 0, 1]");
    assert.equal(rows[2]!.how, "f′(-0.3)");
  });

  it("keeps everything that is no number", () => {
    assert.equal(
      result({ numbers: "tensor([[-1., 2]], device='cuda:0')" }).text,
      "tensor([[0, 2]], device='cuda:0')",
    );
  });

  it("takes a vector function's numbers together, whatever the order says", () => {
    const { text } = result({ functionId: "softmax", numbers: "[0, 0]\n[5]", transformOrder: 2 });
    assert.equal(text, "[0.5, 0.5]\n[1]");
  });

  it("says what is wrong, and whether it is the numbers", () => {
    const none = toTransform(readLabState({ numbers: "no digits here" }), settings);
    assert.ok(none.kind === "problem" && none.inNumbers && none.message.length > 0);
    const cap = toTransform(
      readLabState({ functionId: "generalized_relu", params: { threshold: -1 } }),
      settings,
    );
    assert.ok(cap.kind === "problem" && !cap.inNumbers && cap.message.includes("threshold"));
  });

  it("lists the first hundred numbers and counts them all", () => {
    const { rows, before } = result({ numbers: Array.from({ length: 250 }, (_, i) => i).join(" ") });
    assert.equal(rows.length, 100);
    assert.equal(before.count, 250);
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...functions), (numbers, { id }) => {
        toTransform(readLabState({ numbers, functionId: id }), settings);
      }),
    );
  });
});

describe("a step in words", () => {
  for (const [formula, x, expected] of [
    ["max(0, x)", "-0.3", "max(0, -0.3)"],
    ["x if x >= 0 else 0.2*x", "-0.3", "-0.3 < 0: 0.2*(-0.3)"],
    ["x if x >= 0 else 0.2*x", "0", "0 >= 0: 0"],
    ["x if x > 0 else 1*(exp(x) - 1)", "-2", "-2 <= 0: 1*(exp(-2) - 1)"],
    ["x/(1 + exp(-x))", "-1", "-1/(1 + exp(-(-1)))"],
    ["x*min(max(x + 3, 0), 6)/6", "-4", "-4*min(max(-4 + 3, 0), 6)/6"],
    ["x^2 + 2*x", "-4", "(-4)^2 + 2*(-4)"],
    ["0 if x <= -3 else x if x >= 3 else x*(x + 3)/6", "1", "1 > -3, 1 < 3: 1*(1 + 3)/6"],
    ["0 if x <= -3 else x if x >= 3 else x*(x + 3)/6", "-4", "-4 <= -3: 0"],
    ["min(x, 6) if x > 1 else (x if x > 0 else 0)*2", "0.5", "0.5 <= 1: (0.5 if 0.5 > 0 else 0)*2"],
    ["exp(x_i) / sum(exp(x_j))", "2", "exp(2) / sum(exp(x_j))"],
    ["a if max(x, 1) > 2 else b", "7", "a if max(7, 1) > 2 else b"],
    ["x if x > 0 else 0.1*x", "NaN", "0.1*NaN"],
  ] as const) {
    it(`${formula} at ${x}: ${expected}`, () => {
      assert.equal(stepText(formula, x), expected);
    });
  }
});

// numpy: a = np.array([-2, .5, -.3, 1.2]); a.mean() is -0.15, a.var() is 1.4225 (population).
describe("statistics", () => {
  it("has numpy's mean and variance", () => {
    const { count, mean, variance } = statisticsOf([-2, 0.5, -0.3, 1.2]);
    assert.equal(count, 4);
    assert.ok(Math.abs(mean - -0.15) < 1e-15);
    assert.ok(Math.abs(variance - 1.4225) < 1e-12);
  });

  it("counts both zeros as zeros and no NaN", () => {
    assert.equal(statisticsOf([0, -0, NaN, 1]).zeros, 0.5);
  });
});

describe("bars", () => {
  it("share one scale with zero inside, inputs and results alike", () => {
    const { rows } = result({});
    const bar = barScale(rows);
    assert.deepEqual(bar(-2), { start: 0, width: 2 / 3.2 });
    assert.deepEqual(bar(0), { start: 2 / 3.2, width: 0 });
    assert.equal(bar(NaN).width, 0);
    assert.equal(bar(Infinity).start + bar(Infinity).width, 1);
  });
});
