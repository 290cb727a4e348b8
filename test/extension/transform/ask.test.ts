import assert from "node:assert/strict";
import { functionById } from "../../../src/engine/functions/index.ts";
import { readParameters } from "../../../src/extension/transform/ask.ts";
import { previewLine } from "../../../src/extension/transform/preview.ts";

describe("parameters as typed", () => {
  const elu = functionById("elu");

  it("are read by name, separated by commas or blanks", () => {
    assert.deepEqual(readParameters(elu, " alpha=1.5 "), { alpha: 1.5 });
    const relu = functionById("generalized_relu");
    assert.deepEqual(readParameters(relu, "max_value=inf, negative_slope=0.1 threshold=0"), {
      max_value: Infinity,
      negative_slope: 0.1,
      threshold: 0,
    });
  });

  it("say what is wrong", () => {
    assert.match(readParameters(elu, "1.5") as string, /name=number/);
    assert.match(readParameters(elu, "alpha=x") as string, /alpha needs a number/);
    assert.match(readParameters(elu, "beta=1") as string, /no parameter beta/);
    assert.match(readParameters(elu, "alpha=inf") as string, /outside its domain/);
  });
});

describe("preview", () => {
  it("is one short line", () => {
    assert.equal(previewLine("[-2.0,\n 0.5]", "[0,\n 0.5]"), "[-2.0, 0.5] → [0, 0.5]");
    assert.ok(previewLine("1, ".repeat(1000), "2").length < 160);
  });
});
