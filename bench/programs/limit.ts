/** What no detection by Lezer can do without: reading a folder's files, parsing those that name a framework. */
import { parser } from "@lezer/python";
import { rootModules } from "../../src/engine/frameworks/index.ts";
import { pythonTexts } from "./files.ts";

for (const text of pythonTexts(process.argv[2]!)) {
  if (rootModules.some((word) => text.includes(word))) parser.parse(text);
}
