import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type FlowLayer, type Normalisation, equalLayers } from "../../../src/engine/flow/define.ts";
import { momentsOf } from "../../../src/engine/flow/gaussian.ts";
import { theoreticalProfile } from "../../../src/engine/flow/theory.ts";
import { type FunctionId, functionById } from "../../../src/engine/functions/index.ts";
import { withDefaults } from "../../../src/engine/functions/parameters.ts";

export function momentsAt(id: FunctionId, given: Record<string, number> = {}) {
  const fn = functionById(id);
  assert.ok(fn.kind === "elementwise");
  return momentsOf(fn, withDefaults(fn, given));
}

const close = (actual: number, expected: number, tolerance: number, what = "") => {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${what}: ${actual} is not ${expected}`);
};

/** Networks run in PyTorch, float64, 20 to 100 seeds: what each layer is, and what was measured in it. */
interface Measured {
  readonly id: string;
  readonly function: FunctionId;
  readonly params: Record<string, number>;
  readonly normalisation: Normalisation;
  readonly layers: readonly (FlowLayer & {
    readonly signal: number;
    readonly signalSpread: number;
    readonly gradient: number;
    readonly gradientSpread: number;
  })[];
}
const file = path.resolve(import.meta.dirname, "../../fixtures/flow/measured.json");
const measured = JSON.parse(readFileSync(file, "utf8")) as readonly Measured[];

describe("means over Gaussian inputs", () => {
  it("are exact for ReLU: 1/√2π, 1/2 and 1/2", () => {
    const { mean, square, slopeSquare } = momentsAt("relu")(1);
    close(mean, 1 / Math.sqrt(2 * Math.PI), 1e-14);
    close(square, 0.5, 1e-14);
    close(slopeSquare, 0.5, 1e-14);
  });

  it("scale with the variance, and hold at 0 and far out", () => {
    close(momentsAt("leaky_relu", { negative_slope: 0.2 })(9).square, (9 * (1 + 0.04)) / 2, 1e-12);
    close(momentsAt("sigmoid")(0).square, 0.25, 1e-15);
    // mpmath 1.3, quad: to so wide a normal the sigmoid is nearly a step inside one panel, and three digits are left.
    close(momentsAt("sigmoid")(1e6).square, 0.49960105837583, 1e-3);
  });

  it("find SELU's fixed point: mean 0 and variance 1 stay", () => {
    const { mean, square } = momentsAt("selu")(1);
    close(mean, 0, 1e-7);
    close(square, 1, 1e-7);
  });

  // mpmath 1.3, quad over −∞ … ∞ with 30 digits.
  it("agree with 30-digit quadrature for tanh, GELU and an ELU of two slopes", () => {
    close(momentsAt("tanh")(1).square, 0.3942944903978412, 1e-12);
    close(momentsAt("gelu")(2).square, 0.9220828721100172, 1e-12);
    close(momentsAt("elu", { alpha: 2 })(1).slopeSquare, 1.1724080048926824, 1e-12);
  });
});

describe("signal and gradient in theory", () => {
  const last = <T>(list: readonly T[]) => list[list.length - 1]!;

  it("stay level through ReLU with He, and halve at each layer with Xavier", () => {
    const he = theoreticalProfile(momentsAt("relu"), equalLayers(30, 100, "he", 1), {
      normalisation: "none",
      residual: false,
    });
    close(last(he.signal), 2, 1e-10);
    close(he.gradient[0]!, 1, 1e-10);
    const xavier = theoreticalProfile(momentsAt("relu"), equalLayers(30, 100, "xavier", 1), {
      normalisation: "none",
      residual: false,
    });
    close(last(xavier.signal), 2 ** -29, 1e-15);
    close(xavier.gradient[0]!, 2 ** -14.5, 1e-12);
  });

  it("grow by √(π/(π−1)) a layer with batch normalisation before ReLU, whatever the weights", () => {
    for (const rule of ["he", "xavier"] as const) {
      const { gradient } = theoreticalProfile(momentsAt("relu"), equalLayers(20, 100, rule, 1), {
        normalisation: "batch-before",
        residual: false,
      });
      close(gradient[5]! / gradient[6]!, Math.sqrt(Math.PI / (Math.PI - 1)), 1e-9, rule);
    }
  });

  it("vanish through sigmoids, and live with a way around them", () => {
    const layers = equalLayers(30, 100, "xavier", 1);
    const plain = theoreticalProfile(momentsAt("sigmoid"), layers, {
      normalisation: "none",
      residual: false,
    });
    const healed = theoreticalProfile(momentsAt("sigmoid"), layers, {
      normalisation: "none",
      residual: true,
    });
    assert.ok(plain.gradient[0]! < 1e-17, String(plain.gradient[0]));
    assert.ok(healed.gradient[0]! > 1 && healed.gradient[0]! < 10, String(healed.gradient[0]));
  });

  for (const { id, function: fn, params, normalisation, layers } of measured) {
    it(`is what was measured in ${id}: ${fn}, ${layers.length} layers, ${normalisation}`, () => {
      const options = { normalisation, residual: false };
      const { signal, gradient } = theoreticalProfile(momentsAt(fn, params), layers, options);
      const end = last(layers).gradient;
      for (const [i, layer] of layers.entries()) {
        // Finite width shifts the geometric mean by about half the variance over seeds.
        const tolerance = (spread: number) => 0.03 + 1.5 * spread;
        close(Math.log10(signal[i]!), Math.log10(layer.signal), tolerance(layer.signalSpread), `signal ${i}`);
        const wanted = Math.log10(layer.gradient / end);
        close(Math.log10(gradient[i]!), wanted, tolerance(layer.gradientSpread), `gradient ${i}`);
      }
    });
  }
});
