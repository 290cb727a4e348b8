import assert from "node:assert/strict";
import { drawableOf } from "../../../src/engine/curve/drawable.ts";
import { extremesOf, inflectionsOf } from "../../../src/engine/curve/turns.ts";
import { exactAlong, plainAlong } from "../../../src/engine/functions/compile.ts";
import type { ElementwiseFunction } from "../../../src/engine/functions/index.ts";
import { withDefaults } from "../../../src/engine/functions/parameters.ts";
import { uniform } from "../../../src/engine/math/random.ts";
import { formatResult } from "../../../src/engine/transform/format.ts";
import { elementwise } from "../functions/cases.ts";

/** Numbers as texts have them, with two or four decimals or all, of every size, and beside the zeros of f′ and f″. */
function inputsOf(fn: ElementwiseFunction): number[] {
  const next = uniform(23);
  const drawable = drawableOf(fn, {});
  const { minimum, maximum } = extremesOf(drawable);
  const zeros = [minimum, maximum, ...(inflectionsOf(drawable) ?? [])].filter((x) => x !== undefined);
  const decimal = (x: number, places: number) => Number(x.toFixed(places));
  return [
    ...Array.from({ length: 160 }, (_, i) => {
      const x = 20 * next() - 10;
      return [decimal(x, 4), x, decimal(x / 3, 2), (next() - 0.5) * 10 ** decimal(6 * next() - 3, 0)][i % 4]!;
    }),
    ...zeros.flatMap((zero) => [-2, -1, 0, 1, 2].map((step) => decimal(zero + step * 1e-4, 4))),
  ];
}

/** Of doubles that are smaller there are no nine digits. */
const least = 1e-300;

/** @param shown what a transform makes of a plain double */
function wrong(
  fn: ElementwiseFunction,
  shown: (result: number, input: number, digits: number) => string,
): string[] {
  const params = withDefaults(fn, undefined);
  const inputs = inputsOf(fn);
  return ([0, 1, 2] as const).flatMap((order) => {
    const [plain, exact] = [plainAlong(fn, params, order), exactAlong(fn, params, order)];
    return inputs.flatMap((x) => {
      const [result, truth] = [plain(x), exact(x)];
      if (Math.abs(truth) < least && Math.abs(result) < least) return [];
      return [4, 6, 9].flatMap((digits) => {
        const text = shown(result, x, digits);
        const [, fraction = "", exponent = "0"] = /^[-\d]*\.?(\d*)(?:e([-+]\d+))?$/.exec(text)!;
        const lastPlace = 10 ** (Number(exponent) - fraction.length);
        const isRight = Math.abs(Number(text) - truth) <= 0.5 * lastPlace + 4e-16 * Math.abs(truth);
        return isRight ? [] : [`${fn.id} order ${order} of ${x}: ${text} for ${truth}`];
      });
    });
  });
}

describe("what a transform to at most 9 digits shows", function () {
  this.timeout(60_000);

  for (const fn of elementwise) {
    it(`of ${fn.id} is the exact result, rounded where it ends`, () => {
      assert.deepEqual(wrong(fn, formatResult), []);
    });
  }

  it("is told from results that are off by 10⁻⁹", () => {
    const [gelu] = elementwise.filter(({ id }) => id === "gelu");
    assert.notDeepEqual(
      wrong(gelu!, (result, input, digits) => formatResult(result * (1 + 1e-9), input, digits)),
      [],
    );
  });
});
