/** What other frameworks compute when the same function is called with nothing but its input. */
import { type FunctionId, functionById } from "../functions/index.ts";
import { noArguments, effectOf } from "./effect.ts";
import { type FrameworkId, type FrameworkSpelling, frameworkById, spellingsOf } from "./index.ts";
import type { Language, Spelling } from "./define.ts";
import { t } from "../l10n.ts";

/** Places that share a default. */
export interface DefaultGroup {
  /** A framework where all of it agrees ("JAX"), else the part of it ("keras.layers"). */
  readonly places: readonly string[];
  /** Which function the default gives. */
  readonly function: FunctionId;
  /** Its parameters and axis, as text under the engine's names; empty where the function has none. */
  readonly values: Readonly<Record<string, string>>;
}

/** The defaults of a function, framework by framework. Rows that need an argument besides the input have none. */
export function defaultsOf(id: FunctionId, language: Language = "python"): DefaultGroup[] {
  const groups = new Map<
    string,
    { places: Set<string>; function: FunctionId; values: Record<string, string> }
  >();
  const rows = placesOf(id, language);
  for (const row of rows) {
    const { function: given, values } = defaultOf(row.spelling);
    const key = JSON.stringify([given, values]);
    const group = groups.get(key) ?? { places: new Set(), function: given, values };
    group.places.add(placeOf(row, rows));
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, places: [...group.places] }))
    .sort((a, b) => firstNumber(a) - firstNumber(b));
}

/** Groups stand in the order of their first parameter; those without a number keep their place. */
function firstNumber({ values }: DefaultGroup): number {
  const first = Number(Object.values(values)[0]);
  return Number.isNaN(first) ? 0 : first;
}

/** The use whose neighbours are asked for. */
export interface PlacedCall {
  readonly function: FunctionId;
  readonly framework: FrameworkId;
  readonly spelling: Spelling;
}

/** A hover stays short: of the places that share a default it names so many. */
const mostPlaces = 3;

/**
 * "Defaults elsewhere: JAX, Flax, MLX and 2 more 0.01 · keras.activations, keras.ops, TensorFlow 0.2 · keras.layers 0.3";
 * undefined where all frameworks agree.
 */
export function defaultsElsewhere({ function: id, framework, spelling }: PlacedCall): string | undefined {
  const { language } = frameworkById(framework);
  const groups = defaultsOf(id, language);
  if (groups.length < 2) return undefined;
  const rows = placesOf(id, language);
  const here = placeOf({ framework, spelling: counterpart(rows, framework, spelling) }, rows);
  const differing = new Set(groups.map((group) => group.function)).size > 1;
  const places = new Map<string, string[]>();
  for (const group of groups) {
    const text = groupText(group, differing);
    // Where there is no such argument, there is no default to compare.
    if (text !== "")
      places.set(text, [...(places.get(text) ?? []), ...group.places.filter((place) => place !== here)]);
  }
  const texts = [...places]
    .filter(([, sharing]) => sharing.length > 0)
    .map(([text, sharing]) => `${placesText(sharing)} ${text}`);
  return texts.length === 0 ? undefined : t("Defaults elsewhere: {0}", texts.join(" · "));
}

/** What code is ported from and to: Python's frameworks, and those of the language at hand. */
function placesOf(id: FunctionId, language: Language): FrameworkSpelling[] {
  return spellingsOf(id).filter(({ framework, spelling }) => {
    const of = frameworkById(framework).language;
    return (of === "python" || of === language) && isPlace(spelling);
  });
}

function placesText(places: readonly string[]): string {
  const named = places.slice(0, mostPlaces).join(", ");
  const further = places.length - mostPlaces;
  return further > 0 ? t("{0} and {1} more", named, further) : named;
}

/**
 * Something that can be called with its input alone, in the framework's newest version. Of functions that share a name
 * only what has the name: what a name of its own stands for is no default.
 */
function isPlace({ name, function: id, form, params, isArithmetic, until }: Spelling): boolean {
  const isComplete = params.every(({ mapsTo, default: initial }) => mapsTo === "x" || initial !== undefined);
  const isNamed = !(id in formNames) || /(^|\.)gelu$/i.test(name);
  return isComplete && isNamed && form !== "string" && !isArithmetic && until === undefined;
}

/** What a string stands for: the function or module of its framework that computes the same by default. */
function counterpart(
  rows: readonly FrameworkSpelling[],
  framework: FrameworkId,
  spelling: Spelling,
): Spelling {
  if (isPlace(spelling)) return spelling;
  const text = JSON.stringify(defaultOf(spelling));
  return (
    rows.find((row) => row.framework === framework && JSON.stringify(defaultOf(row.spelling)) === text)
      ?.spelling ?? spelling
  );
}

function placeOf({ framework, spelling }: FrameworkSpelling, rows: readonly FrameworkSpelling[]): string {
  const own = rows.filter((row) => row.framework === framework);
  const kinds = new Set(own.map((row) => JSON.stringify(defaultOf(row.spelling))));
  return kinds.size === 1
    ? frameworkById(framework).name
    : spelling.name.slice(0, spelling.name.lastIndexOf("."));
}

function defaultOf(spelling: Spelling): Pick<DefaultGroup, "function" | "values"> {
  const { function: id, values } = effectOf(spelling, noArguments);
  const axis = spelling.params.find(({ mapsTo }) => mapsTo === "axis");
  const named = Object.entries(values).map(([name, value]) => [name, String(value)] as const);
  if (axis?.default === undefined) return { function: id, values: Object.fromEntries(named) };
  const value = axis.numbers?.get(axis.default) ?? axis.default;
  return {
    function: id,
    values: Object.fromEntries([...named, ["axis", value === null ? "None" : String(value)]]),
  };
}

function groupText({ function: id, values }: DefaultGroup, differing: boolean): string {
  if (differing) return formNames[id] ?? functionById(id).name;
  return Object.entries(values)
    .map(([name, value]) => (name === "axis" ? `axis ${value}` : value))
    .join(", ");
}

/** What tells apart functions that go by one name, gelu. */
const formNames: Partial<Record<FunctionId, string>> = { gelu: "exact", gelu_tanh: "tanh form" };
