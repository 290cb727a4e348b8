/** The texts of `--help`, made from the list of commands. */
import type { Command } from "./commands/define.ts";
import { commands } from "./commands/index.ts";

function usage({ name, operands, options }: Command): string {
  const flags = Object.entries(options).map(([option, { value, multiple }]) => {
    return `[${flag(option, value)}]${multiple ? "…" : ""}`;
  });
  return ["activation-lens", name, operands, ...flags].join(" ");
}

function flag(option: string, value: string | undefined): string {
  return value === undefined ? `--${option}` : `--${option} ${value}`;
}

export function overview(): string {
  const rows = commands.map((command) => `  ${usage(command)}\n      ${command.summary}`);
  return `Activation functions in code and numbers.

Usage:
${rows.join("\n")}

  activation-lens COMMAND --help
  activation-lens --help | --version

Exit codes: 0 done; 1 findings, from check alone; 2 bad usage, or a named PATH that cannot be read (the reason is on standard error).
`;
}

export function commandHelp(command: Command): string {
  const rows = Object.entries(command.options).map(([option, { value, help }]) => {
    return `  ${flag(option, value).padEnd(24)} ${help}`;
  });
  return `${command.summary}

Usage: ${usage(command)}

${rows.join("\n")}

${command.details}
`;
}
