/**
 * Uses found in a definition at the top of a module, kept for the next analysis.
 *
 * They depend on the definition's outline, which stays the same object while nothing in it changes, and on what the
 * names it asks the module for mean where it stands. Both are compared.
 */
import type { Scope } from "../syntax/outline.ts";
import type { Context } from "./context.ts";
import type { Meaning } from "./names.ts";
import { type Place, type PlacedBinding, type ScopeView, reaching } from "./scopes.ts";
import { summaryOf } from "./summary.ts";
import type { Use } from "./use.ts";

interface Kept {
  readonly uses: readonly Use[];
  readonly names: readonly string[];
  readonly environment: readonly string[];
}

const kept = new WeakMap<Scope, Kept>();

/** The uses in a child of the module, kept or found anew. */
export function usesOf(context: Context, child: ScopeView, find: () => readonly Use[]): readonly Use[] {
  const [part] = child.parts;
  const { outside } = child;
  if (!part || !outside) return find();
  const { scope } = part;
  const environment = new Environment(context, outside);
  const known = kept.get(scope);
  if (known && environment.equals(known.names, known.environment)) return known.uses;
  const asked = new Set(summaryOf(scope).free);
  const uses = context.asking(asked, find);
  const names = [...asked];
  if (context.isRepeatable) kept.set(scope, { uses, names, environment: environment.of(names) });
  else kept.delete(scope);
  return uses;
}

/** What names of the module mean to a definition in it. */
class Environment {
  readonly #context: Context;
  readonly #outside: Place;

  constructor(context: Context, outside: Place) {
    this.#context = context;
    this.#outside = outside;
  }

  of(names: readonly string[]): string[] {
    return [this.#context.circumstances, ...names.map((name) => this.#signature(name))];
  }

  equals(names: readonly string[], [circumstances, ...signatures]: readonly string[]): boolean {
    return (
      this.#context.circumstances === circumstances &&
      names.every((name, index) => this.#signature(name) === signatures[index])
    );
  }

  /**
   * The module is asked while it runs (by a class) and after it has run (by a function): both answers. A name that it does
   * not bind means nothing there, whatever it may mean in other definitions.
   */
  #signature(name: string): string {
    const { relevance, module } = this.#context;
    const bindings = module.bindingsOf(name);
    if (bindings.length === 0) return "";
    const isRelevant = (relevance.has(name) ? "+" : "") + (relevance.mayHold(name) ? "*" : "");
    const now = reaching(bindings, this.#outside, false);
    const later = reaching(bindings, this.#outside, true);
    const texts = [now, later].map(
      ({ bindings: found, isComplete }) => this.#meanings(found) + (isComplete ? "!" : ""),
    );
    return isRelevant + texts.join("|");
  }

  #meanings(bindings: readonly PlacedBinding[]): string {
    return this.#context.names.meaningsAmong({ bindings, isComplete: true }).map(meaningText).join();
  }
}

function meaningText(meaning: Meaning): string {
  switch (meaning.kind) {
    case "qualified":
      return `${meaning.name}${meaning.isCertain ? "" : "?"}`;
    case "constant":
      return `=${typeof meaning.value} ${meaning.value}${meaning.isCertain ? "" : "?"}`;
    case "opaque": {
      const { source } = meaning.binding.binding;
      return `#${source.kind === "opaque" ? source.by : source.kind}`;
    }
  }
}
