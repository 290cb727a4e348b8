/** From an analysed file, or a notebook's cells together, to what is known of the values in it. */
import type { Analysis } from "../../detect/analysis.ts";
import type { Use } from "../../detect/use.ts";
import type { Facts } from "./facts.ts";
import { type Chunked, Interpreter } from "./interpreter.ts";

export function factsOf({ cells, syntax }: Analysis): Facts {
  const uses = new Map<number, ReadonlyMap<number, Use>>();
  const chunks: Chunked[] = [];
  for (const [cell, { text, uses: found, chunks: parsed }] of cells.entries()) {
    uses.set(cell, new Map(found.map((use) => [use.nameRange.end, use])));
    for (const { start: offset, parsed: code } of parsed ?? syntax.chunksOf(text)) {
      chunks.push({ source: { cell, offset, text: code.text }, statements: code.statements ?? [] });
    }
  }
  const interpreter = new Interpreter(uses);
  interpreter.run(chunks);
  const { steps, losses, comparisons, isComplete } = interpreter;
  return { steps, losses, comparisons, isComplete };
}
