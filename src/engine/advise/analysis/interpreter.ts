/**
 * Runs the code of a file on abstract values: in the order in which Python would, cell after cell, each function where it
 * is called, and what nobody calls once at the end with arguments that are not known. Where two ways of running the code
 * differ, nothing is known.
 *
 * Each part of the work is a room of its own; this is what they share, and how they reach each other.
 */
import type { Use } from "../../detect/use.ts";
import type { Piece } from "../pieces.ts";
import type { Place } from "../place.ts";
import { Application } from "./application.ts";
import { Calls } from "./calls.ts";
import { Containers } from "./containers.ts";
import { Dictionaries } from "./dictionaries.ts";
import { Expressions } from "./expressions.ts";
import type { Comparison, LossUse } from "./facts.ts";
import { Functions } from "./functions.ts";
import { Instances } from "./instances.ts";
import type { Imports } from "./islands.ts";
import { Lists } from "./lists.ts";
import { Loops } from "./loops.ts";
import { LossUses } from "./loss-uses.ts";
import { Making } from "./making.ts";
import { Members } from "./members.ts";
import { Scopes } from "./scopes.ts";
import { State } from "./state.ts";
import { Statements } from "./statements.ts";
import { runUncalled } from "./uncalled.ts";
import type { Scope, Step, Store, Value } from "./value.ts";

/** Uses of activations in a cell, by where their names end. */
type UsesByEnd = Map<number, Use>;

export class Interpreter {
  readonly state = new State();
  readonly steps: Step[] = [];
  readonly losses: LossUse[] = [];
  readonly comparisons: Comparison[] = [];
  isComplete = true;

  readonly statements = new Statements(this);
  readonly loops = new Loops(this);
  readonly scopes = new Scopes(this);
  readonly expressions = new Expressions(this);
  readonly lists = new Lists(this);
  readonly dictionaries = new Dictionaries(this);
  readonly functions = new Functions(this);
  readonly calls = new Calls(this);
  readonly members = new Members(this);
  readonly making = new Making(this);
  readonly containers = new Containers(this);
  readonly instances = new Instances(this);
  readonly application = new Application(this);
  readonly lossUses = new LossUses(this);
  /** By cell. */
  readonly #uses = new Map<number, UsesByEnd>();

  run(pieces: readonly Piece[], { names, stars }: Imports): void {
    for (const { cell, uses } of pieces) {
      const known = this.#uses.get(cell) ?? new Map<number, Use>();
      this.#uses.set(cell, known);
      for (const use of uses) known.set(use.nameRange.end, use);
    }
    for (const star of stars) this.scopes.addStar(star);
    const imported = new Map(
      [...names].map(([key, name]): [string, Value] => [key, { kind: "qualified", name }]),
    );
    const store: Store = new Map();
    for (const source of pieces) {
      const outer: Scope = { store: imported, kind: "module", source };
      const scope: Scope = { store, kind: "module", source, outer };
      // What follows a `break` or `raise` at the top is another cell, or never runs: it is read all the same.
      for (const statement of source.statements)
        this.statements.execute([statement], { scope, returned: [] });
    }
    runUncalled(this);
  }

  /** The use of an activation that detection found for a name or string that ends there. */
  useEndingAt({ cell, end }: Place): Use | undefined {
    return this.#uses.get(cell)?.get(end);
  }
}
