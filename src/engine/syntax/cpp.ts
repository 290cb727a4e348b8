/** C++ as detection reads it, with CUDA. */
import { CppOutline } from "./cpp-outline.ts";
import { cppNotation } from "./cpp-expressions.ts";
import type { Syntax } from "./define.ts";
import { tokenFiles } from "./token-file.ts";
import type { Lexicon } from "./tokens.ts";

export const cppLexicon: Lexicon = {
  lineComment: "//",
  blockComment: ["/*", "*/"],
  isNested: false,
  strings: [
    {
      start: /(?:u8|[uUL])?R"([^()\\\s"]{0,16})\(/y,
      end: ([, delimiter]) => `)${delimiter}"`,
      isOfLine: false,
      escape: "",
    },
    { start: /(?:u8|[uUL])?"/y, end: () => '"', isOfLine: true, escape: "\\" },
    { start: /(?:u8|[uUL])?'/y, end: () => "'", isOfLine: true, escape: "\\" },
  ],
  prefixes: "uULR",
  word: /[\p{L}_$][\p{L}\p{N}_$]*/uy,
  number: /0[xX][\da-fA-F'.]+(?:[pP][+-]?\d+)?\w*|(?:\d[\d']*)?\.?[\d']*(?:[eE][+-]?\d+)?\w*/y,
  // `<` and `>` stand alone: they may be brackets.
  operator: /::|->\*?|\.\.\.|\.\*|&&|\|\||\+\+|--|##|[-+*/%&|^=!<>]=/y,
  hasDirectives: true,
};

/** Names before `::`, and namespaces that are opened or used. */
const namespaces = /\b(\w+)\s*::|\bnamespace\s+(\w+)/g;

/** Those of the project; what stands in angles is the system's. */
const includes = /^[ \t]*#[ \t]*include[ \t]*"([^"\n]+)"/gm;

export const cpp: Syntax = {
  id: "cpp",
  frameworksOf: "cpp",
  modulesIn: (text) =>
    [...new Set([...text.matchAll(namespaces)].map(([, before, named]) => before ?? named!))].join("\n"),
  includes: (text) => [...text.matchAll(includes)].map(([, file]) => file!),
  chunksOf: tokenFiles({
    lexicon: cppLexicon,
    notation: cppNotation,
    outlineOf: (reader) => new CppOutline(reader),
  }),
};
