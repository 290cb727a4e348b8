/** What a class is derived from. */
import { flaxModules } from "./layers.ts";
import type { ClassValue } from "./value.ts";

/** A class and those it is derived from, as far as they are in the file: the nearest first. */
export function orderOf(found: ClassValue, seen = new Set<ClassValue>()): ClassValue[] {
  if (seen.has(found)) return [];
  seen.add(found);
  return [found, ...found.bases.flatMap((base) => (base.kind === "class" ? orderOf(base, seen) : []))];
}

/** Names of what the class is derived from that are not in the file. */
export function baseNames(found: ClassValue): string[] {
  return orderOf(found).flatMap(({ bases }) =>
    bases.flatMap((base) => (base.kind === "qualified" ? [base.name] : [])),
  );
}

export function isFunctional(found: ClassValue): boolean {
  return baseNames(found).some((name) => flaxModules.has(name));
}
