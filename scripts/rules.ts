/** Writes a page of documentation for each rule, and their list, from what the rules say of themselves. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { listOf, pageOf } from "../src/engine/advise/documentation.ts";
import { rules } from "../src/engine/advise/rules/index.ts";

export const folder = path.resolve(import.meta.dirname, "../docs/rules");

/** Names of files and their texts, formatted as all others are. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  const options = { ...(await resolveConfig(path.join(folder, "README.md"))), parser: "markdown" };
  const texts = [
    ["README.md", listOf(rules)],
    ...rules.map((rule) => [`${rule.id}.md`, pageOf(rule)]),
  ] as const;
  return new Map(
    await Promise.all(texts.map(async ([name, text]) => [name, await format(text, options)] as const)),
  );
}

async function write(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
  for (const [name, text] of await pages()) writeFileSync(path.join(folder, name), text);
}

if (process.argv[1] === import.meta.filename) void write();
