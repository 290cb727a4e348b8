/**
 * Scopes of one file or notebook, in one line of positions: which bindings a name that is read may have.
 *
 * Python's rules: a name bound in a function is local to all of it; class scopes are not seen from the functions in
 * them; comprehensions and classes run where they stand, functions later. Branches that may not have run leave more than
 * one binding possible.
 */
import type { Binding, Block, Branching, Reference, Scope, ScopeKind } from "../syntax/outline.ts";
import type { ParsedCode } from "../syntax/define.ts";
import type { Meaning } from "./names.ts";
import { summaryOf } from "./summary.ts";

/** A stretch of a file, or of a notebook's cell, that was parsed on its own. */
export interface Source {
  /** Below 0: of a file that is included. */
  readonly cell: number;
  /** Where it starts in its cell. */
  readonly offset: number;
  /** Where it starts in the line of positions. */
  readonly start: number;
  readonly parsed: ParsedCode;
}

/** A scope's outline and where its positions count from, in the line of positions. */
export interface Part {
  readonly scope: Scope;
  readonly base: number;
  readonly source: Source;
}

/** A place in a scope that names are looked up from. */
export interface Place {
  readonly view: ScopeView;
  readonly at: number;
  readonly block: Block;
}

export interface PlacedBinding {
  readonly binding: Binding;
  /** Where its statement stands, for looking up what its value names. */
  readonly place: Place;
  /** In effect from here on. */
  readonly at: number;
  readonly part: Part;
  readonly isStar: boolean;
  /** What it stands for, once that has been asked. */
  meanings?: readonly Meaning[];
}

/** Which bindings a name may have at a place. */
export interface Candidates {
  /** The nearest first. */
  readonly bindings: readonly PlacedBinding[];
  /** Whether one of them is in effect for certain. */
  readonly isComplete: boolean;
}

/** What a star import brings in is known to the tables alone. */
export type StarExports = (module: string, name: string) => "yes" | "no" | "unknown";

export class ScopeView {
  readonly kind: ScopeKind;
  /** Outside: where it stands in the scope around it. */
  readonly outside: Place | undefined;
  /** One; a module has one for each stretch that was parsed on its own. */
  readonly parts: readonly Part[];
  /** What names mean here that are bound outside, once that has been asked. */
  readonly outerMeanings = new Map<string, readonly Meaning[]>();
  readonly #placed = new Map<string, readonly PlacedBinding[]>();
  readonly #starExports: StarExports;
  #children: readonly ScopeView[] | undefined;
  #declaring: readonly ScopeView[] | undefined;
  #starred: readonly Part[] | undefined;
  #merged: MergedBindings | undefined;

  constructor(parts: readonly Part[], outside: Place | undefined, starExports: StarExports) {
    this.kind = parts[0]?.scope.kind ?? "module";
    this.parts = parts;
    this.outside = outside;
    this.#starExports = starExports;
  }

  /** Made when asked for: most of a file that is analysed again is not looked into. */
  get children(): readonly ScopeView[] {
    return (this.#children ??= this.parts.flatMap((part) =>
      part.scope.children.map(({ scope, offset, at, block }) => {
        const inner = { scope, base: part.base + offset, source: part.source };
        return new ScopeView([inner], { view: this, at: part.base + at, block }, this.#starExports);
      }),
    ));
  }

  get module(): ScopeView {
    return this.outside ? this.outside.view.module : this;
  }

  placeOf({ range, block }: Reference, part: Part): Place {
    return { view: this, at: part.base + range.start, block };
  }

  /** Scopes within that have `global` names: looked for once, as nearly none has. */
  get declaring(): readonly ScopeView[] {
    return (this.#declaring ??= this.children
      .filter(({ outside, parts }) => outside!.view.outside ?? summaryOf(parts[0]!.scope).hasGlobals)
      .flatMap((child) => [
        ...(child.parts.some(({ scope }) => scope.globals.size > 0) ? [child] : []),
        ...child.declaring,
      ]));
  }

  /** Names that are looked up elsewhere although they are bound here. A module, of hundreds of parts, has none. */
  isDeclared(name: string, how: "globals" | "nonlocals"): boolean {
    return this.outside !== undefined && this.parts.some(({ scope }) => scope[how].has(name));
  }

  /** All bindings of a name, in the order in which they take effect. */
  bindingsOf(name: string): readonly PlacedBinding[] {
    let placed = this.#placed.get(name);
    if (!placed) {
      const own = this.#ownBindings(name);
      const further = [
        ...this.#starsFor(name, own.length > 0),
        ...(this.outside ? [] : globalBindings(this, name)),
      ];
      placed = further.length === 0 ? own : withStars([...own, ...further].sort((a, b) => a.at - b.at));
      this.#placed.set(name, placed);
    }
    return placed;
  }

  #ownBindings(name: string): readonly PlacedBinding[] {
    const [part, ...others] = this.parts;
    if (part && others.length === 0) {
      return part.scope.bindings.get(name)?.map((binding) => this.#place(binding, part, false)) ?? [];
    }
    this.#merged ??= mergedBindings(this.parts);
    return this.#merged.get(name)?.map(([own, binding]) => this.#place(binding, own, false)) ?? [];
  }

  #starsFor(name: string, isDefined: boolean): readonly PlacedBinding[] {
    this.#starred ??= this.parts.filter(({ scope }) => scope.stars.length > 0);
    return this.#starred.flatMap((part) =>
      part.scope.stars.flatMap(({ module, at, range, block, isWeak }) => {
        const exported = isWeak && isDefined ? "no" : this.#starExports(module, name);
        if (exported === "no") return [];
        const source: Binding["source"] =
          exported === "yes" ? { kind: "import", module, member: name } : { kind: "opaque", by: "star" };
        return [this.#place({ name, at, range, block, source }, part, true)];
      }),
    );
  }

  #place(binding: Binding, part: Part, isStar: boolean): PlacedBinding {
    const { source, block } = binding;
    const at = part.base + binding.at;
    // A default is read where the function is defined, any other value just before it takes effect.
    if (source.kind === "parameter" && this.outside)
      return { binding, place: this.outside, at, part, isStar };
    const start = source.kind === "assignment" ? source.value.start : binding.at;
    return { binding, place: { view: this, at: part.base + start, block }, at, part, isStar };
  }
}

type MergedBindings = ReadonlyMap<string, readonly (readonly [Part, Binding])[]>;

/** Names that are bound in any of the parts. */
function mergedBindings(parts: readonly Part[]): MergedBindings {
  const merged = new Map<string, (readonly [Part, Binding])[]>();
  for (const part of parts) {
    for (const [name, bindings] of part.scope.bindings) {
      const list = merged.get(name) ?? [];
      merged.set(name, list);
      for (const binding of bindings) list.push([part, binding]);
    }
  }
  return merged;
}

/** What functions bind in the module by `global`: it may happen at any time after their definition. */
function globalBindings(module: ScopeView, name: string): PlacedBinding[] {
  return module.declaring
    .filter((view) => view.isDeclared(name, "globals"))
    .flatMap((view) => {
      const { at, block } = placeIn(module, view);
      return view.bindingsOf(name).map(({ binding, ...placed }) => ({
        ...placed,
        binding: { ...binding, block: { parent: block, isLoop: false } },
        at,
      }));
    });
}

/** Where a scope, or what it lies in, stands in the module. */
function placeIn(module: ScopeView, view: ScopeView): Place {
  const outside = view.outside!;
  return outside.view === module ? outside : placeIn(module, outside.view);
}

/** A star import of an unknown module may bind anything: it counts only where it could hide another star's name. */
function withStars(bindings: readonly PlacedBinding[]): readonly PlacedBinding[] {
  if (!bindings.some(({ isStar }) => isStar)) return bindings;
  const isUnknown = ({ binding }: PlacedBinding) => binding.source.kind === "opaque";
  const first = bindings.findIndex((placed) => placed.isStar && !isUnknown(placed));
  return bindings.filter(
    (placed, index) => !placed.isStar || !isUnknown(placed) || (first >= 0 && index > first),
  );
}

/** Whether a name that is read there may be bound outside all functions. */
export function mayBeOuter(name: string, view: ScopeView): boolean {
  if (!view.outside || view.isDeclared(name, "globals")) return true;
  const isOwn =
    view.kind !== "class" && !view.isDeclared(name, "nonlocals") && view.bindingsOf(name).length > 0;
  return !isOwn && mayBeOuter(name, view.outside.view);
}

/** The bindings that a name may have where it is read. */
export function lookUp(name: string, from: Place): Candidates {
  const found: PlacedBinding[] = [];
  let place: Place | undefined = from;
  let isLater = false;
  while (place) {
    const { view }: Place = place;
    if (view.isDeclared(name, "globals")) {
      place = placeIn(view.module, view);
      isLater = true;
      continue;
    }
    const isVisible = (view.kind !== "class" || view === from.view) && !view.isDeclared(name, "nonlocals");
    const bindings = isVisible ? view.bindingsOf(name) : [];
    if (bindings.length > 0) {
      const { bindings: own, isComplete } = reaching(bindings, place, isLater);
      found.push(...own);
      // A function's own name is never taken from outside; a class or module falls back on what is around it.
      if (isComplete || (view.kind !== "class" && view.kind !== "module"))
        return { bindings: found, isComplete };
    }
    isLater ||= view.kind === "function" || view.kind === "lambda";
    place = view.outside;
  }
  return { bindings: found, isComplete: false };
}

/** @param isLater whether the name is read when the scope may have run on: then later bindings count as well */
export function reaching(
  bindings: readonly PlacedBinding[],
  { at, block }: Place,
  isLater: boolean,
): Candidates {
  const found: PlacedBinding[] = [];
  const seen = new Map<Branching, Set<Block>>();
  let isComplete = false;
  for (let index = bindings.length - 1; index >= 0; index--) {
    const candidate = bindings[index]!;
    const from = candidate.binding.block;
    if (candidate.at > at) {
      if (isLater || shareLoop(from, block)) found.push(candidate);
      continue;
    }
    if (isComplete || excludes(from, block)) continue;
    found.push(candidate);
    // What an unknown star brings is not certain to be this name.
    const isDoubtful = candidate.isStar && candidate.binding.source.kind === "opaque";
    isComplete = !isDoubtful && (contains(from, block) || completes(from, block, seen));
  }
  // What is bound later is the least likely meaning.
  const isBefore = (candidate: PlacedBinding) => candidate.at <= at;
  return {
    bindings: [...found.filter(isBefore), ...found.filter((candidate) => !isBefore(candidate))],
    isComplete,
  };
}

/** Whether what runs in `inner` has run through the start of `outer`. */
function contains(outer: Block, inner: Block): boolean {
  if (!outer.parent) return true;
  for (let block: Block | undefined = inner; block; block = block.parent) if (block === outer) return true;
  return false;
}

/** Whether all arms of a branching before the place bind the name: then one of them has. */
function completes(arm: Block, block: Block, seen: Map<Branching, Set<Block>>): boolean {
  const { branching, parent } = arm;
  if (!branching?.isComplete || !parent || !contains(parent, block)) return false;
  const arms = seen.get(branching) ?? new Set();
  seen.set(branching, arms.add(arm));
  return arms.size === branching.arms;
}

/** Whether two blocks lie in different arms of one branching. */
function excludes(a: Block, b: Block): boolean {
  for (let x: Block | undefined = a; x; x = x.parent) {
    if (!x.branching?.isExclusive) continue;
    for (let y: Block | undefined = b; y; y = y.parent) {
      if (x !== y && x.branching === y.branching) return true;
    }
  }
  return false;
}

function shareLoop(a: Block, b: Block): boolean {
  for (let x: Block | undefined = a; x; x = x.parent) if (x.isLoop && contains(x, b)) return true;
  return false;
}
