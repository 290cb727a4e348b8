/** JavaScript and TypeScript as detection reads them. */
import { parser } from "@lezer/javascript";
import type { Syntax } from "./define.ts";
import { Grammar, configured } from "./grammar.ts";
import { javascriptGrammar } from "./javascript-expressions.ts";
import { outlinesBy } from "./javascript-outline.ts";
import { treeReader } from "./tree-reader.ts";
import { wholeFiles } from "./whole-file.ts";

/** @param dialect as the grammar names it: a cast `<T>x` is markup in one and not in another */
function scripts(id: string, dialect: string): Syntax {
  const grammar = new Grammar(configured(parser, { dialect }));
  return {
    id,
    frameworksOf: "javascript",
    // Scripts also use what others have loaded: any line may name it.
    modulesIn: (text) => text,
    chunksOf: wholeFiles(grammar, { ...treeReader(javascriptGrammar), outlineOf: outlinesBy(grammar) }),
  };
}

export const javascript = scripts("javascript", "jsx");
export const typescript = scripts("typescript", "ts");
export const typescriptReact = scripts("typescript-react", "ts jsx");
