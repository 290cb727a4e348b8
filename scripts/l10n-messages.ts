/** What the extension says at run time, read from its sources: each `l10n.t("…")`, and what is amiss with one. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export interface Messages {
  /** The bundle: each message as its own translation, in the order of the alphabet. */
  readonly bundle: Readonly<Record<string, string>>;
  /** Calls whose message cannot be listed or comes too early, each with its place. */
  readonly wrong: readonly string[];
  /** Sentences that are said past `l10n.t`, each with its place. */
  readonly untold: readonly string[];
}

export const bundleFile = "l10n/bundle.l10n.json";
const sources = "src/extension";

/** Their texts are the manifest's, which has its own bundle; the log's; and a page's policy. */
const others = [
  "settings.ts",
  "walkthrough.ts",
  "manifest.ts",
  "views/activations.ts",
  "activations/scan.ts",
  "panel/html.ts",
];

/** @param root of the project */
export function messages(root: string): Messages {
  const names = readdirSync(path.join(root, sources), { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".ts")).sort();
  const read = files.map((name) => {
    const slashed = name.replaceAll(path.sep, "/");
    return messagesIn(slashed, readFileSync(path.join(root, sources, name), "utf8"));
  });
  const texts = [...new Set(read.flatMap(({ texts }) => texts))].sort();
  return {
    bundle: Object.fromEntries(texts.map((text) => [text, text])),
    wrong: read.flatMap(({ wrong }) => wrong),
    untold: read.flatMap(({ untold }) => untold),
  };
}

/** @param name from the folder of the sources, with `/` */
export function messagesIn(name: string, source: string) {
  const texts: string[] = [];
  const wrong: string[] = [];
  const untold: string[] = [];
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const placeOf = (node: ts.Node) =>
    `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`;
  const visit = (node: ts.Node, isInFunction: boolean): void => {
    if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText())) {
      const [message, ...args] = node.arguments;
      const isLiteral = message !== undefined && ts.isStringLiteralLike(message);
      if (isLiteral) texts.push(message.text);
      if (!isLiteral || !isInFunction || !takesEach(message.text, args.length)) wrong.push(placeOf(node));
      for (const arg of args) visit(arg, isInFunction);
      return;
    }
    if (isSentence(node) && !others.includes(name) && !isNotForPeople(node)) untold.push(placeOf(node));
    ts.forEachChild(node, (child) => {
      visit(child, isInFunction || ts.isFunctionLike(node));
    });
  };
  visit(file, false);
  return { texts, wrong, untold };
}

/** Whether a message has a place for each of so many arguments, and no other. */
function takesEach(message: string, count: number): boolean {
  const places = Array.from(message.matchAll(/\{(\d+)\}/g), ([, index]) => Number(index));
  return new Set(places).size === count && places.every((index) => index < count);
}

/** Whether it is a text with two words of small letters beside each other. */
function isSentence(node: ts.Node): boolean {
  return /(^|[\s"(])[A-Za-z]?[a-z’]+[,:;.]? [a-z]{2,}/.test(wordsOf(node));
}

/** Of a text in quotes; a template's without what is put into it. */
function wordsOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return "";
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join("…");
}

/** A command's title is the manifest's, the log is English, and what names a module or is a type says nothing. */
function isNotForPeople(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) {
    const isCommand =
      ts.isCallExpression(parent.parent.parent) && definers.test(parent.parent.parent.getText());
    return isCommand && ["title", "palette"].includes(parent.name.getText());
  }
  if (!ts.isCallExpression(parent)) return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent);
  return /(^|[.#])log\.\w+$/.test(parent.expression.getText()) || definers.test(parent.getText());
}

/** Calls that define a command. */
const definers = /^(defineCommand|groupCommand)\(/;
