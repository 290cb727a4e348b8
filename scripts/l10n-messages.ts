/**
 * What is said at run time by extension, page and engine: each `l10n.t("…")` or `t("…")` of the sources, with what is amiss
 * with one, and the texts that the engine's records have.
 */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { recordTexts } from "./l10n-records.ts";

export interface Messages {
  /** The bundle: each message as its own translation, in the order of the alphabet. */
  readonly bundle: Readonly<Record<string, string>>;
  /** Calls whose message cannot be listed or comes too early, each with its place. */
  readonly wrong: readonly string[];
  /** Sentences of extension and page that are said past them, each with its place. */
  readonly untold: readonly string[];
}

export const bundleFile = "l10n/bundle.l10n.json";
const sources = ["src/engine", "src/extension", "src/webview"];

/** Their texts are the manifest's, which has its own bundle; the log's; a page's policy; and languages of other programs. */
const others = [
  "src/extension/settings.ts",
  "src/extension/walkthrough.ts",
  "src/extension/manifest.ts",
  "src/extension/views/activations.ts",
  "src/extension/activations/scan.ts",
  "src/extension/panel/html.ts",
  "src/webview/export/latex.ts",
  "src/webview/views/feature-map/mermaid.ts",
];

/** @param root of the project */
export function messages(root: string): Messages {
  const names = sources.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map(
      (name) => `${folder}/${name.replaceAll(path.sep, "/")}`,
    ),
  );
  const files = names.filter((name) => name.endsWith(".ts")).sort();
  const read = files.map((name) => messagesIn(name, readFileSync(path.join(root, name), "utf8")));
  const texts = [...new Set([...read.flatMap(({ texts }) => texts), ...recordTexts()])].sort();
  return {
    bundle: Object.fromEntries(texts.map((text) => [text, text])),
    wrong: read.flatMap(({ wrong }) => wrong),
    untold: read.flatMap(({ untold }) => untold),
  };
}

/** @param name from the root, with `/` */
export function messagesIn(name: string, source: string) {
  const texts: string[] = [];
  const wrong: string[] = [];
  const untold: string[] = [];
  // Elsewhere `t` is another function.
  const speaks = /from "[^"]*\/l10n\.ts"/.test(source) || !name.startsWith("src/engine/");
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const placeOf = (node: ts.Node) =>
    `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`;
  const visit = (node: ts.Node, isInFunction: boolean): void => {
    if (speaks && ts.isCallExpression(node) && /^(t|(.*\.)?l10n\.t)$/.test(node.expression.getText())) {
      const [message, ...args] = node.arguments;
      const isLiteral = message !== undefined && ts.isStringLiteralLike(message);
      if (isLiteral) texts.push(message.text);
      if (!isLiteral || !isInFunction || !takesEach(message.text, args.length)) wrong.push(placeOf(node));
      for (const arg of args) visit(arg, isInFunction);
      return;
    }
    const isSpoken = !name.startsWith("src/engine/") && !others.includes(name);
    if (isSpoken && isSentence(node) && !isNotForPeople(node)) untold.push(placeOf(node));
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

/**
 * A command's title is the manifest's, the log is English, what names a module, a class or an attribute of SVG says nothing,
 * and a RangeError is one program's word to another.
 */
function isNotForPeople(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isNewExpression(parent)) return parent.expression.getText() === "RangeError";
  if (ts.isPropertyAssignment(parent) && parent.name.getText() === "class") return true;
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
