/** What a definition at the top of a module binds: told from its text, before it is parsed. */
import { ScopeBuilder } from "./outline-builder.ts";
import type { Scope } from "./outline.ts";

/** A line that is not indented, and no decorator, comment or closing bracket. */
const statements = /^(?=[^\s@#)\]}])(?:(?:async[ \t]+)?(def|class)[ \t]+([\p{L}_][\p{L}\p{N}_]*))?/gmu;

/** @returns undefined where the text is more than one definition, or none */
export function definitionIn(text: string): Scope | undefined {
  const [first, second] = text.matchAll(statements);
  const [, keyword, name] = first ?? [];
  if (!first || second || name === undefined) return undefined;
  const scope = new ScopeBuilder("module", 0);
  const end = first.index + first[0].length;
  // What follows up to the next chunk is blank, or a comment: nothing is read there.
  scope.bind({ name, start: end - name.length, end }, text.trimEnd().length, {
    kind: "opaque",
    by: keyword === "class" ? "class" : "function",
  });
  return scope;
}
