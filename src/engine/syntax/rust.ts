/** Rust as detection reads it. */
import { parser } from "@lezer/rust";
import type { Syntax } from "./define.ts";
import { Grammar } from "./grammar.ts";
import { rustGrammar } from "./rust-expressions.ts";
import { outlinesBy } from "./rust-outline.ts";
import { treeReader } from "./tree-reader.ts";
import { wholeFiles } from "./whole-file.ts";

const grammar = new Grammar(parser);

/** Crates are named by `use`, or at the start of a path. */
const crates = /\b(?:(\w+)\s*::|(?:use|crate)\s+(\w+))/g;

export const rust: Syntax = {
  id: "rust",
  frameworksOf: "rust",
  modulesIn: (text) =>
    [...new Set([...text.matchAll(crates)].map(([, path, named]) => path ?? named!))].join("\n"),
  chunksOf: wholeFiles(grammar, { ...treeReader(rustGrammar), outlineOf: outlinesBy(grammar) }),
};
