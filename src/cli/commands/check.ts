import path from "node:path";
import ignore, { type Ignore } from "ignore";
import type { Advice, advise as Advise } from "../../engine/advise/advise.ts";
import type * as ConfigurationModule from "../../engine/advise/configuration.ts";
import type { fixCertain as FixCertain } from "../../engine/advise/fix.ts";
import { type Level, usuallyExcluded } from "../../engine/advise/levels.ts";
import type { Severity } from "../../engine/advise/rules/define.ts";
import type { analyse as Analyse } from "../../engine/detect/analysis.ts";
import { type Code, codeOf } from "../../engine/languages/files.ts";
import { choice } from "../arguments.ts";
import { compileLess } from "../compile-less.ts";
import { UsageError } from "../failure.ts";
import type { Configurations, FolderConfiguration } from "../files/configurations.ts";
import { reasonOf } from "../files/reason.ts";
import { Requirements } from "../files/requirements.ts";
import { type SourceFile, sourcesOf } from "../files/sources.ts";
import { writeCells } from "../files/write.ts";
import { type FindingRecord, findingsOf, prettyFinding } from "../findings.ts";
import { many } from "../many.ts";
import { warn, write } from "../streams.ts";
import { version } from "../version.ts";
import type { Command, ExitCode, Given } from "./define.ts";

/** Mistakes with activation functions in files and folders. */
export const check: Command = {
  name: "check",
  operands: "PATH…",
  summary:
    "Finds mistakes with activation functions in files and folders, and mends those that leave no choice.",
  options: {
    format: {
      value: "pretty|jsonl|sarif",
      help: "lines for a person (default), one JSON object per finding, or one SARIF log",
    },
    "fail-on": {
      value: "SEVERITY",
      help: "end with 1 from this on: error, warning (default), information, hint, or never",
    },
    level: { value: "LEVEL", help: "what is reported: errors, recommended (default: all but hints), or all" },
    fix: { help: "make the fixes that are certain, and report what is left" },
  },
  details: `PATH is a file, a folder, or - for standard input; folders are searched as by detect. In folders, tests and documentation
are left out (${usuallyExcluded.join(", ")}), as mistakes are made there on purpose; a file that
is named itself is always checked.

A project's own settings are in pyproject.toml:

  [tool.activation-lens]
  level = "recommended"
  exclude = ["legacy/"]          # instead of tests and documentation; as in .gitignore
  [tool.activation-lens.rules]
  softmax-missing-dim = "error"  # or warning, information, hint, off

In the code, # activation-lens: ignore[RULE] on a line, or # activation-lens: ignore-file[RULE] anywhere, silences a rule.

Examples:
  activation-lens check src
  activation-lens check --fix --fail-on never .
  activation-lens check --format sarif . > activation-lens.sarif`,
  run,
};

interface Engine {
  readonly analyse: typeof Analyse;
  readonly advise: typeof Advise;
  readonly configuration: typeof ConfigurationModule;
  readonly fixCertain: typeof FixCertain;
}

interface Wanted {
  readonly level: Level | undefined;
  readonly fix: boolean;
}

async function run(paths: readonly string[], given: Given): Promise<ExitCode> {
  const format = choice(given, "format", ["pretty", "jsonl", "sarif"]);
  const failOn = choice(given, "fail-on", ["warning", "error", "information", "hint", "never"]);
  const level =
    given["level"]!.length > 0 ? choice(given, "level", ["recommended", "errors", "all"]) : undefined;
  const fix = given["fix"]!.length > 0;
  if (paths.length === 0)
    throw new UsageError("which files or folders? For example: activation-lens check .");
  if (fix && paths.includes("-")) throw new UsageError("--fix changes files, and standard input is none.");
  compileLess();
  // Loaded on use: no other command needs them.
  const { analyse } = await import("../../engine/detect/analysis.ts");
  const { advise, isAtLeast } = await import("../../engine/advise/advise.ts");
  const configuration = await import("../../engine/advise/configuration.ts");
  const { fixCertain } = await import("../../engine/advise/fix.ts");
  const { Configurations: Known } = await import("../files/configurations.ts");
  const checker = new Checker(
    { analyse, advise, configuration, fixCertain },
    new Known((file, problem) => {
      warn(`${path.relative(".", file)}: ${problem}`);
    }),
    { level, fix },
  );
  const kept: FindingRecord[] = [];
  let code: ExitCode = 0;
  for (const operand of paths) {
    for await (const file of sourcesOf(operand, paths.length > 1)) {
      const findings = await checker.check(file);
      if (typeof findings === "string") {
        warn(`${file.shown}: ${findings}`);
        if (file.named) code = 2;
        continue;
      }
      if (code === 0 && failOn !== "never" && findings.some(({ severity }) => isAtLeast(severity, failOn)))
        code = 1;
      if (format === "sarif") kept.push(...findings);
      else if (findings.length > 0) {
        const shown = format === "jsonl" ? (record: FindingRecord) => JSON.stringify(record) : prettyFinding;
        await write(`${findings.map(shown).join("\n")}\n`);
      }
    }
  }
  if (format === "sarif") {
    const { rules } = await import("../../engine/advise/rules/index.ts");
    const { sarifLog } = await import("../sarif.ts");
    await write(`${JSON.stringify(sarifLog(kept, rules, version()), null, 2)}\n`);
  }
  checker.sayWhatWasDone();
  return code;
}

class Checker {
  readonly #engine: Engine;
  readonly #configurations: Configurations;
  readonly #requirements = new Requirements();
  readonly #wanted: Wanted;
  readonly #excludes = new Map<readonly string[], Ignore>();
  #excluded = 0;
  #fixed = 0;

  constructor(engine: Engine, configurations: Configurations, wanted: Wanted) {
    this.#engine = engine;
    this.#configurations = configurations;
    this.#wanted = wanted;
  }

  /** The findings in a file, or why they cannot be had. */
  async check(file: SourceFile): Promise<readonly FindingRecord[] | string> {
    const { text, name, folder, shown } = file;
    const configuration = this.#configurations.in(folder);
    if (this.#isExcluded(file, configuration)) {
      this.#excluded++;
      return [];
    }
    if (text.kind === "unreadable") return text.reason;
    const code = codeOf(name, text.text);
    if (typeof code === "string") return code;
    try {
      const adviceOn = await this.#adviser(code, file, configuration);
      const sources = code.cells.map(({ source }) => source);
      const cells = this.#wanted.fix ? this.#fix(file, code, adviceOn) : sources;
      const own = code.cells.map(({ index }, i) => ({ index, source: cells[i]! }));
      return findingsOf(shown, own, adviceOn(cells));
    } catch (error) {
      // A fault of this program must not cost the other files.
      return `it could not be checked (${reasonOf(error)}): please report this`;
    }
  }

  sayWhatWasDone(): void {
    if (this.#excluded > 0)
      warn(`not checked, as they are excluded: ${many(this.#excluded, "file")} (see check --help)`);
    if (this.#wanted.fix) warn(`${many(this.#fixed, "fix", "fixes")} made`);
  }

  async #adviser(
    { language }: Code,
    { shown, folder }: SourceFile,
    { level = "recommended", rules }: FolderConfiguration,
  ): Promise<(cells: readonly string[]) => readonly Advice[]> {
    const { analyse, advise, configuration } = this.#engine;
    const syntax = await language.load();
    const versions = this.#requirements.in(folder);
    const upTo: Severity | undefined = configuration.slightestOf(this.#wanted.level ?? level);
    return (cells) =>
      upTo === undefined
        ? []
        : advise(analyse(cells, syntax, undefined, versions), {
            upTo,
            severityOf: configuration.severityIn(rules),
            onFailure: ({ id }, error) => {
              warn(`${shown}: the rule ${id} failed (${reasonOf(error)}): please report this`);
            },
          });
  }

  /** @returns the cells as they then are in the file */
  #fix(
    { file, shown }: SourceFile,
    { cells }: Code,
    adviceOn: (cells: readonly string[]) => readonly Advice[],
  ): readonly string[] {
    const sources = cells.map(({ source }) => source);
    const { cells: changed, count } = this.#engine.fixCertain(sources, adviceOn);
    if (count === 0 || file === undefined) return sources;
    const reason = writeCells(file, cells, changed);
    if (reason === undefined) {
      this.#fixed += count;
      return changed;
    }
    warn(`${shown}: ${many(count, "fix", "fixes")} not made: ${reason}`);
    return sources;
  }

  #isExcluded({ file, root, named }: SourceFile, { exclude, folder }: FolderConfiguration): boolean {
    if (named || file === undefined || root === undefined) return false;
    const from = exclude && folder !== undefined ? folder : root;
    const relative = path.relative(from, file).split(path.sep).join("/");
    // Behind a link the file may lie outside.
    if (relative.startsWith("../") || path.isAbsolute(relative)) return false;
    const patterns = exclude ?? usuallyExcluded;
    let matcher = this.#excludes.get(patterns);
    if (!matcher) this.#excludes.set(patterns, (matcher = ignore().add([...patterns])));
    return matcher.ignores(relative);
  }
}
