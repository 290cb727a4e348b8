/** Models of other files whose outputs reach a loss: nothing is known of those, which is worth saying. */
import type { Analysis } from "../detect/analysis.ts";
import { lastSegment } from "../frameworks/lookup.ts";
import { lossNames } from "./analysis/losses.ts";
import { Seen } from "./seen.ts";

/** @returns the names of their classes, each once */
export function modelsElsewhere(analysis: Analysis): readonly string[] {
  if (!analysis.cells.some(({ text }) => lossNames.test(text))) return [];
  const { losses } = new Seen(analysis, { of: "nothing", text: [lossNames] }).facts;
  const names = losses.flatMap(({ prediction: { value } }) =>
    value.kind === "unknown" && value.from !== undefined ? [lastSegment(value.from)] : [],
  );
  return [...new Set(names)];
}
