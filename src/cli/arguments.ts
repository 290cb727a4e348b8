/** Reading a command's arguments. */
import { parseArgs } from "node:util";
import type { Command, Given } from "./commands/define.ts";
import { UsageError } from "./failure.ts";

export interface Arguments {
  readonly operands: readonly string[];
  readonly given: Given;
  readonly help: boolean;
}

/** @throws UsageError for an unknown option, one without its value, or one given twice that may be given once */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const names = Object.keys(command.options);
  const { positionals, values } = parse(command, args);
  const { help, ...rest } = values as Record<string, boolean | readonly (string | boolean)[] | undefined>;
  const given = Object.fromEntries(
    names.map((name) => {
      const own = rest[name] ?? [];
      return [
        name,
        typeof own === "boolean" ? [""] : own.map((value) => (value === true ? "" : String(value))),
      ];
    }),
  );
  for (const name of names) {
    if (given[name]!.length > 1 && !command.options[name]!.multiple) {
      throw new UsageError(`--${name} is given ${given[name]!.length} times, but only one can hold.`);
    }
  }
  return { operands: positionals, given, help: help === true };
}

function parse(command: Command, args: readonly string[]) {
  const own = Object.entries(command.options).map(
    ([name, { value }]) =>
      [name, { type: value === undefined ? "boolean" : "string", multiple: true }] as const,
  );
  const options = { ...Object.fromEntries(own), help: { type: "boolean", short: "h" } as const };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Its messages are sentences for a person: "Unknown option '--foo'. …"
    if (error instanceof TypeError) {
      throw new UsageError(`${error.message}\nSee activation-lens ${command.name} --help.`);
    }
    throw error;
  }
}

/** One of the values an option allows, the first by default. */
export function choice<const T extends string>(given: Given, name: string, allowed: readonly [T, ...T[]]): T {
  const [value = allowed[0]] = given[name] ?? [];
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined)
    throw new UsageError(`--${name} must be one of ${allowed.join(", ")}, not "${value}".`);
  return found;
}
