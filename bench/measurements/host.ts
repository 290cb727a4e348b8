/** In a real VS Code: activation beside an empty extension, and hovers as VS Code's own command brings them. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../scripts/setup/processes.mjs";
import { modelFile } from "../corpus/model-file.ts";
import { hoverOffsets } from "../corpus/positions.ts";
import { type Line, type Measurement, p50AtMostAbove } from "../define.ts";
import { ids, prepareHost, runInHost } from "../host/launch.ts";
import type { HostResult } from "../host/suite.ts";
import { lineOf, type Time } from "../measure.ts";

const starts = 4;
const lines = 5000;

export const host: Measurement = {
  id: "host",
  async *run() {
    const prepared = await prepareHost();
    const workspace = temporaryFolder("bench");
    const text = modelFile(lines);
    writeFileSync(path.join(workspace, "model.py"), text);
    writeFileSync(path.join(workspace, "plain.txt"), "plain\n");
    const offsets = hoverOffsets(text, 60);
    const results: HostResult[] = [];
    const activations: { empty: Time[]; lens: Time[] } = { empty: [], lens: [] };
    for (let start = 0; start < starts; start++) {
      const lensFirst = start % 2 === 1;
      const order = lensFirst ? [ids.lens, ids.empty] : [ids.empty, ids.lens];
      const result = await runInHost(prepared, workspace, { offsets, ids: order });
      results.push(result);
      activations.lens.push(result.activations[lensFirst ? 0 : 1]!);
      activations.empty.push(result.activations[lensFirst ? 1 : 0]!);
    }
    const last = results.at(-1)!;
    const empty = lineOf("an empty extension", activations.empty);
    yield {
      title: `Activation in VS Code ${last.vscode}, ${starts} starts`,
      note: "Processor time of the whole extension host, which is starting other things",
      lines: [empty, p50AtMostAbove(20, empty, lineOf("Activation Lens", activations.lens))],
    };
    const [atOnce, ...ours] = last.lines as readonly [Line, ...Line[]];
    const first = lineOf(
      `Activation Lens, first in a file of ${lines} lines`,
      results.map((result) => result.first),
    );
    yield {
      title: `Hover in VS Code ${last.vscode}, to the window and back`,
      note: "Processor time of the whole extension host, for all that happens meanwhile; no budget is set for the way",
      lines: [atOnce, ...ours.map((line) => ({ ...line, name: `Activation Lens, ${line.name}` })), first],
    };
  },
};
