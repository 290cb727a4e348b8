/** What a hover's picture takes: f, f′ and f″ at 200 points of one function, and the whole drawing. */
import { usualInterval } from "../../src/engine/curve/interval.ts";
import { drawableOf } from "../../src/engine/curve/drawable.ts";
import { sampleDrawable } from "../../src/engine/curve/sample.ts";
import { curveSvg } from "../../src/engine/curve/svg.ts";
import { themes } from "../../src/engine/curve/theme.ts";
import { functions } from "../../src/engine/functions/index.ts";
import { withDefaults } from "../../src/engine/functions/parameters.ts";
import type { Measurement } from "../define.ts";
import { inTurns } from "../measure.ts";

const points = 200;
const units = 10;
const picture = { theme: themes.dark, width: 340, height: 88, units };

export const curve: Measurement = {
  id: "curve",
  async *run() {
    const each = functions.map((fn) => {
      const params = withDefaults(fn, fn.id === "prelu" ? { a: 0.25 } : undefined);
      return { fn, params, drawable: drawableOf(fn, params, units) };
    });
    const at = (round: number) => each[round % each.length]!;
    const lines = await inTurns(
      [
        {
          name: `f, f′ and f″ at ${points} points`,
          run: (round) => {
            const { drawable } = at(round);
            return sampleDrawable(drawable, usualInterval(drawable), points);
          },
        },
        {
          name: "the picture as SVG, its text included",
          run: (round) => curveSvg(at(round).fn, at(round).params, picture),
        },
      ],
      { rounds: 40 * each.length, warmUp: 10 * each.length },
    );
    yield { title: "A hover's curve, one function after the other", lines };
  },
};
