/** What a language's frameworks call the methods that make an activation, and that apply one. */
import type { Language } from "../frameworks/define.ts";

interface Customs {
  /** Methods of what was made that apply it, as calling it does: `self.act.forward(x)`. */
  readonly applying: readonly string[];
  /** Methods of a class that make one of it: `Relu::new()`. */
  readonly making: readonly string[];
  /** Objects that code has of itself, whose methods are functions of numbers: `Math.tanh(x)`. */
  readonly numbers: readonly string[];
}

export const customs: Readonly<Record<Language, Customs>> = {
  python: { applying: ["forward", "__call__"], making: [], numbers: [] },
  javascript: { applying: ["apply"], making: [], numbers: ["Math"] },
  cpp: { applying: ["forward"], making: [], numbers: [] },
  rust: { applying: ["forward"], making: ["new", "init"], numbers: [] },
  swift: { applying: ["callAsFunction"], making: ["init"], numbers: [] },
  julia: { applying: [], making: [], numbers: [] },
};
