/**
 * Each function in all frameworks as plain data, for a program that shows it and has no other use for the tables: they are
 * seven times as large.
 */
import { type FunctionId, functions } from "../functions/index.ts";
import { type Differences, type KinkDerivative, differencesOf } from "./differences.ts";
import { frameworkById } from "./index.ts";

export interface FrameworkSummary extends Pick<Differences, "function" | "defaults"> {
  readonly kinks: readonly {
    readonly x: number;
    readonly side: KinkDerivative["side"];
    /** Their names: "PyTorch" */
    readonly frameworks: readonly string[];
  }[];
}

export function summaryOf(id: FunctionId): FrameworkSummary {
  const { defaults, kinks } = differencesOf(id);
  const named = kinks.map(({ x, side, frameworks }) => {
    return { x, side, frameworks: frameworks.map((framework) => frameworkById(framework).name) };
  });
  return { function: id, defaults, kinks: named };
}

export function summaries(): Readonly<Record<string, FrameworkSummary>> {
  return Object.fromEntries(functions.map(({ id }) => [id, summaryOf(id)]));
}
