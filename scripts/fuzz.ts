// Analyses mutilated sources in every language that is read, and says whether any made it throw and which took longest.
// npm run fuzz [-- COUNT [SEED]]; the same seed makes the same texts.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fuzz } from "../test/engine/detect/fuzz.ts";

async function main(): Promise<void> {
  const [count = "100000", seed = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);
  console.log(`${Number(count).toLocaleString("en")} texts, seed ${seed}`);
  const folder = mkdtempSync(path.join(tmpdir(), "fuzz-"));
  for (const { language, count: own, thrown, slowest } of await fuzz(Number(count), Number(seed))) {
    const kept = path.join(folder, `${language}-slowest.txt`);
    writeFileSync(kept, slowest.text);
    console.log(
      `${language}: ${own.toLocaleString("en")} texts, ${thrown.length} threw; the slowest ${slowest.ms.toFixed(1)} ms per 1,000 lines (${kept})`,
    );
    for (const [index, { text, error }] of thrown.entries()) {
      const file = path.join(folder, `${language}-${index}.txt`);
      writeFileSync(file, text);
      console.error(`${file}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      process.exitCode = 1;
    }
  }
}

void main();
