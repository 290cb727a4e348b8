/** What a spelling computes with given arguments: which function, with which of the engine's parameters. */
import { type FunctionId, type ParameterValues, functionById } from "../functions/index.ts";
import type { Literal, RowParameter, Spelling } from "./define.ts";
import { simplestFunction } from "./simplify.ts";

/** Arguments by the framework's own names. A name that is missing takes the default. */
export interface Arguments {
  readonly values: ReadonlyMap<string, Literal>;
  /** Names whose value is not known. */
  readonly unknown: ReadonlySet<string>;
}

export interface Effect {
  readonly function: FunctionId;
  /** Under the engine's names, complete but for what is not known. */
  readonly values: ParameterValues;
}

export const noArguments: Arguments = { values: new Map(), unknown: new Set() };

/** Whether a call's keyword means the parameter. */
export function goesBy({ name, aliases }: RowParameter, keyword: string): boolean {
  return name === keyword || aliases?.includes(keyword) === true;
}

/** Whether an argument decides what is computed: then it is shown, and reported. */
export function matters({ mapsTo }: RowParameter): boolean {
  return mapsTo !== null && mapsTo !== "x";
}

/**
 * A value that selects the function and is not known, or names none, leaves the default function: the name was still
 * followed, and `Use.unknown` says what is open.
 */
export function effectOf(spelling: Spelling, { values, unknown }: Arguments = noArguments): Effect {
  const given: Record<string, number> = { ...spelling.fixed };
  const open = new Set<string>(spelling.open);
  let chosen = spelling.general ?? spelling.function;
  for (const parameter of spelling.params) {
    const { name, mapsTo, selects } = parameter;
    if (mapsTo === null || mapsTo === "x" || mapsTo === "axis") continue;
    const value = unknown.has(name) ? undefined : values.has(name) ? values.get(name) : parameter.default;
    if (selects) {
      chosen = (value === undefined ? undefined : selects.get(value)) ?? chosen;
      continue;
    }
    const number = value === undefined ? undefined : numberOf(parameter, value);
    if (number === undefined) open.add(mapsTo);
    else given[mapsTo] = number;
  }
  const simplest = simplestFunction(chosen, given);
  return { function: simplest, values: completed(simplest, given, open) };
}

/** A bool counts as 0 or 1, as in Python. */
function numberOf({ numbers }: RowParameter, value: Literal): number | undefined {
  const meant = numbers?.get(value);
  if (meant !== undefined) return meant;
  if (typeof value === "boolean") return Number(value);
  return typeof value === "number" ? value : undefined;
}

/**
 * The parameters of the function: as given, or the record's default where the framework offers no such argument. One that
 * derives from others is left to them.
 */
function completed(id: FunctionId, given: ParameterValues, open: ReadonlySet<string>): ParameterValues {
  const values: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(functionById(id).params)) {
    const isOpen = open.has(name) || parameter.derive !== undefined;
    const value = given[name] ?? (isOpen ? undefined : parameter.default);
    if (value !== undefined) values[name] = value;
  }
  return values;
}
