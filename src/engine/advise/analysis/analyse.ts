/** From a part of a file to what is known of the values in it. */
import type { Use } from "../../detect/use.ts";
import type { ParsedCode } from "../../syntax/define.ts";
import type { Piece } from "../pieces.ts";
import type { Facts } from "./facts.ts";
import { Interpreter } from "./interpreter.ts";
import type { Island } from "./islands.ts";
import { movedFacts } from "./moved.ts";

interface Kept {
  readonly pieces: readonly Piece[];
  readonly imports: string;
  readonly facts: Facts;
}

/** By the first piece's code. */
const kept = new WeakMap<ParsedCode, Kept>();

/** What was found out before of the same code is taken from there. */
export function factsOf({ pieces, imports }: Island): Facts {
  const [first] = pieces;
  const known = first && kept.get(first.code);
  if (known && known.imports === imports.signature && areSame(known.pieces, pieces)) {
    return movedFacts(known.facts, known.pieces, pieces);
  }
  const interpreter = new Interpreter();
  interpreter.run(pieces, imports);
  const { steps, losses, comparisons, isComplete } = interpreter;
  const facts: Facts = { steps, losses, comparisons, isComplete };
  if (first) kept.set(first.code, { pieces, imports: imports.signature, facts });
  return facts;
}

/** Whether both are the same code, of which detection says the same. */
function areSame(before: readonly Piece[], now: readonly Piece[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ code, offset, uses }, index) => {
      const other = now[index]!;
      const by = other.offset - offset;
      return (
        other.code === code &&
        other.uses.length === uses.length &&
        uses.every((use, at) => isSameUse(use, other.uses[at]!, by))
      );
    })
  );
}

function isSameUse(before: Use, now: Use, by: number): boolean {
  return (
    before.nameRange.end + by === now.nameRange.end &&
    before.spelling === now.spelling &&
    before.kind === now.kind &&
    before.function === now.function &&
    before.framework === now.framework &&
    before.certainty === now.certainty &&
    before.unknown.join() === now.unknown.join() &&
    isSameRecord(before.params, now.params) &&
    isSameRecord(before.values, now.values)
  );
}

function isSameRecord(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  if (a === b) return true;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && Object.is(a[key], b[key]));
}
