/** `self.act(x)` and `act(x)`, traced to what the class or the code before assigned. */
import type { Literal } from "../frameworks/define.ts";
import { isKey, lastSegment } from "../frameworks/lookup.ts";
import type { AttributeAssignment, Reference } from "../syntax/outline.ts";
import { valueOf } from "./arguments.ts";
import { type Context, callIn, itemIn, rangeIn } from "./context.ts";
import { customs } from "./customs.ts";
import { type Finding, type Held, Values, agreed, asLikely } from "./held.ts";
import { classOf } from "./methods.ts";
import { isOfFramework } from "./names.ts";
import { type Application, nameOfUse, useOf } from "./report.ts";
import { type Part, type Place, type PlacedBinding, type ScopeView, lookUp } from "./scopes.ts";

/** Where classes that are derived from classes are no longer followed. */
const deepest = 8;

const known = new WeakMap<Context, Attributes>();

/** The same for the same file. */
export function attributesIn(context: Context): Attributes {
  let attributes = known.get(context);
  if (!attributes) known.set(context, (attributes = new Attributes(context)));
  return attributes;
}

export class Attributes {
  readonly #context: Context;
  readonly #values: Values;
  readonly #held = new Map<ScopeView, Map<string, Finding>>();
  #everywhere: readonly PlacedAssignment[] | undefined;

  constructor(context: Context) {
    this.#context = context;
    this.#values = new Values(context, (view, root, name) => this.#heldByInstance(view, root, name));
  }

  /** What a name of the module holds when all of it has run. */
  heldByName(name: string): readonly Finding[] {
    return lookUp(name, this.#context.end).bindings.flatMap((binding) => this.#values.heldBy(binding));
  }

  /** What a table of the module has under a key; undefined: under any. */
  heldUnder(name: string, key: Literal | undefined): readonly Finding[] | undefined {
    const object = { kind: "name", name, range: { start: 0, end: 0 } } as const;
    return this.#values.heldUnder(object, key, this.#context.end);
  }

  /** What an attribute of a class of the module holds. */
  heldByClass(name: string, attribute: string): Finding {
    return this.#heldByClassNamed(name, this.#context.end, attribute, 0);
  }

  /** Attributes of a class of the module that hold an activation. */
  holding(name: string): readonly string[] {
    const own = this.#classNamed(name, this.#context.end);
    if (!own) return this.#holdingElsewhere(name, this.#context.end);
    return [...this.#attributesOf(own, 0)].filter((attribute) => this.#holds(own, attribute, 0));
  }

  #attributesOf(owner: ScopeView, depth: number): Set<string> {
    const { outside, parts } = owner;
    const names = new Set(assignmentsOf(owner).map(({ assignment }) => assignment.name));
    for (const { scope } of parts) for (const name of scope.bindings.keys()) names.add(name);
    for (const base of parts[0]?.scope.bases ?? []) {
      const parent = outside && this.#classNamed(base, outside);
      const inherited =
        parent && parent !== owner && depth < deepest
          ? this.#attributesOf(parent, depth + 1)
          : outside && !parent
            ? this.#holdingElsewhere(base, outside)
            : [];
      for (const name of inherited) names.add(name);
    }
    return names;
  }

  #holdingElsewhere(name: string, place: Place): readonly string[] {
    const qualified = this.#elsewhere(name, place);
    return qualified === undefined ? [] : this.#context.exports.holdingAttributes(qualified);
  }

  /** The name of another file that a class is called by: `Block`, `base.Block`. */
  #elsewhere(name: string, place: Place): string | undefined {
    if (!this.#context.exports.isAny) return undefined;
    const [root = "", ...path] = name.split(".");
    // Tables and what is made are no classes, and may be long.
    if (lookUp(root, place).bindings.some(isMade)) return undefined;
    const [only, ...others] = this.#context.names.meaningsOf(root, path.join("."), place);
    if (only?.kind !== "qualified" || !only.isCertain || others.length > 0) return undefined;
    if (isOfFramework(only.name)) return undefined;
    this.#context.isRepeatable = false;
    return only.name;
  }

  #heldByClassNamed(name: string, place: Place, attribute: string, depth: number): Finding {
    const own = this.#classNamed(name, place);
    if (own) return this.#holds(own, attribute, depth);
    const elsewhere = this.#elsewhere(name, place);
    return elsewhere === undefined ? undefined : this.#context.exports.heldByAttribute(elsewhere, attribute);
  }

  /** @returns whether the reference was `self.act(x)` or `act(x)`, with something that was made or kept */
  report(view: ScopeView, part: Part, reference: Reference): boolean {
    const { root } = reference;
    const { path, further } = withoutMethod(reference.path, customs[this.#context.language].applying);
    if (root === "" || path.includes(".")) return false;
    const range = rangeIn(part, reference.range);
    // Most attributes of an instance hold nothing that matters, which is known after the first time: no need to look
    // for the call in the tree.
    const owner = path === "" ? undefined : classOf(view, root);
    const own = owner && this.#holds(owner, path, 0);
    if (owner && !own) return false;
    const call = callIn(part, range);
    if (!call) return reference.path === "" && this.#reportItem(view, part, reference);
    if (path !== "") {
      const held = own ?? this.#heldByClass(view, part, reference, path);
      if (!held || held.isClass) return false;
      this.#report(view, part, reference, held, call, further);
      return true;
    }
    const { bindings } = lookUp(root, view.placeOf(reference, part));
    const findings = bindings.flatMap((binding) => this.#values.heldBy(binding));
    // Where no value was made or looked up, the name itself says more.
    if (!findings.some((held) => held?.made)) return false;
    const held = agreed(findings);
    if (held) this.#report(view, part, reference, held, call, further);
    return true;
  }

  /** `acts["relu"](x)` */
  #reportItem(view: ScopeView, part: Part, reference: Reference): boolean {
    const item = itemIn(part, rangeIn(part, reference.range));
    const call = item && callIn(part, item.range);
    if (!call) return false;
    const held = agreed(this.#values.heldAs(item, view.placeOf(reference, part)));
    if (held) this.#report(view, part, reference, held, call, 0);
    return held !== undefined;
  }

  #report(
    ...[view, part, reference, held, call, further]: [
      ...Parameters<Attributes["report"]>,
      Held,
      Application,
      number,
    ]
  ): void {
    const { match, made, isClass } = held;
    const kind = isClass ? "call" : "attribute_use";
    const name = { ...match, ...nameOfUse(part, reference, further), kind } as const;
    // A method of the class of tensors takes the tensor first.
    const skipped = match.spelling.form === "method" ? 1 : 0;
    const use = useOf(name, call, this.#context.folder(view.placeOf(reference, part)), skipped);
    this.#context.report(part, made ? { ...use, ...made, literals: [] } : use);
  }

  /** `Net.act` of a class. */
  #heldByClass(view: ScopeView, part: Part, reference: Reference, attribute: string): Finding {
    return this.#heldByClassNamed(reference.root, view.placeOf(reference, part), attribute, 0);
  }

  #heldByInstance(view: ScopeView, root: string, name: string): Finding {
    const owner = classOf(view, root);
    return owner && this.#holds(owner, name, 0);
  }

  #holds(owner: ScopeView, attribute: string, depth: number): Finding {
    const known = this.#held.get(owner) ?? new Map<string, Finding>();
    this.#held.set(owner, known);
    if (!known.has(attribute)) {
      // Asked for again while it is traced, it holds itself.
      known.set(attribute, undefined);
      const own = this.#trace(owner, attribute);
      known.set(attribute, own.length > 0 ? agreed(own) : this.#inherited(owner, attribute, depth));
    }
    return known.get(attribute);
  }

  #trace(owner: ScopeView, attribute: string): Finding[] {
    // A field of the class may be set otherwise from outside.
    const fields = owner.bindingsOf(attribute).flatMap((field) => this.#values.heldBy(field).map(asLikely));
    const assigned = this.#assignments(owner, attribute).flatMap(({ view, part, assignment }) => {
      const { value, valueRoot, block } = assignment;
      if (!this.#mayHold(view, valueRoot)) return [undefined];
      const place = { view, at: part.base + value.start, block };
      return this.#values.heldIn(part, rangeIn(part, value), place);
    });
    // What an instance is given hides the field.
    if (assigned.length === 0) return fields;
    return fields.length === 0 ? assigned : assigned.map(asLikely);
  }

  /** In the class's methods; of what is made by naming its fields, anywhere in the file. */
  #assignments(owner: ScopeView, attribute: string): readonly PlacedAssignment[] {
    const structName = owner.parts[0]?.scope.structName;
    if (structName === undefined)
      return assignmentsOf(
        owner,
        ({ root, name }, { scope }) => name === attribute && root === scope.firstParameter,
      );
    this.#everywhere ??= assignmentsWithin(owner.module);
    const [type] = lookUp(structName, owner.outside!).bindings;
    // Another module of the file may have a type of the same name.
    const isMeant = (place: Place) => lookUp(structName, place).bindings[0]?.binding === type?.binding;
    return this.#everywhere.filter(
      ({ view, part, assignment: { root, name, value, block } }) =>
        name === attribute && root === structName && isMeant({ view, at: part.base + value.start, block }),
    );
  }

  /** Whether a value that begins with this name is worth a look. */
  #mayHold(method: ScopeView, root: string | undefined): boolean {
    if (root === undefined) return false;
    const { relevance } = this.#context;
    if (root === "None" || relevance.has(root) || relevance.mayHold(root)) return true;
    return method.bindingsOf(root).length > 0;
  }

  /** From the first of the classes it is derived from that has it. */
  #inherited(owner: ScopeView, attribute: string, depth: number): Finding {
    const { outside, parts } = owner;
    if (!outside || depth > deepest) return undefined;
    const { classElsewhere } = parts[0]?.scope ?? {};
    const itself = classElsewhere === undefined ? undefined : onlyClassNamed(classElsewhere, owner.module);
    if (itself) {
      this.#context.isRepeatable = false;
      return this.#holds(itself, attribute, depth + 1);
    }
    for (const base of parts[0]?.scope.bases ?? []) {
      if (this.#classNamed(base, outside) === owner) continue;
      const held = this.#heldByClassNamed(base, outside, attribute, depth + 1);
      // What is likely there, by a default, is less so where another one is given.
      if (held) return held.match.isCertain || !this.#givesOther(owner) ? held : undefined;
    }
    return undefined;
  }

  /** Whether a class has those it is derived from set up with an activation of its own. */
  #givesOther(owner: ScopeView): boolean {
    const { initialising } = customs[this.#context.language];
    return owner.children.some((view) =>
      view.parts.some((part) =>
        part.scope.references.some((reference) => {
          if (!initialising.includes(lastSegment(reference.path))) return false;
          const place = view.placeOf(reference, part);
          const { arguments: given = [] } = callIn(part, rangeIn(part, reference.range)) ?? {};
          return given.map(valueOf).some((value) => {
            if (value?.kind === "string") return value.value !== undefined && isKey(value.value);
            return value !== undefined && this.#values.heldAs(value, place).some((held) => held);
          });
        }),
      ),
    );
  }

  /** The one class of the file that a name stands for. */
  #classNamed(name: string, place: Place): ScopeView | undefined {
    const [nearest, ...others] = lookUp(name, place).bindings;
    const found = nearest && others.length === 0 ? classBoundBy(nearest) : undefined;
    // Another definition of the module says it: what was found may change with that.
    if (found) this.#context.isRepeatable = false;
    return found;
  }
}

/** The one class of a name in a file, or in a namespace of it, with what it includes. */
function onlyClassNamed(name: string, module: ScopeView): ScopeView | undefined {
  const [only, ...others] = classesNamed(name, module);
  return others.length === 0 ? only : undefined;
}

function classesNamed(name: string, view: ScopeView): ScopeView[] {
  const own = view.bindingsOf(name).flatMap((binding) => classBoundBy(binding) ?? []);
  const inner = view.children.filter(({ kind }) => kind === "block");
  return [...own, ...inner.flatMap((block) => classesNamed(name, block))];
}

function classBoundBy({ binding: { source, range }, part, place }: PlacedBinding): ScopeView | undefined {
  if (source.kind !== "opaque" || source.by !== "class") return undefined;
  const at = part.base + range.start;
  return place.view.children.filter(({ kind, outside }) => kind === "class" && outside!.at <= at).at(-1);
}

/** Whether the value is more than the name of something else. */
function isMade({ binding: { source }, part }: PlacedBinding): boolean {
  if (source.kind !== "assignment") return false;
  const { start, end } = rangeIn(part, source.value);
  return !/^[\p{L}\p{N}_.\s]+$/u.test(part.source.parsed.text.slice(start, end));
}

interface PlacedAssignment {
  readonly view: ScopeView;
  readonly part: Part;
  readonly assignment: AttributeAssignment;
}

/** In the scopes that stand in this one. */
function assignmentsOf(
  owner: ScopeView,
  isAsked: (assignment: AttributeAssignment, part: Part) => boolean = () => true,
): PlacedAssignment[] {
  return owner.children.flatMap((view) =>
    view.parts.flatMap((part) =>
      part.scope.attributes
        .filter((assignment) => isAsked(assignment, part))
        .map((assignment) => ({ view, part, assignment })),
    ),
  );
}

function assignmentsWithin(owner: ScopeView): PlacedAssignment[] {
  return [...assignmentsOf(owner), ...owner.children.flatMap((child) => assignmentsWithin(child))];
}

/** @param applying methods that apply what was made */
function withoutMethod(
  path: string,
  applying: readonly string[],
): { readonly path: string; readonly further: number } {
  if (!applying.includes(lastSegment(path))) return { path, further: 0 };
  return { path: path.slice(0, Math.max(0, path.lastIndexOf("."))), further: 1 };
}
