/** Uses of activation functions among the names that a file reads. */
import type { Range } from "../range.ts";
import type { Reference } from "../syntax/outline.ts";
import { Attributes } from "./attributes.ts";
import { type Context, callIn, rangeIn } from "./context.ts";
import { matchOf } from "./match.ts";
import { reportMethod } from "./methods.ts";
import { type Meaning, withPath } from "./names.ts";
import { type Application, nameOfUse, useOf } from "./report.ts";
import type { Part, Place, ScopeView } from "./scopes.ts";
import { reportStrings } from "./strings.ts";

/** Reports every use in the file to its context. */
export function detect(context: Context): void {
  new Detector(context).visit(context.module);
}

class Detector {
  readonly #context: Context;
  readonly #attributes: Attributes;
  /** What `functools.partial` applies, by where it stands: it is read after the `partial` around it. */
  #partials = new Map<number, Application>();

  constructor(context: Context) {
    this.#context = context;
    this.#attributes = new Attributes(context);
  }

  visit(view: ScopeView): void {
    for (const part of view.parts) {
      this.#partials = new Map();
      for (const reference of part.scope.references) this.#read(view, part, reference);
    }
    for (const child of view.children) this.visit(child);
  }

  #read(view: ScopeView, part: Part, reference: Reference): void {
    const { relevance, names } = this.#context;
    if (reference.root === "" || !relevance.has(reference.root)) {
      if (!this.#attributes.report(view, part, reference)) reportMethod(this.#context, view, part, reference);
      return;
    }
    const place = view.placeOf(reference, part);
    const meanings = names.meaningsOf(reference.root, "", place);
    if (!this.#readName(part, reference, place, meanings)) this.#readOwner(part, reference, place, meanings);
  }

  /** A name that a table has. */
  #readName(part: Part, reference: Reference, place: Place, meanings: readonly Meaning[]): boolean {
    const match = matchOf(reference, meanings);
    if (!match) return false;
    const name = nameOfUse(part, reference, match.further);
    const applied = match.further === 0 ? this.#applicationAt(part, name.range) : undefined;
    const isCall = applied !== undefined && !applied.isPartial;
    // An assumption is worth saying where something is computed, not wherever the name is passed on.
    if (match.isAssumed && !isCall) return true;
    const fold = this.#context.folder(place);
    // Called on its class, a method takes the tensor first.
    const skipped = match.spelling.form === "method" ? 1 : 0;
    this.#context.report(
      part,
      useOf({ ...match, ...name, kind: isCall ? "call" : "reference" }, applied, fold, skipped),
    );
    return true;
  }

  /** A callable that takes activations by their names, or that applies another one. */
  #readOwner(part: Part, reference: Reference, place: Place, meanings: readonly Meaning[]): void {
    const owners = new Set<string>();
    for (const meaning of meanings) {
      if (meaning.kind === "qualified") owners.add(withPath(meaning, reference.path).name);
    }
    const range = rangeIn(part, reference.range);
    for (const owner of owners) {
      if (owner === "functools.partial") this.#notePartial(part, range);
      else
        reportStrings(this.#context, { owner, part, place, isCertain: owners.size === meanings.length }, () =>
          this.#applicationAt(part, range),
        );
    }
  }

  #applicationAt(part: Part, range: Range): Application | undefined {
    return callIn(part, range) ?? this.#partials.get(range.start);
  }

  #notePartial(part: Part, range: Range): void {
    const call = callIn(part, range);
    const [applied, ...rest] = call?.arguments ?? [];
    if (!call || applied?.kind !== "positional") return;
    this.#partials.set(applied.value.range.start, { arguments: rest, range: call.range, isPartial: true });
  }
}
