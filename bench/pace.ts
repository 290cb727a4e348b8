/** How fast this machine is at the moment, by work of the kind that is measured. */
import { parser } from "@lezer/python";
import { modelFile } from "./corpus/model-file.ts";
import { timed } from "./measure.ts";

/** Where and when the budgets were set, over several bodies of real code. */
export const budgetPaces = [4.7, 6.6] as const;

const text = modelFile(3000);
const runs = 20;

/** @returns megabytes of Python that Lezer reads in a second of processor time */
export async function pace(): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push((await timed({ run: () => parser.parse(text) })).cpu);
  return text.length / 1000 / Math.min(...times);
}
