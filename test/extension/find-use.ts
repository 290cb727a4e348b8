/** The use at the mark `|` in a source, as the editor would find it. */
import assert from "node:assert/strict";
import { analyse, useAt } from "../../src/engine/detect/analysis.ts";
import { python } from "../../src/engine/syntax/python.ts";
import type { Use } from "../../src/engine/detect/use.ts";

export function findUse(marked: string): Use {
  const offset = marked.indexOf("|");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const use = useAt(analyse([text], python), 0, offset);
  assert.ok(use, `no use at the mark in ${marked}`);
  return use;
}
