/** From a qualified name, as imports give it, to what the frameworks' tables say of it. */
import type { Slot, Spelling } from "./define.ts";
import { type FrameworkId, type FrameworkSpelling, frameworks } from "./index.ts";

export interface FrameworkSlot {
  readonly framework: FrameworkId;
  readonly slot: Slot;
}

const named = new Map<string, FrameworkSpelling>();
const strings = new Map<FrameworkId, Map<string, Spelling>>();
const methods = new Map<string, FrameworkSpelling>();
const owners = new Map<string, FrameworkSlot[]>();
/** Every module or class on the way to a name that is known. */
const prefixes = new Set<string>();
/** Longest first, by the first segment of what they stand for. */
const aliases = new Map<string, (readonly [from: string, to: string])[]>();

for (const { id: framework, spellings, slots, aliases: own } of frameworks) {
  const keys = new Map<string, Spelling>();
  strings.set(framework, keys);
  for (const spelling of spellings) {
    if (spelling.form === "string") {
      keys.set(spelling.name, spelling);
      continue;
    }
    named.set(spelling.name, { framework, spelling });
    addPrefixes(spelling.name);
    if (spelling.form === "method") methods.set(lastSegment(spelling.name), { framework, spelling });
  }
  for (const slot of slots) {
    const list = owners.get(slot.owner) ?? [];
    owners.set(slot.owner, [...list, { framework, slot }]);
    addPrefixes(slot.owner);
  }
  for (const alias of own) {
    const root = firstSegment(alias[0]);
    aliases.set(root, [...(aliases.get(root) ?? []), alias]);
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

/** @param name canonical */
export function spellingNamed(name: string): FrameworkSpelling | undefined {
  return named.get(name);
}

/** @param owner canonical */
export function slotsOf(owner: string): readonly FrameworkSlot[] {
  return owners.get(owner) ?? [];
}

export function stringSpelling(framework: FrameworkId, key: string): Spelling | undefined {
  return strings.get(framework)?.get(key);
}

/** A tensor's method of this name. */
export function methodNamed(name: string): FrameworkSpelling | undefined {
  return methods.get(name);
}

/** Whether the name is in a table, or leads to one that is. @param name canonical */
export function isKnown(name: string): boolean {
  return named.has(name) || owners.has(name) || prefixes.has(name);
}

/** Whether names that are known lie below it. @param name canonical */
export function isModule(name: string): boolean {
  return prefixes.has(name);
}
