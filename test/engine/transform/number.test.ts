import assert from "node:assert/strict";
import fc from "fast-check";
import { NumberReader } from "../../../src/engine/transform/number.ts";

function read(text: string): number {
  const reader = new NumberReader();
  reader.read(text, 0);
  assert.equal(reader.end, text.length, text);
  return reader.value;
}

const digits = fc.string({ unit: fc.constantFrom(..."0123456789".split("")), maxLength: 25 });

describe("NumberReader", () => {
  it("reads every decimal as the double nearest to it, as JavaScript does", () => {
    const exponent = fc.oneof(
      fc.constant(""),
      fc.integer({ min: -340, max: 320 }).map((power) => `e${power}`),
    );
    fc.assert(
      fc.property(digits, digits, exponent, (whole, fraction, power) => {
        fc.pre(whole !== "" || fraction !== "");
        const text = `${whole}${fraction === "" ? "" : `.${fraction}`}${power}`;
        assert.equal(read(text), Number(text));
      }),
      { numRuns: 3000 },
    );
  });

  const cases: readonly (readonly [text: string, value: number])[] = [
    ["5.", 5],
    [".5", 0.5],
    ["1_000", 1000],
    ["1_0.2_5", 10.25],
    ["1.E+05", 1e5],
    ["1e\u22125", 1e-5],
    ["1_0e2", 1000],
    ["9007199254740993", 9007199254740992],
    ["1e23", 1e23],
    ["1e400", Infinity],
  ];
  for (const [text, value] of cases) {
    it(`reads ${text} as ${value}`, () => {
      assert.equal(read(text), value);
    });
  }
});
