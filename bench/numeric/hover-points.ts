/** What a hover computes: f, f′ and f″ at 200 points. */
import { drawableOf } from "../../src/engine/curve/drawable.ts";
import { usualInterval } from "../../src/engine/curve/interval.ts";
import { sampleDrawable } from "../../src/engine/curve/sample.ts";
import { functionById } from "../../src/engine/functions/index.ts";
import { type Group, p95AtMost } from "../define.ts";
import { inTurns } from "../measure.ts";

export async function hoverGroup(): Promise<Group> {
  const ids = ["relu", "sigmoid", "tanh", "silu", "gelu", "mish"] as const;
  const lines = await inTurns(
    ids.map((id) => {
      const drawable = drawableOf(functionById(id), {});
      const interval = usualInterval(drawable);
      return { name: id, run: () => sampleDrawable(drawable, interval, 200) };
    }),
    { rounds: 200 },
  );
  return { title: "A hover's 3 × 200 points", lines: lines.map((line) => p95AtMost(1, line)) };
}
