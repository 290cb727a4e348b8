/** Constructors that let a framework's table read like the signatures it was taken from. */
import type { FunctionId } from "../functions/index.ts";
import { isArithmetic } from "./arithmetic.ts";
import type { Literal, RowParameter, Slot, Spelling, SpellingForm } from "./define.ts";

/** A parameter that has no place in a signature yet. */
export type Argument = Omit<RowParameter, "position"> & { readonly keywordOnly?: true };

/** The tensor the function is applied to. */
export function input(name: string): Argument {
  return { name, mapsTo: "x" };
}

/** A parameter of the function, with this framework's default. `to` is the engine's name where it differs. */
export function arg(
  name: string,
  initial: Literal,
  more: { readonly to?: string } & Pick<RowParameter, "aliases" | "numbers"> = {},
): Argument {
  const { to = name, ...rest } = more;
  return { name, default: initial, mapsTo: to, ...rest };
}

/** An argument that the caller must give: a parameter of the function, or null where it does not matter to it. */
export function required(name: string, to: string | null = name): Argument {
  return { name, mapsTo: to };
}

/** An axis that the caller must give, counted from the first. */
export function index(name: string): Argument {
  return { name, mapsTo: "axis", isIndex: true };
}

/** An argument that selects another function. */
export function variant(
  name: string,
  initial: Literal,
  selects: readonly (readonly [Literal, FunctionId])[],
): Argument {
  return { name, default: initial, mapsTo: "variant", selects: new Map(selects) };
}

/** Such an argument that the caller must give. */
export function requiredVariant(
  name: string,
  selects: readonly (readonly [Literal, FunctionId])[],
): Argument {
  return { name, mapsTo: "variant", selects: new Map(selects) };
}

/** An argument that does not matter to the function. */
export function other(name: string, initial: Literal): Argument {
  return { name, default: initial, mapsTo: null };
}

export function keyword(argument: Argument): Argument {
  return { ...argument, keywordOnly: true };
}

type Extras = Pick<
  Spelling,
  "general" | "fixed" | "inputScale" | "open" | "kinkDerivatives" | "since" | "until" | "note"
>;

/** Writes rows that share a form, a module and a source; their arguments stand in the order of the signature. */
export function section(form: SpellingForm, module: string, source: string, made?: Spelling["made"]) {
  return (name: string, fn: FunctionId, args: readonly Argument[] = [], extras: Extras = {}): Spelling => {
    // Where the language separates segments by `::`, the module is written with it.
    const separator = module === "" || module.endsWith("::") ? "" : ".";
    const qualified = module + separator + name;
    return {
      name: qualified,
      form,
      function: fn,
      params: args.map(({ keywordOnly, ...parameter }, index) => ({
        ...parameter,
        position: keywordOnly ? null : index,
      })),
      ...(isArithmetic(qualified, fn) ? { isArithmetic: true } : {}),
      ...(made ? { made } : {}),
      ...extras,
      source,
    };
  };
}

/** Owners that give the activation itself: to be called, or to be made first. */
export function giving(gives: NonNullable<Slot["gives"]>, list: readonly Slot[]): Slot[] {
  return list.map((slot) => ({ ...slot, gives }));
}

/** The slots of several owners that share a signature. */
export function slots(
  module: string,
  owners: readonly string[],
  argument: string,
  position: number | null,
  more: Pick<Slot, "units" | "keys" | "isCall" | "isIndexed"> = {},
): Slot[] {
  return owners.map((owner) => ({ owner: `${module}.${owner}`, argument, position, ...more }));
}
