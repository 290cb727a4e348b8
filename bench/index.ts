/**
 * `npm run bench [-- --only hover,edit] [--no-build] [--write]`: the budgets, beside the peers.
 *
 * How it is measured. Whatever is compared is run in turns within one run of this program, in turning order, and told as
 * ratios to the first line of its group: on a machine that does other things, too, only those travel. Processor time is
 * what verdicts are passed on, of all threads of the process that does the work (another process' is read from Linux's
 * scheduler), because the wall clock measures the neighbours as well; both are shown, as median and 95th percentile.
 * What ships is measured as it ships: the extension and the command line from dist/, the engine bundled the same way
 * (unbundled, a loader makes every use of an imported constant a call). Inputs are made by this folder's own code and are
 * the same every time.
 *
 * --write renews docs/benchmarks.md; without it nothing in the tree changes.
 */
import { parseArgs } from "node:util";
import { describe } from "../scripts/setup/problem.mjs";
import type { Measured, Measurement } from "./define.ts";
import { activation } from "./measurements/activation.ts";
import { curve } from "./measurements/curve.ts";
import { detect } from "./measurements/detect.ts";
import { edit } from "./measurements/edit.ts";
import { host } from "./measurements/host.ts";
import { hover } from "./measurements/hover.ts";
import { lab } from "./measurements/lab.ts";
import { sizes } from "./measurements/sizes.ts";
import { transform } from "./measurements/transform.ts";
import { pace } from "./pace.ts";
import { runProgram } from "./program.ts";
import { groupText, summaryText, writePage } from "./report.ts";

const measurements: readonly Measurement[] = [
  sizes,
  activation,
  host,
  hover,
  edit,
  detect,
  curve,
  transform,
  lab,
];

function chosen(only: string | undefined): readonly Measurement[] {
  if (only === undefined) return measurements;
  return only.split(",").map((id) => {
    const found = measurements.find((measurement) => measurement.id === id);
    if (found) return found;
    throw new Error(
      `there is no measurement ${id}; there are ${measurements.map((one) => one.id).join(", ")}`,
    );
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string" },
      write: { type: "boolean", default: false },
      "no-build": { type: "boolean", default: false },
    },
  });
  if (values.write && values.only !== undefined)
    throw new Error("--write is for the whole table: leave out --only");
  const groups: Measured[] = [];
  for (const { id, run } of chosen(values.only)) {
    try {
      for await (const group of run()) {
        const measured = { ...group, pace: await pace() };
        groups.push(measured);
        console.log(`${groupText(measured)}\n`);
      }
    } catch (error) {
      process.exitCode = 1;
      console.log(`${id} could not be measured:\n${describe(error)}\n`);
    }
  }
  console.log(summaryText(groups));
  if (!values.write) return;
  if (process.exitCode === 1) console.log("docs/benchmarks.md stays as it was: the table is not whole.");
  else writePage(groups);
}

await runProgram(main);
