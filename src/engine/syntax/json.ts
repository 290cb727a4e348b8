/** JSON as detection reads it: configuration files of models. */
import { parser } from "@lezer/json";
import { configurationFiles, type Entry } from "./config.ts";
import type { CodePlace } from "./define.ts";
import type { Expression } from "./expression.ts";
import { Grammar, type ParsedText, type SyntaxNode } from "./grammar.ts";

const grammar = new Grammar(parser);

function entryOf(property: SyntaxNode, text: string): Entry {
  const name = property.getChild("PropertyName");
  const last = property.lastChild;
  const value = last && last.name !== "PropertyName" && last.name !== ":" ? last : undefined;
  const strings = value?.name === "Array" ? value.getChildren("String") : [];
  return {
    key: (name && stringValue(text.slice(name.from, name.to))) ?? "",
    value: value && valueOf(value, text),
    strings: strings.flatMap(({ from, to }) => stringValue(text.slice(from, to)) ?? []),
  };
}

function valueOf({ name, from, to }: SyntaxNode, text: string): Expression {
  const range = { start: from, end: to };
  if (name === "String") return { kind: "string", range, value: stringValue(text.slice(from, to)) };
  if (name === "Number") return { kind: "number", range, value: Number(text.slice(from, to)) };
  if (name === "Null") return { kind: "none", range };
  return name === "True" || name === "False"
    ? { kind: "boolean", range, value: name === "True" }
    : { kind: "other", range };
}

/** Without its quotes; undefined where it has escapes. */
function stringValue(token: string): string | undefined {
  return /^"([^"\\]*)"$/.exec(token)?.[1];
}

function placeAt({ tree, text }: ParsedText, offset: number): CodePlace {
  for (const side of [1, -1] as const) {
    const { name, from, to } = tree.resolveInner(offset, side);
    if (name === "String") return { kind: "string", text: text.slice(from, to) };
    if (name === "PropertyName") return { kind: "argument-name", text: text.slice(from, to) };
  }
  return { kind: "other" };
}

export const json = configurationFiles("json", {
  grammar,
  objects: ["Object"],
  pair: "Property",
  entryOf,
  placeAt,
});
