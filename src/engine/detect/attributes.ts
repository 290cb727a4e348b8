/** `self.act(x)`, traced to what the class assigned to `self.act`. */
import type { Range } from "../range.ts";
import type { Expression } from "../syntax/expression.ts";
import type { Reference } from "../syntax/outline.ts";
import { type Parametrised, parametrise } from "./arguments.ts";
import { type Context, callIn, expressionIn, rangeIn } from "./context.ts";
import { type Match, matchOf } from "./match.ts";
import { classOf } from "./methods.ts";
import { nameOfUse, useOf } from "./report.ts";
import { type Part, type Place, type PlacedBinding, type ScopeView, lookUp } from "./scopes.ts";

/** What an attribute holds: a module that was made, or a function. */
interface Held {
  readonly match: Match;
  /** Of a module: what it was made with. */
  readonly made: Parametrised | undefined;
}

/** What one assignment says: undefined where it is not understood. */
type Finding = Held | undefined;

/** Where values that are names of values are no longer followed. */
const deepest = 4;

export class Attributes {
  readonly #context: Context;
  readonly #held = new Map<ScopeView, Map<string, Finding>>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** @returns whether the reference was such a use */
  report(view: ScopeView, part: Part, reference: Reference): boolean {
    const { root, path } = reference;
    if (root === "" || path === "" || path.includes(".")) return false;
    const owner = classOf(view, root);
    const held = owner && this.#holds(owner, path);
    const call = held && callIn(part, rangeIn(part, reference.range));
    if (!call) return false;
    const { match, made } = held;
    const name = { ...match, ...nameOfUse(part, reference, 0), kind: "attribute_use" } as const;
    // A method of the class of tensors takes the tensor first.
    const skipped = match.spelling.form === "method" ? 1 : 0;
    const use = useOf(name, call, this.#context.folder(view.placeOf(reference, part)), skipped);
    this.#context.report(part, made ? { ...use, ...made, literals: [] } : use);
    return true;
  }

  #holds(owner: ScopeView, attribute: string): Finding {
    const known = this.#held.get(owner) ?? new Map<string, Finding>();
    this.#held.set(owner, known);
    if (!known.has(attribute)) known.set(attribute, agreed(this.#trace(owner, attribute)));
    return known.get(attribute);
  }

  #trace(owner: ScopeView, attribute: string): Finding[] {
    // A field of the class may be set otherwise from outside.
    const fields = owner.bindingsOf(attribute).flatMap((field) => this.#heldBy(field, 0).map(asLikely));
    const assigned = owner.children.flatMap((method) =>
      method.parts.flatMap((part) =>
        part.scope.attributes
          .filter(({ name, root }) => name === attribute && root === part.scope.firstParameter)
          .flatMap(({ value, valueRoot, block }) => {
            const isNamed = valueRoot !== undefined && method.bindingsOf(valueRoot).length > 0;
            const isRelevant = valueRoot !== undefined && this.#context.relevance.has(valueRoot);
            if (valueRoot !== "None" && !isNamed && !isRelevant) return [undefined];
            const place = { view: method, at: part.base + value.start, block };
            return this.#heldIn(part, rangeIn(part, value), place, 0);
          }),
      ),
    );
    return [...fields, ...assigned];
  }

  #heldIn(part: Part, range: Range, place: Place, depth: number): Finding[] {
    const expression = expressionIn(part, range);
    return expression ? this.#heldAs(expression, place, depth) : [undefined];
  }

  #heldAs(expression: Expression, place: Place, depth: number): Finding[] {
    if (depth > deepest) return [undefined];
    // Not set yet: it is not called like that.
    if (expression.kind === "none") return [];
    if (expression.kind === "choice") {
      return expression.options.flatMap((option) => this.#heldAs(option, place, depth + 1));
    }
    const isMade = expression.kind === "call";
    const named = isMade ? expression.callee : expression;
    const found = matchOf({ path: "" }, this.#context.names.meaningsOfExpression(named, place));
    const match = found && this.#context.inVersion(found);
    if (match && !match.spelling.isArithmetic && (match.spelling.form === "module") === isMade) {
      const fold = this.#context.folder(place);
      const made = isMade ? parametrise(match.spelling, expression.call.arguments, fold) : undefined;
      return [{ match, made }];
    }
    if (expression.kind !== "name") return [undefined];
    const { bindings } = lookUp(expression.name, place);
    return bindings.length === 0 ? [undefined] : bindings.flatMap((binding) => this.#heldBy(binding, depth));
  }

  /** What a variable holds; of a parameter, its default. */
  #heldBy({ binding, part, place }: PlacedBinding, depth: number): Finding[] {
    const { source } = binding;
    if (source.kind !== "assignment" && source.kind !== "parameter") return [undefined];
    if (!source.value) return [undefined];
    // What a variable of the module was made with is more than the meaning of its name.
    if (source.kind === "assignment" && !place.view.outside) this.#context.isRepeatable = false;
    const found = this.#heldIn(part, rangeIn(part, source.value), place, depth + 1);
    return source.kind === "parameter" ? found.map(asLikely) : found;
  }
}

function asLikely(held: Finding): Finding {
  return held && { ...held, match: { ...held.match, isCertain: false } };
}

/** All that are understood must agree; one that is not leaves the others likely. */
function agreed(findings: readonly Finding[]): Finding {
  const found = findings.filter((held) => held !== undefined);
  const [first] = found;
  if (!first || found.some((held) => !isSame(held, first))) return undefined;
  const isCertain = found.length === findings.length && found.every(({ match }) => match.isCertain);
  return isCertain ? first : asLikely(first);
}

function isSame(a: Held, b: Held): boolean {
  return (
    a.match.spelling === b.match.spelling && JSON.stringify(a.made?.params) === JSON.stringify(b.made?.params)
  );
}
