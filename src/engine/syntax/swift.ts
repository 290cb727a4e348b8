/** Swift as detection reads it. */
import type { Syntax } from "./define.ts";
import { SwiftOutline } from "./swift-outline.ts";
import { type Notation, operatorTable } from "./token-expressions.ts";
import { tokenFiles } from "./token-file.ts";
import { type Lexicon, skipAngles } from "./tokens.ts";

export const swiftLexicon: Lexicon = {
  lineComment: "//",
  blockComment: ["/*", "*/"],
  isNested: true,
  strings: [
    {
      start: /(#+)("""|")/y,
      end: ([, hashes, quote]) => quote! + hashes!,
      isOfLine: false,
      escape: "",
      code: ([, hashes]) => `\\${hashes!}(`,
    },
    { start: /"""/y, end: () => '"""', isOfLine: false, escape: "\\", code: () => "\\(" },
    { start: /"/y, end: () => '"', isOfLine: true, escape: "\\", code: () => "\\(" },
  ],
  prefixes: "#",
  word: /[\p{L}\p{So}_](?:[\p{L}\p{N}\p{M}\p{So}_])*/uy,
  number: /0[xob][\da-fA-F_.]+(?:[pP][+-]?\d+)?|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?/y,
  // Attributes and directives are no names.
  operator: /[@#]\w+|->|\.\.[.<]|\?\?|[?!]\.(?=[\p{L}_])|&&|\|\||[=!]==?|[-+*/%&|^<>]=/uy,
  hasDirectives: false,
};

const notation: Notation = {
  separators: new Set([".", "?.", "!."]),
  nothing: "nil",
  operators: operatorTable(["||", "&&", "== != < > <= >=", "??", "... ..<", "+ -", "* / %"]),
  transparent: new Set(["&"]),
  words: new Set(["try", "await"]),
  gives: ":",
  dividesWhole: false,
  asks: (tokens, token) => tokens.is(token, "?") && !tokens.isJoined(token),
  argumentsAt: (tokens, token) => (tokens.isOpen(token, "(") && !tokens.breaks[token] ? token : undefined),
  skipped: (tokens, token, limit) => {
    if (tokens.isJoined(token) && (tokens.is(token, "!") || tokens.is(token, "?"))) return token + 1;
    const next = skipAngles(tokens, token, limit);
    return tokens.isOpen(next, "(") ? next : token;
  },
  numberOf: (text) => Number(text.replaceAll("_", "")),
  stringOf: (text) => /^"([^"\\]*)"$/.exec(text)?.[1],
  hasCases: true,
};

export const swift: Syntax = {
  id: "swift",
  frameworksOf: "swift",
  modulesIn: (text) => text,
  chunksOf: tokenFiles({
    lexicon: swiftLexicon,
    notation,
    outlineOf: (reader) => new SwiftOutline(reader),
  }),
};
