/** From a qualified name, as imports give it, to what the frameworks' tables say of it. */
import type { Language, Slot, Spelling } from "./define.ts";
import { goesBy } from "./effect.ts";
import {
  type FrameworkId,
  type FrameworkSpelling,
  frameworkById,
  qualifiedName,
  frameworks,
} from "./index.ts";

export interface FrameworkSlot {
  readonly framework: FrameworkId;
  readonly slot: Slot;
}

const named = new Map<string, FrameworkSpelling>();
const strings = new Map<FrameworkId, Map<string, readonly Spelling[]>>();
const methods = new Map<string, FrameworkSpelling[]>();
const owners = new Map<string, FrameworkSlot[]>();
/** Slots of all owners whose names begin and end so. */
const patterns: (FrameworkSlot & { readonly start: string; readonly end: string })[] = [];
/** Last segments of what gives an activation when it is called or indexed. */
const givers = new Set<string>();
/** Every module or class on the way to a name that is known. */
const prefixes = new Set<string>();
/** Longest first, by the first segment of what they stand for. */
const aliases = new Map<string, (readonly [from: string, to: string])[]>();

for (const { id: framework, language, spellings, slots, aliases: own } of frameworks) {
  const qualified = (name: string) => qualifiedName(language, name);
  const keys = new Map<string, readonly Spelling[]>();
  strings.set(framework, keys);
  for (const spelling of spellings) {
    if (spelling.form === "string") {
      keys.set(spelling.name, [...(keys.get(spelling.name) ?? []), spelling]);
      continue;
    }
    const name = qualified(spelling.name);
    named.set(name, { framework, spelling });
    addPrefixes(name);
    if (spelling.form === "module") givers.add(lastSegment(name));
    if (spelling.form !== "method" || spelling.isArithmetic) continue;
    const method = qualified(lastSegment(name));
    methods.set(method, [...(methods.get(method) ?? []), { framework, spelling }]);
  }
  for (const slot of slots) {
    const name = qualified(slot.owner);
    const [start, end] = name.split("*");
    if (end !== undefined) {
      patterns.push({ framework, slot, start: start!, end });
      continue;
    }
    owners.set(name, [...(owners.get(name) ?? []), { framework, slot }]);
    addPrefixes(name);
    if (slot.gives) givers.add(lastSegment(name));
  }
  for (const [from, to] of own) {
    const root = firstSegment(qualified(from));
    aliases.set(root, [...(aliases.get(root) ?? []), [qualified(from), qualified(to)]]);
  }
}
for (const list of aliases.values()) list.sort(([a], [b]) => b.length - a.length);

function addPrefixes(name: string): void {
  for (let end = name.lastIndexOf("."); end > 0; end = name.lastIndexOf(".", end - 1)) {
    prefixes.add(name.slice(0, end));
  }
}

export function firstSegment(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 ? name : name.slice(0, dot);
}

export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** The name under which the tables know it: `tensorflow.keras.layers.Dense` is `keras.layers.Dense`. */
export function canonicalName(name: string): string {
  let current = name;
  // Aliases lead to aliases, and no table has longer ways than this; a circle in the data must not hang.
  for (let steps = 0; steps < 8; steps++) {
    const alias = aliases.get(firstSegment(current))?.find(([from]) => isWithin(current, from));
    if (!alias) break;
    current = alias[1] + current.slice(alias[0].length);
  }
  return current;
}

function isWithin(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && (name.length === prefix.length || name[prefix.length] === ".");
}

/** What the name means in the framework's newest version that has it. @param name canonical */
export function spellingNamed(name: string): FrameworkSpelling | undefined {
  return named.get(name) ?? named.get(earlierName(name));
}

/** The name of the row that said, up to an older major version, what the name meant. */
function earlierName(name: string): string {
  const root = firstSegment(name);
  const earlier = frameworks.find(({ id }) => id === root)?.earlier;
  return earlier ? earlier.root + name.slice(root.length) : name;
}

/**
 * What a name means in a major version of its framework.
 * @param version undefined: the newest, but for a call with an argument that only an older one takes
 * @param keywords that the call gives
 */
export function inVersion(
  found: FrameworkSpelling,
  version: number | undefined,
  keywords: readonly string[] = [],
): FrameworkSpelling {
  const { earlier } = frameworkById(found.framework);
  const old = earlier && named.get(earlierName(found.spelling.name));
  if (!old) return found;
  const isOld =
    version === undefined
      ? keywords.some((keyword) => takes(old.spelling, keyword) && !takes(found.spelling, keyword))
      : version <= earlier.until;
  return isOld ? old : found;
}

function takes({ params }: Spelling, keyword: string): boolean {
  return params.some((parameter) => goesBy(parameter, keyword));
}

/** Whether code for a major version of the framework can be written with this spelling. */
export function holdsIn(framework: FrameworkId, spelling: Spelling, version: number | undefined): boolean {
  const { earlier } = frameworkById(framework);
  if (version === undefined) return true;
  const { name, form, since = 0, until = Infinity } = spelling;
  if (form === "string") return since <= version && version <= until;
  return !earlier || version > earlier.until || firstSegment(name) === earlier.root;
}

/** Names by which code for a major version may write a row's name: Keras 2 is `keras` where the project asks for it. */
export function namesIn(framework: FrameworkId, name: string, version: number | undefined): string[] {
  const { earlier } = frameworkById(framework);
  const isEarlier = earlier && version !== undefined && version <= earlier.until;
  if (!isEarlier || firstSegment(name) !== earlier.root) return [name];
  return [framework + name.slice(earlier.root.length), name];
}

/** @param owner canonical */
export function slotsOf(owner: string): readonly FrameworkSlot[] {
  const own = owners.get(owner) ?? [];
  const further = patterns.filter(
    ({ start, end, slot }) =>
      owner.startsWith(start) &&
      owner.endsWith(end) &&
      !own.some((known) => known.slot.argument === slot.argument),
  );
  return further.length === 0 ? own : [...own, ...further];
}

/** What a string means in a slot, in a major version of the slot's framework; undefined: the newest that has it. */
export function stringSpelling(
  { framework, slot }: FrameworkSlot,
  text: string,
  version?: number,
): Spelling | undefined {
  const { lowersKeys, earlier } = frameworkById(framework);
  const key = lowersKeys ? text.toLowerCase() : text;
  if (slot.keys && !slot.keys.includes(key)) return undefined;
  const rows = strings.get(framework)?.get(key) ?? [];
  const known = earlier && firstSegment(slot.owner) === earlier.root ? earlier.until : version;
  const holding = rows.find(
    ({ since = 0, until = Infinity }) => since <= (known ?? until) && (known ?? Infinity) <= until,
  );
  const spelling = holding ?? (known === undefined ? rows[0] : undefined);
  return slot.isCall && spelling?.isArithmetic ? undefined : spelling;
}

/** Whether some framework has a function by the string. */
export function isKey(text: string): boolean {
  return [...strings.values()].some((keys) => keys.has(text));
}

/** Every key that a slot takes in some version of its framework. */
export function keysOf({ framework, slot }: FrameworkSlot): readonly string[] {
  return slot.keys ?? [...(strings.get(framework)?.keys() ?? [])];
}

/** Whether some call, or item, of a name that ends so gives an activation: `ReLU`, `get_activation`. */
export function mayGive(segment: string): boolean {
  return givers.has(segment);
}

/** Tensors' methods of this name in a language, in the frameworks' order. */
export function methodsNamed(name: string, language: Language = "python"): readonly FrameworkSpelling[] {
  return methods.get(qualifiedName(language, name)) ?? [];
}

/** Whether the name is in a table, or leads to one that is. @param name canonical */
export function isKnown(name: string): boolean {
  return named.has(name) || prefixes.has(name) || slotsOf(name).length > 0;
}

/** Whether names that are known lie below it. @param name canonical */
export function isModule(name: string): boolean {
  return prefixes.has(name);
}
