/** Uses of activation functions among the names that a file reads. */
import { lastSegment } from "../frameworks/lookup.ts";
import type { Range } from "../range.ts";
import type { ParsedCode } from "../syntax/define.ts";
import type { Reference } from "../syntax/outline.ts";
import { type Attributes, attributesIn } from "./attributes.ts";
import { type Context, callIn, itemIn, rangeIn } from "./context.ts";
import { customs } from "./customs.ts";
import { reportMethod } from "./methods.ts";
import { isPartial, partialBy } from "./partials.ts";
import { type Reading, readingOf } from "./readings.ts";
import { type Application, nameOfUse, useOf } from "./report.ts";
import { usesOf } from "./reuse.ts";
import type { Part, Place, ScopeView } from "./scopes.ts";
import { reportStrings } from "./strings.ts";

/**
 * Reports every use in the file to its context.
 * @param code the uses in it are all that is asked for
 */
export function detect(context: Context, code?: ParsedCode): void {
  const detector = new Detector(context);
  const { module } = context;
  const isAsked = ({ source }: Part) => source.cell >= 0 && (!code || source.parsed === code);
  detector.read(module, isAsked);
  for (const child of module.children) {
    if (!child.parts.some(isAsked)) continue;
    const uses = usesOf(context, child, () =>
      context.gathering(() => {
        detector.readAll(child);
      }),
    );
    context.add(child.parts[0]!, uses);
  }
}

class Detector {
  readonly #context: Context;
  readonly #attributes: Attributes;
  /** What `functools.partial` applies, by where it stands: it is read after the `partial` around it. */
  #partials = new Map<number, Application>();
  /** Where names stand that are given for an activation: they are read after what takes them. */
  #askedFor = new Set<number>();

  constructor(context: Context) {
    this.#context = context;
    this.#attributes = attributesIn(context);
  }

  readAll(view: ScopeView): void {
    this.read(view);
    for (const child of view.children) this.readAll(child);
  }

  read(view: ScopeView, isAsked: (part: Part) => boolean = () => true): void {
    for (const part of view.parts.filter(isAsked)) {
      this.#partials = new Map();
      this.#askedFor = new Set();
      for (const reference of part.scope.references) this.#readReference(view, part, reference);
    }
  }

  #readReference(view: ScopeView, part: Part, reference: Reference): void {
    const { root, path } = reference;
    const { relevance, names } = this.#context;
    const isApplied = path === "" ? relevance.mayHold(root) : this.#isApplied(path);
    if (isApplied && this.#attributes.report(view, part, reference)) return;
    if (root !== "" && relevance.has(root)) {
      const place = view.placeOf(reference, part);
      const meanings = names.meaningsOf(root, "", place);
      const isOfProject = names.isOfProject(meanings);
      // Another file says what its members are, and may be changed.
      if (isOfProject) this.#context.isRepeatable = false;
      const reading = isOfProject
        ? readingOf(names.meaningsOf(root, path, place), "")
        : readingOf(meanings, path);
      if (reading.match) this.#readName(part, reference, place, reading.match);
      for (const owner of reading.owners) this.#readOwner(part, reference, place, { ...reading, owner });
      if (reading.match || reading.isKnown) return;
    }
    if (path === "") return;
    if (!this.#attributes.report(view, part, reference)) reportMethod(this.#context, view, part, reference);
  }

  /** `act.forward(x)`, where a name is what it makes. */
  #isApplied(path: string): boolean {
    const { areMadeByName, applying } = customs[this.#context.language];
    return areMadeByName === true && applying.includes(path);
  }

  /** A name that a table has. */
  #readName(part: Part, reference: Reference, place: Place, found: NonNullable<Reading["match"]>): void {
    const name = nameOfUse(part, reference, found.further);
    const applied = this.#applied(part, reference, found.further, name.range);
    const match = this.#context.inVersion(found, applied);
    const isCall = applied !== undefined && !applied.isPartial;
    // An assumption is worth saying where something is computed, not wherever the name is passed on.
    if (match.isAssumed && !isCall) return;
    if (match.spelling.isArithmetic && !this.#askedFor.has(name.range.start)) return;
    const fold = this.#context.folder(place);
    // Called on its class, a method takes the tensor first.
    const skipped = match.spelling.form === "method" ? 1 : 0;
    this.#context.report(
      part,
      useOf({ ...match, ...name, kind: isCall ? "call" : "reference" }, applied, fold, skipped),
    );
  }

  /** A callable that takes activations by their names, or that applies another one. */
  #readOwner(
    part: Part,
    reference: Reference,
    place: Place,
    { owner, isCertain, given }: Pick<Reading, "isCertain" | "given"> & { readonly owner: string },
  ): void {
    const range = rangeIn(part, reference.range);
    if (isPartial(owner)) this.#notePartial(part, range, owner);
    else {
      const application = () => {
        const applied = this.#applicationAt(part, range);
        return applied && given ? { ...applied, given } : applied;
      };
      const item = () => itemIn(part, range);
      const askedFor = (start: number) => this.#askedFor.add(start);
      reportStrings(this.#context, { owner, part, place, isCertain }, { application, item, askedFor });
    }
  }

  /** The call of the name itself, or of what makes one of it: `Relu::new()`. */
  #applied(part: Part, { path, range }: Reference, further: number, name: Range): Application | undefined {
    if (further === 0) return this.#applicationAt(part, name);
    const { making } = customs[this.#context.language];
    const isMade = further === 1 && making.includes(lastSegment(path));
    return isMade ? callIn(part, rangeIn(part, range)) : undefined;
  }

  #applicationAt(part: Part, range: Range): Application | undefined {
    return callIn(part, range) ?? this.#partials.get(range.start);
  }

  #notePartial(part: Part, range: Range, name: string): void {
    const call = callIn(part, range);
    const partial = call && partialBy(name, call);
    if (!partial) return;
    const { applied, given } = partial;
    this.#partials.set(applied.range.start, { arguments: given, range: call.range, isPartial: true });
  }
}
