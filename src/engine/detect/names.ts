/** From a name that is read to the qualified names it may stand for, through imports, aliases and defaults. */
import type { Argument, Expression } from "../syntax/expression.ts";
import type { Language, Literal } from "../frameworks/define.ts";
import { canonicalName, firstSegment, isKnown, isModule } from "../frameworks/lookup.ts";
import { type Ambient, ambientNames, qualifiedName, rootModules } from "../frameworks/index.ts";
import { foldConstant } from "./constants.ts";
import {
  type Candidates,
  type Place,
  type PlacedBinding,
  type StarExports,
  lookUp,
  mayBeOuter,
} from "./scopes.ts";
import type { Exports } from "./exports.ts";
import { isPartial, partialBy } from "./partials.ts";
import { memberName } from "./summary.ts";
import type { Range } from "../range.ts";

export interface QualifiedMeaning {
  readonly kind: "qualified";
  /** Canonical: `torch.nn.functional.relu` */
  readonly name: string;
  readonly isCertain: boolean;
  /** Nothing in the code binds the name, which is the framework's own. */
  readonly isAmbient?: true;
  /** Arguments that `functools.partial` has given. */
  readonly given?: readonly Argument[];
}

/** What a name stands for. */
export type Meaning =
  | QualifiedMeaning
  | { readonly kind: "constant"; readonly value: Literal; readonly isCertain: boolean }
  /** Bound to something that is not followed. */
  | { readonly kind: "opaque"; readonly binding: PlacedBinding };

/** Where aliases of aliases are no longer followed; a circle ends here too. */
const deepest = 8;

const roots = new Set(rootModules);

/** Tables write `tf` for `tensorflow`: a file `tf.py` of the project is another thing. */
export function isOfFramework(name: string): boolean {
  const root = firstSegment(name);
  return roots.has(root) || isModule(root);
}

/**
 * A star import of a framework's module brings what the tables know of it, one of the project's what its file has. Any other may hide that in Python alone:
 * elsewhere it is an error to name what two of them bring.
 */
export function starExportsOf(language: Language, exports: Exports): StarExports {
  return (module, name) => {
    const kept = qualifiedName(language, module);
    if (!roots.has(firstSegment(kept)) && exports.isModule(module))
      return exports.isGiven(memberName(module, name)) ? "yes" : "no";
    if (!roots.has(firstSegment(kept))) return language === "python" ? "unknown" : "no";
    return isKnown(canonicalName(`${kept}.${name}`)) ? "yes" : "no";
  };
}

export class Names {
  /** Names that were looked up since it was set, and may be the module's. */
  asked: Set<string> | undefined;
  #hasAskedElsewhere = false;
  readonly #exports: Exports;
  readonly #language: Language;
  readonly #ambient: ReturnType<typeof ambientNames>;

  constructor(exports: Exports, language: Language) {
    this.#exports = exports;
    this.#language = language;
    this.#ambient = ambientNames(language);
  }

  /** The meanings of a dotted name, the likeliest first; none where its first name is bound nowhere. */
  meaningsOf(root: string, path: string, place: Place, depth = 0): readonly Meaning[] {
    const meanings = this.#meaningsOfName(root, place, depth);
    return path === "" ? meanings : meanings.flatMap((meaning) => this.#membersOf(meaning, path));
  }

  /** Whether it is a module of the project, whose names another file tells. */
  isOfProject([only, ...others]: readonly Meaning[]): boolean {
    if (only?.kind !== "qualified" || others.length > 0 || isOfFramework(only.name)) return false;
    return this.#exports.isModule(only.name);
  }

  /** Whether a qualified name is of a file of the project. */
  isOfFile(name: string): boolean {
    return this.#exports.isOfFile(name);
  }

  /** Of a module of the project, what the file has under the name. */
  #membersOf(meaning: Meaning, path: string): readonly Meaning[] {
    const member = memberOf(meaning, path);
    if (meaning.kind !== "qualified" || isOfFramework(meaning.name)) return [member];
    const segments = path.split(".");
    for (let count = 1; count <= segments.length; count++) {
      const own = memberName(meaning.name, segments.slice(0, count).join("."));
      const followed = this.#exports.meaningsOf(own);
      if (followed) return followed.map((found) => memberOf(found, segments.slice(count).join(".")));
    }
    return [member];
  }

  #meaningsOfName(name: string, place: Place, depth: number): readonly Meaning[] {
    const { view } = place;
    const { kind, outside } = view;
    if (depth > 0 || !outside || kind === "class" || view.bindingsOf(name).length > 0) {
      return this.#lookUp(name, place, depth);
    }
    // A comprehension sees what is around it where it stands, but not the names of a class.
    if (kind === "comprehension" || kind === "block") {
      return outside.view.kind === "class"
        ? this.#lookUp(name, place, depth)
        : this.#meaningsOfName(name, outside, depth);
    }
    // Read in a function, a name from outside means the same everywhere.
    let meanings = view.outerMeanings.get(name);
    if (!meanings) view.outerMeanings.set(name, (meanings = this.#lookUp(name, place, depth)));
    return meanings;
  }

  #lookUp(name: string, place: Place, depth: number): readonly Meaning[] {
    if (depth > deepest) return [];
    if (this.asked && mayBeOuter(name, place.view)) this.asked.add(name);
    const candidates = lookUp(name, place);
    const ambient = candidates.bindings.length === 0 ? this.#ambient.get(name) : undefined;
    return ambient ? [ambientMeaning(ambient)] : this.meaningsAmong(candidates, depth);
  }

  /** What a choice of bindings amounts to. The same array for the same single binding. */
  meaningsAmong({ bindings }: Candidates, depth = 0): readonly Meaning[] {
    if (depth > 0) return bindings.flatMap((binding) => this.#meaningsOfBinding(binding, depth));
    const [only, ...others] = bindings;
    if (!only) return [];
    return others.length === 0 ? this.#ownMeanings(only) : bindings.flatMap((one) => this.#ownMeanings(one));
  }

  /** Asked for once: every definition that reads the name asks anew. */
  #ownMeanings(placed: PlacedBinding): readonly Meaning[] {
    return (placed.meanings ??= this.#meaningsOfBinding(placed, 0));
  }

  #meaningsOfBinding(placed: PlacedBinding, depth: number): readonly Meaning[] {
    const { source } = placed.binding;
    switch (source.kind) {
      case "import": {
        const name = memberName(qualifiedName(this.#language, source.module), source.member);
        return (
          (!isOfFramework(name) && this.#exports.meaningsOf(name)) || [
            { kind: "qualified", name: canonicalName(name), isCertain: true },
          ]
        );
      }
      case "assignment":
        return this.#meaningsOfValue(source.value, placed, depth, source.member);
      case "parameter": {
        // A caller may pass anything; the default is only the likeliest.
        const opaque: Meaning = { kind: "opaque", binding: placed };
        if (!source.value) return [opaque];
        return [...this.#meaningsOfValue(source.value, placed, depth).map(asLikely), opaque];
      }
      case "opaque":
        return [{ kind: "opaque", binding: placed }];
    }
  }

  /** @param member of the value, undefined: the whole */
  #meaningsOfValue(
    ...[value, placed, depth, member]: [Range, PlacedBinding, number, string?]
  ): readonly Meaning[] {
    const { part, place } = placed;
    const offset = part.base - part.source.start;
    const range = { start: value.start + offset, end: value.end + offset };
    const expression = part.source.parsed.expressionAt(range);
    const whole = expression && this.meaningsOfExpression(expression, place, depth + 1);
    const meanings =
      member === undefined ? whole : whole?.flatMap((meaning) => this.#membersOf(meaning, member));
    return meanings && meanings.length > 0 ? meanings : [{ kind: "opaque", binding: placed }];
  }

  /** Meanings of a name, a dotted name, a choice between such, or a constant; none for anything else. */
  meaningsOfExpression(expression: Expression, place: Place, depth = 0): readonly Meaning[] {
    if (expression.kind === "choice") {
      return expression.options.flatMap((option) =>
        this.meaningsOfExpression(option, place, depth).map(asLikely),
      );
    }
    const chain = chainOf(expression);
    if (chain) return this.meaningsOf(chain.root, chain.path, place, depth);
    const partial = expression.kind === "call" ? this.#meaningsOfPartial(expression, place, depth) : [];
    if (partial.length > 0) return partial;
    const value = foldConstant(expression, (name) => this.constantOf(name, place, depth + 1));
    return value === undefined ? [] : [{ kind: "constant", value, isCertain: true }];
  }

  /** The same with constants of other files. */
  valuesOf(expression: Expression, place: Place): readonly Meaning[] {
    return this.meaningsOfExpression(expression, place).map((meaning) => {
      const value = meaning.kind === "qualified" ? this.constantElsewhere(meaning.name) : undefined;
      return value === undefined || meaning.kind !== "qualified"
        ? meaning
        : { kind: "constant", value, isCertain: meaning.isCertain };
    });
  }

  /** `partial(nn.LeakyReLU, 0.2)` */
  #meaningsOfPartial(
    { callee, call }: Extract<Expression, { kind: "call" }>,
    place: Place,
    depth: number,
  ): readonly Meaning[] {
    const chain = call.arguments[0]?.kind === "positional" ? chainOf(callee) : undefined;
    if (!chain || depth > deepest) return [];
    const [only] = this.meaningsOf(chain.root, chain.path, place, depth + 1);
    const partial = only?.kind === "qualified" && isPartial(only.name) && partialBy(only.name, call);
    if (!partial) return [];
    return this.meaningsOfExpression(partial.applied, place, depth + 1).flatMap((meaning) =>
      meaning.kind === "qualified"
        ? [{ ...meaning, given: [...(meaning.given ?? []), ...partial.given] }]
        : [],
    );
  }

  /** The constant that a name of the module certainly is. */
  constantNamed(name: string, place: Place): Literal | undefined {
    const value = this.constantOf({ kind: "name", name, range: { start: 0, end: 0 } }, place);
    return typeof value === "object" && value !== null ? undefined : value;
  }

  /** @returns whether another file was asked for a value since this was asked last */
  takeElsewhere(): boolean {
    const has = this.#hasAskedElsewhere;
    this.#hasAskedElsewhere = false;
    return has;
  }

  /** The constant that a qualified name is in another file. */
  constantElsewhere(name: string): Literal | undefined {
    if (!this.#exports.isAny || isOfFramework(name)) return undefined;
    this.#hasAskedElsewhere = true;
    return this.#exports.constantOf(name);
  }

  /** The value that a name certainly has; a qualified name stands for itself. */
  constantOf(
    expression: Expression,
    place: Place,
    depth = 0,
  ): Literal | { readonly name: string } | undefined {
    const chain = chainOf(expression);
    if (!chain || depth > deepest) return undefined;
    const meanings = this.meaningsOf(chain.root, chain.path, place, depth);
    const [first] = meanings;
    if (!first) return { name: joined(chain.root, chain.path) };
    if (first.kind === "opaque" || !first.isCertain) return undefined;
    if (first.kind === "qualified")
      return meanings.length === 1 ? (this.constantElsewhere(first.name) ?? { name: first.name }) : undefined;
    const agree = meanings.every((other) => other.kind === "constant" && other.value === first.value);
    return agree ? first.value : undefined;
  }
}

function ambientMeaning({ name, isCertain }: Ambient): Meaning {
  return { kind: "qualified", name: canonicalName(name), isCertain, isAmbient: true };
}

function asLikely(meaning: Meaning): Meaning {
  if (meaning.kind === "opaque") return meaning;
  if (meaning.kind === "constant") return { ...meaning, isCertain: false };
  const { kind, name, given } = meaning;
  return { kind, name, isCertain: false, ...(given ? { given } : {}) };
}

function memberOf(meaning: Meaning, path: string): Meaning {
  return meaning.kind === "qualified" ? withPath(meaning, path) : meaning;
}

export function withPath(meaning: QualifiedMeaning, path: string): QualifiedMeaning {
  if (path === "") return meaning;
  // What hangs on a `partial` is no function's member.
  const { given, ...own } = meaning;
  const name = given ? `functools.partial.${path}` : canonicalName(joined(meaning.name, path));
  return { ...own, name };
}

function joined(name: string, path: string): string {
  if (path === "") return name;
  return name.endsWith(".") ? name + path : `${name}.${path}`;
}

function chainOf(expression: Expression): { readonly root: string; readonly path: string } | undefined {
  if (expression.kind === "name") return { root: expression.name, path: "" };
  if (expression.kind !== "member") return undefined;
  const object = chainOf(expression.object);
  return object && { root: object.root, path: joined(object.path, expression.member).replace(/^\./, "") };
}
