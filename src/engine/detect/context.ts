/** What all parts of detection ask about the file at hand. */
import type { Range } from "../range.ts";
import type { Call, Expression } from "../syntax/expression.ts";
import { callAt, expressionAt } from "../syntax/python-reader.ts";
import type { Fold } from "./arguments.ts";
import { foldConstant } from "./constants.ts";
import { Names, inCell } from "./names.ts";
import { Relevance } from "./relevance.ts";
import type { Part, Place, ScopeView } from "./scopes.ts";
import type { Use } from "./use.ts";

export class Context {
  readonly module: ScopeView;
  readonly names = new Names();
  readonly relevance: Relevance;
  readonly #found = new Map<number, Use[]>();

  constructor(module: ScopeView) {
    this.module = module;
    this.relevance = new Relevance(module);
  }

  /** @param use its ranges count from the start of its cell */
  report(part: Part, use: Use): void {
    const list = this.#found.get(part.cell.index);
    if (list) list.push(use);
    else this.#found.set(part.cell.index, [use]);
  }

  /** Uses of a cell, in the order of the code. */
  usesIn(cell: number): readonly Use[] {
    const uses = this.#found.get(cell) ?? [];
    return uses.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  }

  /** Constants as they are where the use stands. */
  folder(place: Place): Fold {
    return (expression) => foldConstant(expression, (name) => this.names.constantOf(name, place));
  }
}

/** A range of an outline, in its cell. */
export function rangeIn({ base, cell }: Part, { start, end }: Range): Range {
  return inCell({ start: start + base, end: end + base }, cell);
}

/** @param range in its cell */
export function callIn({ cell }: Part, range: Range): Call | undefined {
  return callAt(cell.parsed, range);
}

/** @param range in its cell */
export function expressionIn({ cell }: Part, range: Range): Expression | undefined {
  return expressionAt(cell.parsed, range);
}
