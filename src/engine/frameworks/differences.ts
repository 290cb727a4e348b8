/** What differs between the frameworks' ways to write one function: everything is read off their tables. */
import { type FunctionId, functionById } from "../functions/index.ts";
import type { Spelling } from "./define.ts";
import { type DefaultGroup, defaultsOf } from "./defaults.ts";
import { effectOf } from "./effect.ts";
import { type FrameworkId, frameworkById, spellingsOf } from "./index.ts";
import { literalText } from "./literal-text.ts";
import { t } from "../l10n.ts";

/** Spellings of one framework that differ in nothing but their names. */
export interface DifferenceRow {
  readonly framework: FrameworkId;
  /** As the framework's documentation writes them; a string with its quotes. */
  readonly names: readonly string[];
  readonly spellings: readonly Spelling[];
  /** What a call without further arguments computes, where that is another function of the family. */
  readonly otherwise: FunctionId | undefined;
  /** "negative_slope=0.2", "weight (required)", "alpha 1 (fixed)": what decides the result, in the language's own words. */
  readonly parameters: readonly string[];
  /** At each kink of the function with these defaults. */
  readonly kinks: readonly KinkDerivative[];
  readonly note: string | undefined;
}

/** What a framework takes for a derivative that does not exist. */
export interface KinkDerivative {
  readonly x: number;
  readonly derivative: number;
  /** Whose slope it is; "neither" for something in between or beyond. */
  readonly side: "left" | "right" | "neither";
}

/** Frameworks that take the same side at a kink. */
export interface KinkGroup {
  readonly x: number;
  readonly side: KinkDerivative["side"];
  readonly frameworks: readonly FrameworkId[];
}

export interface Differences {
  readonly function: FunctionId;
  /** Which default stands where, in the order of the first parameter; one group: all agree. */
  readonly defaults: readonly DefaultGroup[];
  /** Only kinks at which frameworks differ. */
  readonly kinks: readonly KinkGroup[];
  /** By framework, in the order of the tables. */
  readonly rows: readonly DifferenceRow[];
}

export function differencesOf(id: FunctionId): Differences {
  const rows = mergeEqual(spellingsOf(id).map(({ framework, spelling }) => rowOf(id, framework, spelling)));
  return { function: id, defaults: defaultsOf(id), kinks: kinkGroups(rows), rows };
}

function rowOf(id: FunctionId, framework: FrameworkId, spelling: Spelling): DifferenceRow {
  const { function: given } = effectOf(spelling);
  return {
    framework,
    names: [spelling.form === "string" ? `"${spelling.name}"` : spelling.name],
    spellings: [spelling],
    otherwise: given === id ? undefined : given,
    parameters: [...signature(framework, spelling), ...constants(id, framework, spelling)],
    kinks: kinksOf(id, spelling),
    note: spelling.note,
  };
}

function signature(framework: FrameworkId, { params }: Spelling): string[] {
  const { language } = frameworkById(framework);
  return params.flatMap(({ name, mapsTo, default: initial }) => {
    if (mapsTo === null || mapsTo === "x") return [];
    return [initial === undefined ? t("{0} (required)", name) : `${name}=${literalText(initial, language)}`];
  });
}

/** Parameters of the function that this spelling does not let anyone set. */
function constants(id: FunctionId, framework: FrameworkId, spelling: Spelling): string[] {
  const settable = new Set(spelling.params.map(({ mapsTo }) => mapsTo));
  const { function: given, values } = effectOf(spelling);
  if (given !== id) return [];
  const { language } = frameworkById(framework);
  return Object.entries(values).flatMap(([name, value]) =>
    settable.has(name) ? [] : [t("{0} {1} (fixed)", name, literalText(value, language))],
  );
}

function kinksOf(id: FunctionId, spelling: Spelling): KinkDerivative[] {
  const fn = functionById(id);
  const { function: given, values } = effectOf(spelling);
  if (fn.kind !== "elementwise" || given !== id) return [];
  // A slope that the caller must give has no derivative to tell.
  if (!Object.keys(fn.params).every((name) => Object.hasOwn(values, name))) return [];
  return fn.claims(values).kinks.map((x) => {
    const own = spelling.kinkDerivatives?.find(([place]) => place === x)?.[1];
    const derivative = own ?? fn.derivative(x, values);
    const slope = (side: number) => fn.derivative(x + side * nearby * Math.max(1, Math.abs(x)), values);
    const is = (side: number) => Math.abs(slope(side) - derivative) < closeEnough;
    return { x, derivative, side: is(-1) ? "left" : is(1) ? "right" : "neither" };
  });
}

/** So close to a kink that the slope is that of its side, within what tells slopes apart. */
const nearby = 1e-9;
const closeEnough = 1e-6;

function mergeEqual(rows: readonly DifferenceRow[]): DifferenceRow[] {
  const merged = new Map<string, DifferenceRow>();
  for (const row of rows) {
    const { framework, otherwise, parameters, kinks, note, spellings } = row;
    // A string, a method and a function are told apart by their names, but not a module: it is made before it is called.
    const isModule = spellings[0]!.form === "module";
    const key = JSON.stringify([framework, isModule, otherwise, parameters, kinks, note]);
    const known = merged.get(key);
    merged.set(
      key,
      known
        ? { ...known, names: [...known.names, ...row.names], spellings: [...known.spellings, ...spellings] }
        : row,
    );
  }
  return [...merged.values()];
}

/** By side, not by value: where defaults differ, so do the slopes on either side. */
function kinkGroups(rows: readonly DifferenceRow[]): KinkGroup[] {
  const groups = new Map<string, Omit<KinkGroup, "frameworks"> & { frameworks: Set<FrameworkId> }>();
  for (const { framework, kinks } of rows) {
    for (const { x, side } of kinks) {
      const key = `${x} ${side}`;
      const group = groups.get(key) ?? { x, side, frameworks: new Set() };
      group.frameworks.add(framework);
      groups.set(key, group);
    }
  }
  const all = [...groups.values()].map((group) => ({ ...group, frameworks: [...group.frameworks] }));
  return all.filter(({ x }) => all.filter((other) => other.x === x).length > 1).sort((a, b) => a.x - b.x);
}
