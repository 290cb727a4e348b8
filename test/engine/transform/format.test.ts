import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { functionById } from "../../../src/engine/functions/index.ts";
import { formatResult } from "../../../src/engine/transform/format.ts";

interface Decimals {
  readonly products: readonly (readonly [x: string, slope: string, product: string])[];
  readonly roundings: readonly (readonly [value: number, three: string, six: string, twelve: string])[];
}

const file = new URL("../../fixtures/transform/decimals.json", import.meta.url);
const { products, roundings } = JSON.parse(readFileSync(file, "utf8")) as Decimals;
const leakyRelu = functionById("leaky_relu");

/** The value of a decimal as digits and a power of ten, so that 1e-7 and 0.0000001 compare equal. */
function digitsOf(decimal: string): string {
  const [, sign, whole, fraction = "", exponent = "0"] = /^(-?)(\d+)\.?(\d*)(?:e([-+]?\d+))?$/.exec(decimal)!;
  const digits = (whole! + fraction).replace(/^0+/, "");
  return `${sign!}${digits}e${Number(exponent) - fraction.length}`;
}

describe("formatResult", () => {
  it("prints products of short decimals exactly, as decimal arithmetic has them", () => {
    for (const [x, slope, product] of products) {
      const result = leakyRelu.value(Number(x), { negative_slope: Number(slope) });
      assert.equal(digitsOf(formatResult(result, Number(x), 6)), digitsOf(product), `${x} · ${slope}`);
    }
  });

  it("rounds what is not exact to the digits asked for, as Python does", () => {
    for (const [value, three, six, twelve] of roundings) {
      assert.equal(digitsOf(formatResult(value, 0.5, 3)), digitsOf(three));
      assert.equal(digitsOf(formatResult(value, 0.5, 6)), digitsOf(six));
      assert.equal(digitsOf(formatResult(value, 0.5, 12)), digitsOf(twelve));
    }
  });

  it("prints the shortest float64 in full", () => {
    for (const [value] of roundings) assert.equal(Number(formatResult(value, 0.5, "full")), value);
    assert.equal(formatResult(0.1 * 3, 3, "full"), "0.30000000000000004");
  });

  const cases: readonly (readonly [result: number, input: number, text: string])[] = [
    [0, -2, "0"],
    [-0, -2, "0"],
    [0.5, 0, "0.5"],
    [0.1 * 3, 3, "0.3"],
    [2, 2, "2"],
    [0.1234567890123, 0.1234567890123, "0.1234567890123"],
    [-0.1234567890123, 0.1234567890123, "-0.1234567890123"],
    [1 - 2 ** -40, 30, "1.00000"],
    [5e-324, 1, "5e-324"],
    [1e-300, 1, "1e-300"],
    [1e22, 1, "1e+22"],
    [1.7976931348623157e308, 1, "1.79769e+308"],
    [123456.789, 1, "123456.789"],
    [1234567.8901234, 1, "1.23457e+6"],
  ];
  for (const [result, input, text] of cases) {
    it(`writes ${result} from ${input} as ${text}`, () => {
      assert.equal(formatResult(result, input, 6), text);
    });
  }
});
