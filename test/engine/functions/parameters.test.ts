import assert from "node:assert/strict";
import { functionById, functions } from "../../../src/engine/functions/index.ts";
import { parameterProblem, withDefaults } from "../../../src/engine/functions/parameters.ts";

describe("parameters", () => {
  it("take their defaults when missing", () => {
    assert.deepEqual(withDefaults(functionById("selu"), { scale: 2 }), {
      alpha: 1.6732632423543772,
      scale: 2,
    });
    assert.deepEqual(withDefaults(functionById("relu")), {});
  });

  it("are refused by name when unknown or required and missing", () => {
    const elu = functionById("elu");
    assert.throws(() => withDefaults<string>(elu, { beta: 1 }), new RangeError("ELU has no parameter beta"));
    const required = { name: "F", params: { k: { ...elu.params.alpha, default: undefined } } };
    // @ts-expect-error a record says "absent", a careless caller may say "undefined"
    assert.throws(() => withDefaults(required), new RangeError("F needs its parameter k"));
  });

  it("outside their domain are told apart with name, value and reason", () => {
    const cases = [
      ["elu", { alpha: 0 }, "alpha=0 is outside its domain: it must be above 0, because"],
      ["elu", { alpha: Infinity }, "alpha=Infinity is outside"],
      ["elu", { alpha: NaN }, "alpha=NaN is outside"],
      ["generalized_relu", { max_value: -1 }, "max_value=-1 is outside its domain: it must be at least 0"],
      ["leaky_relu", { negative_slope: -Infinity }, "it must be a finite number, because"],
      ["gelu", { beta: 1 }, "GELU has no parameter beta."],
    ] as const;
    for (const [id, params, text] of cases) {
      assert.match(
        parameterProblem(functionById(id), params) ?? "",
        new RegExp(text.replaceAll(/[.=]/g, ".")),
      );
    }
  });

  it("inside their domain have no problem, at the ends as stated", () => {
    const fine = [
      ["generalized_relu", { max_value: Infinity }],
      ["generalized_relu", { max_value: 0, threshold: 0, negative_slope: 0 }],
      ["prelu", { a: -3 }],
      ["silu", { beta: -1 }],
      ["softmax", {}],
    ] as const;
    for (const [id, params] of fine) assert.equal(parameterProblem(functionById(id), params), undefined, id);
  });

  it("have defaults and sliders inside their domains, and reasons that end no sentence", () => {
    for (const fn of functions) {
      for (const [name, { domain, slider, default: value }] of Object.entries(fn.params)) {
        for (const inside of [value!, slider.min, slider.max]) {
          assert.equal(parameterProblem(fn, { [name]: inside }), undefined, `${fn.id} ${name}=${inside}`);
        }
        assert.ok(slider.min < slider.max && slider.step > 0 && slider.step <= slider.max - slider.min);
        assert.match(domain.why, /^[^A-Z].*[^.]$|^Keras/u);
      }
    }
  });
});
