/** What rules see of a file, or of a notebook's cells together; made once and shared by all of them. */
import type { Analysis } from "../detect/analysis.ts";
import { factsOf } from "./analysis/analyse.ts";
import type { Facts } from "./analysis/facts.ts";
import { type Island, islandsOf } from "./analysis/islands.ts";
import { Code } from "./code.ts";
import { piecesOf, type Piece } from "./pieces.ts";
import type { Needs } from "./rules/define.ts";

export class Seen {
  readonly analysis: Analysis;
  readonly #shared: Shared;
  readonly #needs: Needs | undefined;
  #facts: Facts | undefined;

  /** @param needs of who looks: values are followed only where they may be met */
  constructor(analysis: Analysis, needs?: Needs, shared = new Shared(analysis)) {
    this.analysis = analysis;
    this.#needs = needs;
    this.#shared = shared;
  }

  /** The same for a rule with these needs. */
  by(needs: Needs): Seen {
    return new Seen(this.analysis, needs, this.#shared);
  }

  get pieces(): readonly Piece[] {
    return this.#shared.pieces;
  }

  get code(): Code {
    return this.#shared.code;
  }

  /** What is known of the values that flow through the code. */
  get facts(): Facts {
    const needs = this.#needs;
    return (this.#facts ??= this.#shared.factsIn(
      (island) => needs === undefined || island.possibilities.find(needs),
    ));
  }

  /** Of the whole file, whoever looks. */
  get allFacts(): Facts {
    return this.#shared.factsIn(() => true);
  }

  /** As far as the piece has to do with it. */
  factsAround(piece: Piece): Facts {
    return this.#shared.factsIn(({ pieces }) => pieces.includes(piece));
  }
}

class Shared {
  readonly #analysis: Analysis;
  #pieces: readonly Piece[] | undefined;
  #islands: readonly Island[] | undefined;
  #code: Code | undefined;
  readonly #facts = new Map<Island, Facts>();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  get pieces(): readonly Piece[] {
    return (this.#pieces ??= piecesOf(this.#analysis));
  }

  get code(): Code {
    return (this.#code ??= new Code(this.#analysis, this.pieces));
  }

  factsIn(isWanted: (island: Island) => boolean): Facts {
    const islands = (this.#islands ??= islandsOf(this.pieces, this.#analysis.isUnread));
    return new Together(islands.filter(isWanted).map((island) => this.#factsOf(island)));
  }

  #factsOf(island: Island): Facts {
    let facts = this.#facts.get(island);
    if (!facts) this.#facts.set(island, (facts = factsOf(island)));
    return facts;
  }
}

/** Facts of several parts, put together as they are asked for: most rules look at one kind. */
class Together implements Facts {
  readonly #parts: readonly Facts[];

  constructor(parts: readonly Facts[]) {
    this.#parts = parts;
  }

  get steps(): Facts["steps"] {
    return this.#parts.flatMap(({ steps }) => steps);
  }

  get losses(): Facts["losses"] {
    return this.#parts.flatMap(({ losses }) => losses);
  }

  get comparisons(): Facts["comparisons"] {
    return this.#parts.flatMap(({ comparisons }) => comparisons);
  }

  get isComplete(): boolean {
    return this.#parts.every(({ isComplete }) => isComplete);
  }
}
