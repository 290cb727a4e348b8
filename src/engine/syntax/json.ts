/** JSON as detection reads it: configuration files of models. */
import { parser } from "@lezer/json";
import { callAt, type Entry, expressionAt, frameworksNamed, type Mapping, outlineOf } from "./config.ts";
import type { CodePlace, Syntax } from "./define.ts";
import type { Expression } from "./expression.ts";
import { Grammar, type ParsedText, type SyntaxNode } from "./grammar.ts";
import { wholeFiles } from "./whole-file.ts";

const grammar = new Grammar(parser);

const known = new WeakMap<ParsedText, readonly Mapping[]>();

function mappingsOf(parsed: ParsedText): readonly Mapping[] {
  let mappings = known.get(parsed);
  if (!mappings) {
    const found: Mapping[] = [];
    gather(parsed.tree.topNode, parsed.text, undefined, found);
    known.set(parsed, (mappings = found));
  }
  return mappings;
}

function gather(node: SyntaxNode, text: string, parent: Mapping | undefined, into: Mapping[]): void {
  let around = parent;
  if (node.name === "Object") {
    const entries = node.getChildren("Property").map((property) => entryOf(property, text));
    around = { start: node.from, end: node.to, entries, parent };
    into.push(around);
  }
  for (let child = node.firstChild; child; child = child.nextSibling) gather(child, text, around, into);
}

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

export const json: Syntax = {
  id: "json",
  frameworksOf: "python",
  modulesIn: frameworksNamed,
  chunksOf: wholeFiles(grammar, {
    outlineOf: (parsed) => outlineOf(mappingsOf(parsed)),
    expressionAt: (_, range) => expressionAt(range),
    callAt: (parsed, range) => callAt(mappingsOf(parsed), range),
    placeAt,
  }),
};
