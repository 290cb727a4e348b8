/** `self.act(x)`, traced to what the class assigned to `self.act`. */
import type { Expression } from "../syntax/expression.ts";
import type { Reference } from "../syntax/outline.ts";
import { type Context, callIn, expressionIn, rangeIn } from "./context.ts";
import { type Match, matchOf } from "./match.ts";
import { classOf } from "./methods.ts";
import { nameOfUse, useOf } from "./report.ts";
import type { Part, Place, ScopeView } from "./scopes.ts";
import type { Use } from "./use.ts";

/** What an attribute holds: a module that was made, or a function. */
interface Held {
  readonly match: Match;
  /** Of a module: what it was made with, as if used there. */
  readonly made: Use | undefined;
}

export class Attributes {
  readonly #context: Context;
  readonly #held = new WeakMap<ScopeView, Map<string, Held | undefined>>();

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
    const fold = this.#context.folder(view.placeOf(reference, part));
    const use = useOf(name, call, fold);
    this.#context.report(
      part,
      made ? { ...made, ...name, range: use.range, callRange: use.callRange, literals: [] } : use,
    );
    return true;
  }

  #holds(owner: ScopeView, attribute: string): Held | undefined {
    const known = this.#held.get(owner) ?? new Map<string, Held | undefined>();
    this.#held.set(owner, known);
    if (!known.has(attribute)) known.set(attribute, this.#trace(owner, attribute));
    return known.get(attribute);
  }

  /** All assignments must agree; one that is not understood leaves the others likely. */
  #trace(owner: ScopeView, attribute: string): Held | undefined {
    const traced: (Held | undefined)[] = [];
    for (const method of owner.children) {
      for (const part of method.parts) {
        for (const assigned of part.scope.attributes) {
          if (assigned.name !== attribute || assigned.root !== part.scope.firstParameter) continue;
          const { valueRoot, value, block } = assigned;
          if (valueRoot === undefined || !this.#context.relevance.has(valueRoot)) {
            traced.push(undefined);
            continue;
          }
          const place = { view: method, at: part.base + value.start, block };
          const expression = expressionIn(part, rangeIn(part, value));
          traced.push(expression && this.#holding(expression, place));
        }
      }
    }
    const found = traced.filter((held) => held !== undefined);
    const [first] = found;
    if (!first || found.some((held) => !isSame(held, first))) return undefined;
    const isCertain = first.match.isCertain && found.length === traced.length;
    return { ...first, match: { ...first.match, isCertain } };
  }

  #holding(expression: Expression, place: Place): Held | undefined {
    const isMade = expression.kind === "call";
    const named = isMade ? expression.callee : expression;
    const match = matchOf({ path: "" }, this.#context.names.meaningsOfExpression(named, place));
    if (!match || (match.spelling.form === "module") !== isMade) return undefined;
    if (!isMade) return { match, made: undefined };
    const { range } = named;
    const name = { ...match, kind: "call", range, nameRange: range } as const;
    return { match, made: useOf(name, expression.call, this.#context.folder(place)) };
  }
}

function isSame(a: Held, b: Held): boolean {
  return (
    a.match.spelling === b.match.spelling && JSON.stringify(a.made?.params) === JSON.stringify(b.made?.params)
  );
}
