/** Rust as detection reads it. */
import type { Syntax } from "./define.ts";
import type { Argument } from "./expression.ts";
import { RustOutline } from "./rust-outline.ts";
import { type Notation, operatorTable } from "./token-expressions.ts";
import { tokenFiles } from "./token-file.ts";
import { type Lexicon, skipAngles } from "./tokens.ts";

export const rustLexicon: Lexicon = {
  lineComment: "//",
  blockComment: ["/*", "*/"],
  isNested: true,
  strings: [
    { start: /[bc]?r(#*)"/y, end: ([, hashes]) => `"${hashes!}`, isOfLine: false, escape: "" },
    { start: /[bc]?"/y, end: () => '"', isOfLine: false, escape: "\\" },
    { start: /b?'(?:\\.[^'\n]*|[^'\\\n])'/uy, end: () => "", isOfLine: true, escape: "" },
  ],
  prefixes: "rbc",
  word: /[\p{L}_][\p{L}\p{N}_]*/uy,
  number:
    /0[xob][\da-fA-F_]+(?:[iu]\w+)?|\d[\d_]*(?:\.(?![.\p{L}_])[\d_]*)?(?:[eE][+-]?[\d_]+)?(?:[fiu]\w+)?/uy,
  // Lifetimes are no names.
  operator: /'[\p{L}_]\w*|::|->|=>|\.\.[.=]?|&&|\|\||[=!]=|[-+*/%&|^<>]=/uy,
  hasDirectives: false,
};

const notation: Notation = {
  separators: new Set(["::", "."]),
  nothing: "None",
  operators: operatorTable(["||", "&&", "& ^ |", "== !=", "< > <= >=", "+ -", "* / %"]),
  transparent: new Set(["&", "&&"]),
  words: new Set(["mut"]),
  gives: "",
  dividesWhole: true,
  asks: () => false,
  hasBranches: true,
  argumentsAt: (tokens, token) => (tokens.isOpen(token, "(") ? token : undefined),
  // `x?`, `x.await`, `x as f64` and `f::<T>(x)` give what x gives.
  skipped: (tokens, token, limit) => {
    if (tokens.is(token, "?")) return token + 1;
    if (tokens.is(token, "as") || (tokens.is(token, ".") && tokens.is(token + 1, "await"))) return token + 2;
    return tokens.is(token, "::") && tokens.is(token + 1, "<") ? skipAngles(tokens, token + 1, limit) : token;
  },
  numberOf: (text) => {
    const plain = text.replaceAll("_", "");
    return Number(/^0[xob]/.test(plain) ? plain : plain.replace(/(?:[fiu]\d+|[iu]size)$/, ""));
  },
  stringOf: (text) => /^"([^"\\]*)"$/.exec(text)?.[1],
  // `XConfig::new().with_alpha(0.2).init()`: the arguments are given by methods of what is configured.
  extended: (call, behind, reader) => {
    const { tokens } = reader;
    const given: Argument[] = [];
    let next = behind;
    while (tokens.is(next, ".") && tokens.isOpen(next + 2, "(")) {
      const [, argument] = /^with_(\w+)$/.exec(tokens.slice(next + 1)) ?? [];
      const isMade = tokens.is(next + 1, "init");
      if (argument === undefined && !isMade) break;
      const [value] = reader.argumentsIn(next + 2);
      if (argument !== undefined)
        given.push({
          kind: "keyword",
          name: argument,
          value: value?.kind === "positional" ? value.value : undefined,
        });
      next = tokens.after(next + 2);
      if (isMade) break;
    }
    const { start } = call.range;
    return { arguments: [...call.arguments, ...given], range: { start, end: tokens.ends[next - 1]! } };
  },
};

/** Crates are named by `use`, or at the start of a path. */
const crates = /\b(?:(\w+)\s*::|(?:use|crate)\s+(\w+))/g;

export const rust: Syntax = {
  id: "rust",
  frameworksOf: "rust",
  modulesIn: (text) =>
    [...new Set([...text.matchAll(crates)].map(([, path, named]) => path ?? named!))].join("\n"),
  chunksOf: tokenFiles({
    lexicon: rustLexicon,
    notation,
    outlineOf: (reader) => new RustOutline(reader),
  }),
};
