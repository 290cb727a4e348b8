/** What rules see of a file, or of a notebook's cells together; made once and shared by all of them. */
import type { Analysis } from "../detect/analysis.ts";
import { Code } from "./code.ts";

export class Seen {
  readonly analysis: Analysis;
  #code: Code | undefined;

  constructor(analysis: Analysis) {
    this.analysis = analysis;
  }

  get code(): Code {
    return (this.#code ??= new Code(this.analysis));
  }
}
