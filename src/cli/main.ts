/** The command line: finds the command, reads its arguments, answers with an exit code. */
import process from "node:process";
import { readArguments } from "./arguments.ts";
import type { ExitCode } from "./commands/define.ts";
import { commands } from "./commands/index.ts";
import { UsageError } from "./failure.ts";
import { commandHelp, overview } from "./help.ts";
import { didYouMean } from "./nearest.ts";
import { leaveQuietlyWithReader, warn, write } from "./streams.ts";
import { version } from "./version.ts";

async function run([name, ...rest]: readonly string[]): Promise<ExitCode> {
  switch (name) {
    case undefined:
      throw new UsageError(`which command? It is one of\n\n${overview()}`);
    case "--help":
    case "-h":
      await write(overview());
      return 0;
    case "--version":
      await write(`${version()}\n`);
      return 0;
  }
  const names = commands.map((command) => command.name);
  const command = commands.find((known) => known.name === name);
  if (!command) {
    const what = name.startsWith("-") ? "option" : "command";
    throw new UsageError(
      `there is no ${what} ${name}.${didYouMean(name, names)} See activation-lens --help.`,
    );
  }
  const { operands, given, help } = readArguments(command, rest);
  if (!help) return command.run(operands, given);
  await write(commandHelp(command));
  return 0;
}

leaveQuietlyWithReader();
run(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    warn(error.message);
    process.exitCode = 2;
  },
);
