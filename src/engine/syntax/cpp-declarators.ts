/** What declares in C++: types, and the name behind them. */
import { type Tokens, skipAngles } from "./tokens.ts";

export const words = (text: string) => new Set(text.split(" "));

/** Behind these, two names side by side are no declaration. */
const acting = words(
  "return throw delete goto new case co_return co_yield co_await else do sizeof break continue " +
    "if while for switch using namespace template typedef public private protected",
);

/** A name with its namespaces, in what may be a declaration. */
export interface Part {
  readonly from: number;
  /** Behind its arguments in angles. */
  readonly next: number;
  /** Its last word, and the one before. */
  readonly name: number;
  readonly owner: number;
}

/** What declares: types, then the name; and the token behind it. */
export interface Declarator {
  readonly parts: readonly Part[];
  readonly next: number;
}

/** Types and the name behind them. */
export function declaratorIn(tokens: Tokens, from: number, to: number): Declarator | undefined {
  const parts: Part[] = [];
  let at = from;
  for (; at < to;) {
    const word = tokens.slice(at);
    if (tokens.isWord(at)) {
      if (word === "operator") break;
      if (acting.has(word)) return undefined;
      let name = at;
      let owner = at;
      let next = skipAngles(tokens, at + 1, to);
      while (
        next + 1 < to &&
        tokens.is(next, "::") &&
        tokens.isWord(next + 1) &&
        !tokens.is(next + 1, "operator")
      ) {
        owner = name;
        name = next + 1;
        next = skipAngles(tokens, name + 1, to);
      }
      parts.push({ from: at, next, name, owner });
      at = next;
    } else if (word === "::" && (tokens.isWord(at + 1) || tokens.is(at + 1, "~"))) at++;
    else if (parts.length > 0 && ["*", "&", "&&", "..."].includes(word)) at++;
    else if (word === "[" && tokens.isOpen(at + 1, "[")) at = tokens.after(at, to);
    else break;
  }
  return parts.length > 0 ? { parts, next: at } : undefined;
}
