/** What rules see of a file, or of a notebook's cells together; made once and shared by all of them. */
import type { Analysis } from "../detect/analysis.ts";
import { factsOf } from "./analysis/analyse.ts";
import type { Facts } from "./analysis/facts.ts";
import { Code } from "./code.ts";

export class Seen {
  readonly analysis: Analysis;
  #code: Code | undefined;
  #facts: Facts | undefined;

  constructor(analysis: Analysis) {
    this.analysis = analysis;
  }

  get code(): Code {
    return (this.#code ??= new Code(this.analysis));
  }

  /** What is known of the values that flow through the code. */
  get facts(): Facts {
    return (this.#facts ??= factsOf(this.analysis));
  }
}
