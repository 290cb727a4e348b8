/** Analysis of mutilated sources in every language that is read, and all rules over them: that none throws, and how long the worst takes. */
import fc from "fast-check";
import { advise } from "../../../src/engine/advise/advise.ts";
import { analyse, explainAt } from "../../../src/engine/detect/analysis.ts";
import { type Language, languages } from "../../../src/engine/languages/index.ts";
import type { Syntax } from "../../../src/engine/syntax/define.ts";
import { mutilated, sourcesIn } from "./mutilations.ts";

export interface Fuzzed {
  readonly language: string;
  readonly count: number;
  /** Texts at which analysis threw, with what it said. */
  readonly thrown: readonly { readonly text: string; readonly error: unknown }[];
  /** Milliseconds for 1,000 lines, of the text that took the longest for its length. */
  readonly slowest: { readonly ms: number; readonly text: string };
}

/** Shorter texts count as this many lines: what an analysis costs by itself is not theirs. */
const fewestLines = 100;
/** The longest times are measured again, so that no pause of the machine counts. */
const suspects = 20;
const batch = 1000;

/** @param count of texts over all languages, in equal parts */
export async function fuzz(count: number, seed: number): Promise<Fuzzed[]> {
  const results: Fuzzed[] = [];
  for (const language of languages) {
    results.push(await fuzzLanguage(language, Math.ceil(count / languages.length), seed));
  }
  return results;
}

async function fuzzLanguage(language: Language, count: number, seed: number): Promise<Fuzzed> {
  const syntax = await language.load();
  const texts = mutilated(sourcesIn(language));
  const thrown: { text: string; error: unknown }[] = [];
  let longest: { text: string; ms: number }[] = [];
  for (let done = 0; done < count; done += batch) {
    const numRuns = Math.min(batch, count - done);
    for (const text of fc.sample(texts, { numRuns, seed: seed + done })) {
      try {
        longest.push({ text, ms: timed(text, syntax) });
      } catch (error) {
        thrown.push({ text, error });
      }
    }
    longest = longest.sort((a, b) => b.ms - a.ms).slice(0, suspects);
  }
  const again = longest.map(({ text, ms }) => ({
    text,
    ms: Math.min(ms, timed(text, syntax), timed(text, syntax)),
  }));
  const [slowest = { text: "", ms: 0 }] = again.sort((a, b) => b.ms - a.ms);
  return { language: language.name, count, thrown, slowest };
}

/** Milliseconds for 1,000 lines. */
function timed(text: string, syntax: Syntax): number {
  const start = performance.now();
  const analysis = analyse([text], syntax);
  advise(analysis, {
    onFailure: ({ id }, error) => {
      throw new Error(`the rule ${id} threw`, { cause: error });
    },
  });
  const ms = performance.now() - start;
  explainAt(analysis, 0, Math.floor(text.length / 2));
  return (ms * 1000) / Math.max(fewestLines, text.split("\n").length);
}
