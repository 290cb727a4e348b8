import type { analyse } from "../../engine/detect/analysis.ts";
import { codeOf, extensions } from "../../engine/languages/files.ts";
import { choice } from "../arguments.ts";
import { compileLess } from "../compile-less.ts";
import { UsageError } from "../failure.ts";
import { reasonOf } from "../files/reason.ts";
import type { ProjectModules } from "../files/modules.ts";
import type { Requirements } from "../files/requirements.ts";
import { type SourceFile, sourcesOf } from "../files/sources.ts";
import { warn, write } from "../streams.ts";
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
  compileLess();
  // Loaded on use: no other command needs a parser, or the frameworks' tables.
  const { analyse } = await import("../../engine/detect/analysis.ts");
  const { Requirements } = await import("../files/requirements.ts");
  const { ProjectModules } = await import("../files/modules.ts");
  const project = { requirements: new Requirements(), modules: new ProjectModules() };
  let code: ExitCode = 0;
  for (const path of paths) {
    for await (const file of sourcesOf(path, paths.length > 1)) {
      const lines = await linesOf(file, analyse, project, format);
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

/** What the files around a file say of it. */
interface Project {
  readonly requirements: Requirements;
  readonly modules: ProjectModules;
}

/** The uses in a file, a line for each, or why they cannot be had. */
async function linesOf(
  { shown, name, file, folder, text }: SourceFile,
  analyser: typeof analyse,
  { requirements, modules }: Project,
  format: (record: UseRecord) => string,
): Promise<string[] | string> {
  if (text.kind === "unreadable") return text.reason;
  const code = codeOf(name, text.text);
  if (typeof code === "string") return code;
  const { language, cells } = code;
  try {
    const sources = cells.map(({ source }) => source);
    const analysis = analyser(
      sources,
      await language.load(),
      undefined,
      requirements.in(folder),
      // Standard input is taken for a file of the folder.
      modules.from(file ?? `${folder}/-`),
    );
    return cells.flatMap(({ index, source }, i) =>
      recordsOf(shown, index, source, analysis.cells[i]!.uses).map(format),
    );
  } catch (error) {
    // A fault of this program must not cost the other files.
    return `it could not be analysed (${reasonOf(error)}): please report this`;
  }
}
