/**
 * Each function in all frameworks as plain data, for a program that shows it and has no other use for the tables, which are
 * several times as large.
 */
import { type FunctionId, functions } from "../functions/index.ts";
import { type Differences, type KinkDerivative, differencesOf } from "./differences.ts";
import type { Language, Spelling } from "./define.ts";
import { frameworkById } from "./index.ts";
import { argumentText } from "./literal-text.ts";

export interface FrameworkSummary extends Pick<Differences, "function" | "defaults"> {
  readonly kinks: readonly {
    readonly x: number;
    readonly side: KinkDerivative["side"];
    /** Their names: "PyTorch" */
    readonly frameworks: readonly string[];
  }[];
  /** Every way to write it, those that differ in nothing but their names in one. */
  readonly spellings: readonly {
    /** "PyTorch" */
    readonly framework: string;
    /** "torch.nn.LeakyReLU"; a string with its quotes */
    readonly names: readonly string[];
    /** "negative_slope=0.01"; "weight" where it must be given */
    readonly parameters: readonly string[];
  }[];
}

export function summaryOf(id: FunctionId): FrameworkSummary {
  const { defaults, kinks, rows } = differencesOf(id);
  const named = kinks.map(({ x, side, frameworks }) => {
    return { x, side, frameworks: frameworks.map((framework) => frameworkById(framework).name) };
  });
  const spellings = rows.map(({ framework, names, spellings: [spelling] }) => {
    const { name, language } = frameworkById(framework);
    return { framework: name, names, parameters: spelling ? parametersOf(spelling, language) : [] };
  });
  return { function: id, defaults, kinks: named, spellings };
}

/** Those that decide the result, in the framework's own words. */
function parametersOf({ params }: Spelling, language: Language): readonly string[] {
  return params
    .filter(({ mapsTo }) => mapsTo !== null && mapsTo !== "x")
    .map(({ name, default: initial }) =>
      initial === undefined ? name : argumentText(name, initial, language),
    );
}

export function summaries(): Readonly<Record<string, FrameworkSummary>> {
  return Object.fromEntries(functions.map(({ id }) => [id, summaryOf(id)]));
}
