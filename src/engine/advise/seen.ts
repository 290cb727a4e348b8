/** What rules see of a file, or of a notebook's cells together; made once and shared by all of them. */
import type { Analysis } from "../detect/analysis.ts";
import { factsOf } from "./analysis/analyse.ts";
import type { Facts } from "./analysis/facts.ts";
import { Code } from "./code.ts";

export class Seen {
  readonly analysis: Analysis;
  #code: Code | undefined;
  #facts: Facts | undefined;
  #whole: Analysis | undefined;

  constructor(analysis: Analysis) {
    this.analysis = analysis;
  }

  get code(): Code {
    return (this.#code ??= new Code(this.#parsed));
  }

  /** What is known of the values that flow through the code. */
  get facts(): Facts {
    return (this.#facts ??= factsOf(this.#parsed));
  }

  /** With what detection need not parse. */
  get #parsed(): Analysis {
    return (this.#whole ??= parsedWhole(this.analysis));
  }
}

function parsedWhole(analysis: Analysis): Analysis {
  const { cells, syntax } = analysis;
  return {
    ...analysis,
    cells: cells.map((cell) => ({ ...cell, chunks: cell.chunks ?? syntax.chunksOf(cell.text) })),
  };
}
