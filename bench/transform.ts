/**
 * Transforming a megabyte of numbers, side by side with the least that any program must do for the same result in JSON:
 * `JSON.parse`, `Math.max`, `JSON.stringify`. Results are flat strings on both sides: V8 leaves appending for later.
 */
import type { TransformOptions } from "../src/engine/transform/options.ts";
import { transformText } from "../src/engine/transform/transform.ts";
import type { Bench } from "./measure.ts";

/** The same numbers every time (a linear congruential generator), in [-4, 4). */
function numbers(count: number, decimals: number): number[] {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Number(((state / 2 ** 31) * 8 - 4).toFixed(decimals));
  });
}

const list = JSON.stringify(numbers(135_000, 4));
const columns = numbers(120_000, 4).reduce((text, x, i) => `${text}${x}${i % 8 === 7 ? "\n" : ","}`, "");
const printed = `tensor([[${numbers(90_000, 8).reduce((text, x, i) => `${text}${x}${i % 8 === 7 ? "],\n        [" : ", "}`, "")}0]])`;

function transformed(text: string, options: TransformOptions): number {
  const result = transformText(text, options);
  if (result.kind === "problem") throw new Error(result.message);
  return result.text.charCodeAt(result.text.length >> 1);
}

export const benches: readonly Bench[] = [
  {
    name: "peer: JSON.parse + Math.max + JSON.stringify",
    run: () => JSON.stringify((JSON.parse(list) as number[]).map((x) => Math.max(0, x))),
  },
  { name: "relu, JSON list", run: () => transformed(list, { function: "relu" }) },
  { name: "sigmoid, JSON list", run: () => transformed(list, { function: "sigmoid" }) },
  { name: "gelu′, JSON list", run: () => transformed(list, { function: "gelu", order: 1 }) },
  { name: "leaky_relu, CSV", run: () => transformed(columns, { function: "leaky_relu" }) },
  { name: "softmax by line, CSV", run: () => transformed(columns, { function: "softmax" }) },
  { name: "sigmoid, print-out of a tensor", run: () => transformed(printed, { function: "sigmoid" }) },
];
