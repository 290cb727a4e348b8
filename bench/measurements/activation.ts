/** From nothing to an active extension in a bare Node: reading the bundle, compiling it, `activate`. */
import path from "node:path";
import { root } from "../../scripts/setup/build.mjs";
import { temporaryFolder } from "../../scripts/setup/processes.mjs";
import { type Measurement, p95AtMost } from "../define.ts";
import { layOut } from "../editor/api.ts";
import { lineOf, type Time } from "../measure.ts";
import { coldTimes } from "../programs/run.ts";

const starts = 15;

export const activation: Measurement = {
  id: "activation",
  async *run() {
    const { lens, empty } = layOut(temporaryFolder("bench"), path.join(root, "dist/extension.js"));
    const times: { lens: Time[]; empty: Time[] } = { lens: [], empty: [] };
    for (let start = 0; start < starts; start++) {
      times.empty.push((await coldTimes(empty)).activation);
      times.lens.push((await coldTimes(lens)).activation);
    }
    yield {
      title: "Activation in a fresh Node, VS Code stubbed",
      lines: [
        lineOf("an empty extension", times.empty),
        p95AtMost(20, lineOf("Activation Lens", times.lens)),
      ],
    };
  },
};
