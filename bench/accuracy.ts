/**
 * `npm run bench:accuracy`: how far the results of this engine and of other libraries are from the truth. Renews
 * docs/accuracy.md. Nothing in it depends on how fast or how busy the machine is.
 */
import { ofOrder } from "../src/engine/curve/frame.ts";
import { functions } from "../src/engine/functions/index.ts";
import { describe } from "../scripts/setup/problem.mjs";
import { type Measured, writeAccuracy } from "./numeric/accuracy-page.ts";
import { engineSubjects } from "./numeric/engine.ts";
import { installLibraries } from "./numeric/install.ts";
import { onnxSubject } from "./numeric/onnx-runtime.ts";
import { scipySubject } from "./numeric/scipy.ts";
import { scoreOf } from "./numeric/score.ts";
import { stdlibSubject } from "./numeric/stdlib.ts";
import type { Subject } from "./numeric/subject.ts";
import { tensorFlowSubject } from "./numeric/tensorflow-js.ts";
import { gridsOf } from "./numeric/truth.ts";
import { runProgram } from "./program.ts";

const makers: readonly (readonly [name: string, make: () => Subject])[] = [
  ["TensorFlow.js cpu", () => tensorFlowSubject("cpu")],
  ["TensorFlow.js wasm", () => tensorFlowSubject("wasm")],
  ["ONNX Runtime", onnxSubject],
  ["@stdlib", stdlibSubject],
  ["SciPy float64", () => scipySubject("float64")],
  ["SciPy float32", () => scipySubject("float32")],
];

async function main(): Promise<void> {
  await installLibraries();
  const missing: string[] = [];
  const subjects = makers.flatMap(([name, make]) => {
    try {
      return [make()];
    } catch (error) {
      missing.push(`${name}: ${reason(error)}`);
      return [];
    }
  });
  const measured: Measured[] = [];
  for (const fn of functions) {
    if (fn.kind !== "elementwise") continue;
    const gridOf = gridsOf(fn);
    for (const subject of [...engineSubjects, ...subjects]) {
      const { params, xs, truth } = gridOf(subject);
      for (const order of [0, 1, 2] as const) {
        const got = await subject.evaluate(fn.id, order, xs, params);
        if (!got) continue;
        const wanted = truth.map((jet) => ofOrder(jet, order));
        measured.push({ id: fn.id, order, subject, score: scoreOf(subject.format, xs, wanted, got) });
      }
    }
    console.log(fn.id);
  }
  const file = writeAccuracy(measured, [...engineSubjects, ...subjects], missing);
  console.log(`Written to ${file}`);
}

/** What a program that failed said last. */
function reason(error: unknown): string {
  return describe(error).trimEnd().split("\n").at(-1)!;
}

await runProgram(main);
