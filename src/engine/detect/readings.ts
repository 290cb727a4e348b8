/** How names read against the tables: worked out once for each name, however often and wherever it is read. */
import { slotsOf } from "../frameworks/lookup.ts";
import type { Argument } from "../syntax/expression.ts";
import { type Match, matchOf } from "./match.ts";
import { type Meaning, withPath } from "./names.ts";
import { isPartial } from "./partials.ts";

export interface Reading {
  readonly match: Match | undefined;
  /** Canonical names of what it may be that takes activations as arguments. */
  readonly owners: readonly string[];
  /** Arguments that `functools.partial` has given the only one of them. */
  readonly given?: readonly Argument[] | undefined;
  /** Whether it is all of its meanings. */
  readonly isCertain: boolean;
  /** Whether some meaning was followed to an import: then it is no attribute of an object. */
  readonly isKnown: boolean;
}

/** Readings of certain names by what their first segment means, then by the path behind it. */
const known = new Map<string, Map<string, Reading>>();
/** Bounds what is remembered over a whole workspace. */
const mostKnown = 20_000;
let count = 0;

/** @param meanings of the first segment of the name */
export function readingOf(meanings: readonly Meaning[], path: string): Reading {
  const [only, second] = meanings;
  if (only?.kind !== "qualified" || !only.isCertain || only.given || second) return read(meanings, path);
  let paths = known.get(only.name);
  if (!paths) known.set(only.name, (paths = new Map<string, Reading>()));
  let reading = paths.get(path);
  if (!reading) {
    reading = read(meanings, path);
    paths.set(path, reading);
    if (++count >= mostKnown) {
      known.clear();
      count = 0;
    }
  }
  return reading;
}

function read(meanings: readonly Meaning[], path: string): Reading {
  const names = new Set<string>();
  for (const meaning of meanings) if (meaning.kind === "qualified") names.add(withPath(meaning, path).name);
  const isCertain = meanings.every((meaning) => meaning.kind === "qualified" && meaning.isCertain);
  return {
    match: matchOf({ path }, meanings),
    owners: [...names].filter((name) => isPartial(name) || slotsOf(name).length > 0),
    given: givenOf(meanings),
    isCertain: isCertain && names.size === 1,
    isKnown: names.size > 0,
  };
}

function givenOf([only, second]: readonly Meaning[]): readonly Argument[] | undefined {
  return only?.kind === "qualified" && !second ? only.given : undefined;
}
