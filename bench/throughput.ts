/**
 * `npm run bench:throughput`: float32 arrays of 10⁶ elements, on one thread, beside a copy, ONNX Runtime and TensorFlow.js;
 * renews docs/throughput.md. Subjects take turns within one run and are told as ratios of processor time, because that and
 * only that travels between machines.
 */
import { groupText } from "./report.ts";
import { type ArrayGroup, arrayGroups } from "./numeric/arrays.ts";
import { hoverGroup } from "./numeric/hover-points.ts";
import { installLibraries } from "./numeric/install.ts";
import { writeThroughput } from "./numeric/throughput-page.ts";
import { runProgram } from "./program.ts";

async function main(): Promise<void> {
  await installLibraries();
  const groups: ArrayGroup[] = [];
  for await (const group of arrayGroups()) {
    groups.push(group);
    console.log(`${groupText(group)}\n`);
  }
  const hover = await hoverGroup();
  console.log(groupText(hover));
  console.log(`Written to ${writeThroughput(groups, hover)}`);
}

await runProgram(main);
