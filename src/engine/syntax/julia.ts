/** Julia as detection reads it. */
import type { Syntax } from "./define.ts";
import { JuliaOutline } from "./julia-outline.ts";
import { type Notation, operatorTable } from "./token-expressions.ts";
import { tokenFiles } from "./token-file.ts";
import type { Lexicon, Tokens } from "./tokens.ts";

const words = (text: string) => new Set(text.split(" "));

const openers = words("module baremodule function macro struct begin let do quote try while for if type");
/** Words behind which an operand is still to come. */
const expecting = words("return in isa where const global local else elseif");

/** Whether a value ends with the last token: then `for` and `if` in brackets are of a comprehension. */
function endsOperand(tokens: Tokens): boolean {
  const last = tokens.count - 1;
  const kind = tokens.kinds[last];
  if (kind === "operator") return tokens.is(last, "'") || tokens.is(last, "...");
  return kind === "word" ? !expecting.has(tokens.slice(last)) : kind !== undefined && kind !== "open";
}

export const juliaLexicon: Lexicon = {
  lineComment: "#",
  blockComment: ["#=", "=#"],
  isNested: true,
  strings: [
    // Behind a name it is a macro's, and holds no code.
    { start: /(?<=[\p{L}_!])("""|"|`)/uy, end: ([, quote]) => quote!, isOfLine: false, escape: "\\" },
    { start: /("""|"|`)/y, end: ([, quote]) => quote!, isOfLine: false, escape: "\\", code: () => "$(" },
    // Behind a value `'` transposes it.
    {
      start: /(?<![\p{L}\p{N}\p{M}_!)\]}'"′])'(?:\\.[^'\n]*|[^'\\\n])'/uy,
      end: () => "",
      isOfLine: true,
      escape: "",
    },
  ],
  prefixes: "",
  word: /[\p{L}\p{Nl}\p{So}_∂∇∞](?:[\p{L}\p{N}\p{M}\p{So}_′″‴∂∇∞]|!(?!=))*/uy,
  number: /0[xob][\da-fA-F_]+|(?:\d[\d_]*(?:\.(?!\.)[\d_]*)?|\.\d+)(?:[eEf][+-]?\d+)?/y,
  // Macros and symbols are no names.
  operator:
    /\.\.\.|@(?:[\p{L}_][\p{L}\p{N}_!]*\.)*[\p{L}_.][\p{L}\p{N}_!]*|(?<![\p{L}\p{N}\p{M}_!)\]}'":]):[\p{L}_][\p{L}\p{N}_!]*|=>|->|\|>|::|&&|\|\||[=!]==|\.?(?:[=!<>]=|\/\/|[-+*/\\^%÷|&]=?|[=<>~])/uy,
  hasDirectives: false,
  bracketOf: (word, tokens, inner, isInIndex) => {
    if (word === "end") return isInIndex ? undefined : "close";
    const isKnown = openers.has(word) && !(tokens.is(tokens.count - 1, ".") && tokens.count > 0);
    if (!isKnown || (word === "begin" && inner === "]")) return undefined;
    const last = tokens.count - 1;
    if (word === "type" && !tokens.is(last, "abstract") && !tokens.is(last, "primitive")) return undefined;
    const isOfComprehension = (word === "for" || word === "if") && inner !== undefined && inner !== "end";
    return isOfComprehension && endsOperand(tokens) ? undefined : "open";
  },
};

const imports = /^[ \t]*(?:using|import)\b/m;

const notation: Notation = {
  separators: new Set(["."]),
  nothing: "nothing",
  operators: operatorTable([
    "=>",
    "||",
    "&&",
    "== != < > <= >=",
    "|>",
    "+ - .+=+ .-=-",
    "* / % ÷=// .*=* ./=/",
    "//=/",
    "^=** .^=**",
  ]),
  transparent: new Set(),
  words: new Set(),
  gives: "=",
  dividesWhole: false,
  asks: (tokens, token) => tokens.is(token, "?"),
  argumentsAt: (tokens, token) => {
    const open = tokens.is(token, ".") ? token + 1 : token;
    return tokens.isOpen(open, "(") && tokens.isJoined(token) && tokens.isJoined(open) ? open : undefined;
  },
  skipped: (tokens, token, limit) =>
    tokens.isOpen(token, "{") && tokens.isJoined(token) ? tokens.after(token, limit) : token,
  numberOf: (text) => {
    const plain = text.replaceAll("_", "");
    return Number(/^0[xob]/.test(plain) ? plain : plain.replace("f", "e"));
  },
  stringOf: (text) => /^"([^"\\$]*)"$/.exec(text)?.[1],
};

export const julia: Syntax = {
  id: "julia",
  frameworksOf: "julia",
  // Without imports it is included by a file that has them, and any line may name a module.
  modulesIn: (text) => (imports.test(text) ? text : `${text}\nNNlib`),
  chunksOf: tokenFiles({
    lexicon: juliaLexicon,
    notation,
    outlineOf: (reader) => new JuliaOutline(reader),
  }),
};
