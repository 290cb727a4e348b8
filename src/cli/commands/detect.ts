import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { analyse } from "../../engine/detect/analysis.ts";
import { codeOf, extensions, isSource } from "../../engine/languages/files.ts";
import { choice } from "../arguments.ts";
import { UsageError } from "../failure.ts";
import { readText, type Text, textOf } from "../files/read.ts";
import { reasonOf } from "../files/reason.ts";
import type { Requirements } from "../files/requirements.ts";
import { walk } from "../files/walk.ts";
import { readInput, warn, write } from "../streams.ts";
import { formats, recordsOf, type UseRecord } from "../uses.ts";
import type { Command, ExitCode, Given } from "./define.ts";

/** Every use of an activation function in files and folders. */
export const detect: Command = {
  name: "detect",
  operands: "PATH…",
  summary: "Lists every use of an activation function in files and folders, with its parameters.",
  options: {
    format: { value: "pretty|jsonl", help: "one line for a person (default), or one JSON object, per use" },
  },
  details: `PATH is a file (${extensions.join(", ")}), a folder, or - for standard input. Folders are searched as Git would, without what
.gitignore names; files in them that cannot be read are named on standard error. Where a framework's versions differ, the
one counts that the nearest requirement file asks for (requirements.txt, pyproject.toml, environment.yml …), else the newest.

Examples:
  activation-lens detect src
  activation-lens detect --format jsonl . | jq 'select(.function == "leaky_relu")'`,
  run,
};

async function run(paths: readonly string[], given: Given): Promise<ExitCode> {
  const format = formats[choice(given, "format", ["pretty", "jsonl"])];
  if (paths.length === 0)
    throw new UsageError("which files or folders? For example: activation-lens detect .");
  // Loaded on use: no other command needs a parser, or the frameworks' tables.
  const { analyse } = await import("../../engine/detect/analysis.ts");
  const { Requirements } = await import("../files/requirements.ts");
  const requirements = new Requirements();
  let code: ExitCode = 0;
  for (const path of paths) {
    for await (const file of filesOf(path, paths.length > 1)) {
      const lines = await linesOf(file, analyse, requirements, format);
      if (typeof lines !== "string") {
        if (lines.length > 0) await write(`${lines.join("\n")}\n`);
        continue;
      }
      warn(`${file.shown}: ${lines}`);
      if (file.named) code = 2;
    }
  }
  return code;
}

interface File {
  /** Its path for the user. */
  readonly shown: string;
  /** Its name tells what kind of file it is; standard input has none. */
  readonly name?: string;
  /** Where it lies on disk; standard input is taken to come from where the program runs. */
  readonly folder: string;
  readonly text: Text;
  /** Whether it was named itself, not found in a folder. */
  readonly named: boolean;
}

/** @param prefixed whether paths in a folder begin with the folder's */
async function* filesOf(path: string, prefixed: boolean): AsyncGenerator<File> {
  if (path === "-") {
    yield {
      shown: path,
      folder: resolve("."),
      text: textOf((await readInput()).toString("utf8")),
      named: true,
    };
  } else if (!isFolder(path)) {
    yield { shown: path, name: path, folder: dirname(resolve(path)), text: readText(path), named: true };
  } else {
    const prefix = prefixed ? `${path.replace(/[/\\]+$/, "")}/` : "";
    for (const found of walk(path, isSource)) {
      const text: Text =
        found.kind === "file" ? readText(found.file) : { kind: "unreadable", reason: found.reason };
      const named = found.shown === "";
      const folder = dirname(found.kind === "file" ? found.file : resolve(path));
      yield { shown: named ? path : prefix + found.shown, name: found.shown, folder, text, named };
    }
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Reading it will say why.
    return false;
  }
}

/** The uses in a file, a line for each, or why they cannot be had. */
async function linesOf(
  { shown, name, folder, text }: File,
  analyser: typeof analyse,
  requirements: Requirements,
  format: (record: UseRecord) => string,
): Promise<string[] | string> {
  if (text.kind === "unreadable") return text.reason;
  const code = codeOf(name, text.text);
  if (typeof code === "string") return code;
  const { language, cells } = code;
  try {
    const sources = cells.map(({ source }) => source);
    const analysis = analyser(sources, await language.load(), undefined, requirements.in(folder));
    return cells.flatMap(({ index, source }, i) =>
      recordsOf(shown, index, source, analysis.cells[i]!.uses).map(format),
    );
  } catch (error) {
    // A fault of this program must not cost the other files.
    return `it could not be analysed (${reasonOf(error)}): please report this`;
  }
}
