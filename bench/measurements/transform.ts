/**
 * Transforming a megabyte of numbers, beside the least that any program must do for the same result in JSON. Results are
 * flat strings on both sides: V8 leaves appending for later.
 */
import type { TransformOptions } from "../../src/engine/transform/options.ts";
import { transformText } from "../../src/engine/transform/transform.ts";
import { sequence } from "../corpus/random.ts";
import { type Measurement, p50AtMost } from "../define.ts";
import { inTurns } from "../measure.ts";

function numbers(count: number, decimals: number): number[] {
  const next = sequence(1);
  return Array.from({ length: count }, () => Number((next() * 8 - 4).toFixed(decimals)));
}

const rowEnd = (end: string, between: string) => (text: string, x: number, i: number) =>
  `${text}${x}${i % 8 === 7 ? end : between}`;

function texts() {
  return {
    list: JSON.stringify(numbers(135_000, 4)),
    columns: numbers(120_000, 4).reduce(rowEnd("\n", ","), ""),
    printed: `tensor([[${numbers(90_000, 8).reduce(rowEnd("],\n        [", ", "), "")}0]])`,
  };
}

function transformed(text: string, options: TransformOptions): number {
  const result = transformText(text, options);
  if (result.kind === "problem") throw new Error(result.message);
  return result.text.charCodeAt(result.text.length >> 1);
}

export const transform: Measurement = {
  id: "transform",
  async *run() {
    const { list, columns, printed } = texts();
    const [peer, ...ours] = await inTurns(
      [
        {
          name: "JSON.parse + Math.max + JSON.stringify",
          run: () => JSON.stringify((JSON.parse(list) as number[]).map((x) => Math.max(0, x))),
        },
        { name: "relu, JSON list", run: () => transformed(list, { function: "relu" }) },
        { name: "sigmoid, JSON list", run: () => transformed(list, { function: "sigmoid" }) },
        { name: "gelu′, JSON list", run: () => transformed(list, { function: "gelu", order: 1 }) },
        { name: "leaky_relu, CSV", run: () => transformed(columns, { function: "leaky_relu" }) },
        { name: "softmax by line, CSV", run: () => transformed(columns, { function: "softmax" }) },
        { name: "sigmoid, print-out of a tensor", run: () => transformed(printed, { function: "sigmoid" }) },
      ],
      { rounds: 21 },
    );
    yield {
      title: "Transform of a 1 MB selection",
      lines: [peer!, ...ours.map((line) => p50AtMost(60, line))],
    };
  },
};
