/** YAML as detection reads it: configuration files of models. */
import { parser } from "@lezer/yaml";
import { configurationFiles, type Entry } from "./config.ts";
import type { CodePlace } from "./define.ts";
import type { Expression } from "./expression.ts";
import { Grammar, type ParsedText, type SyntaxNode } from "./grammar.ts";

const grammar = new Grammar(parser);

function entryOf(pair: SyntaxNode, text: string): Entry {
  const key = pair.getChild("Key")?.firstChild;
  const last = pair.lastChild;
  const value = last && last.name !== "Key" && last.name !== ":" ? plainValue(last) : undefined;
  const items = value?.name === "FlowSequence" || value?.name === "BlockSequence" ? value : undefined;
  const strings = items?.getChildren("Item").map((item) => item.lastChild && valueOf(item.lastChild, text));
  return {
    key: (key && stringValue(key, text)) ?? "",
    value: value && valueOf(value, text),
    strings: (strings ?? []).flatMap((item) => (item?.kind === "string" ? (item.value ?? []) : [])),
  };
}

/** What an anchor or a tag stands before. */
function plainValue(node: SyntaxNode): SyntaxNode {
  return (node.name === "Anchored" || node.name === "Tagged") && node.lastChild ? node.lastChild : node;
}

function valueOf(node: SyntaxNode, text: string): Expression {
  const range = { start: node.from, end: node.to };
  if (node.name === "QuotedLiteral") return { kind: "string", range, value: stringValue(node, text) };
  if (node.name !== "Literal") return { kind: "other", range };
  const token = text.slice(node.from, node.to);
  if (/^(?:~|null|Null|NULL)$/.test(token)) return { kind: "none", range };
  if (/^(?:true|True|TRUE)$/.test(token)) return { kind: "boolean", range, value: true };
  if (/^(?:false|False|FALSE)$/.test(token)) return { kind: "boolean", range, value: false };
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(token)
    ? { kind: "number", range, value: Number(token) }
    : { kind: "string", range, value: token };
}

/** A scalar without quotes; undefined where it has escapes. */
function stringValue({ name, from, to }: SyntaxNode, text: string): string | undefined {
  const token = text.slice(from, to);
  if (name === "Literal") return token;
  const [, quote, content] = /^(["'])(.*)\1$/s.exec(token) ?? [];
  return content === undefined || content.includes(quote === '"' ? "\\" : "'") ? undefined : content;
}

const scalars = ["Literal", "QuotedLiteral", "BlockLiteralContent"];

function placeAt({ tree, text }: ParsedText, offset: number): CodePlace {
  for (const side of [1, -1] as const) {
    const { name, from, to, parent } = tree.resolveInner(offset, side);
    if (name === "Comment") return { kind: "comment" };
    if (!scalars.includes(name)) continue;
    return { kind: parent?.name === "Key" ? "argument-name" : "string", text: text.slice(from, to) };
  }
  return { kind: "other" };
}

export const yaml = configurationFiles("yaml", {
  grammar,
  objects: ["BlockMapping", "FlowMapping"],
  pair: "Pair",
  entryOf,
  placeAt,
});
