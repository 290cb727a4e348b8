/** Making fixes that are certain, all of them, without a person who looks. */
import type { Advice } from "./advise.ts";
import type { Edit, Fix } from "./rules/define.ts";

export interface Fixed {
  readonly cells: readonly string[];
  readonly count: number;
}

/** More rounds than fixes that lead to one another; two that undo each other must not hang. */
const mostRounds = 10;

/** @param adviceOn what the rules say of the cells as they are */
export function fixCertain(
  cells: readonly string[],
  adviceOn: (cells: readonly string[]) => readonly Advice[],
): Fixed {
  let fixed = cells;
  let count = 0;
  for (let round = 0; round < mostRounds; round++) {
    const chosen = apart(
      adviceOn(fixed).flatMap(({ fixes = [] }) => fixes.find(({ certain }) => certain) ?? []),
    );
    if (chosen.length === 0) break;
    count += chosen.length;
    fixed = edited(
      fixed,
      chosen.flatMap(({ edits }) => edits),
    );
  }
  return { cells: fixed, count };
}

/** Fixes that do not touch each other; the others are looked for again once these are made. */
function apart(fixes: readonly Fix[]): Fix[] {
  const chosen: Fix[] = [];
  const touch = ({ place: a }: Edit, { place: b }: Edit) =>
    a.cell === b.cell && a.start <= b.end && b.start <= a.end;
  for (const fix of fixes) {
    const isFree = chosen.every(
      ({ edits }) => !edits.some((one) => fix.edits.some((other) => touch(one, other))),
    );
    if (isFree) chosen.push(fix);
  }
  return chosen;
}

/** @param edits none within another */
export function edited(cells: readonly string[], edits: readonly Edit[]): string[] {
  return cells.map((text, cell) =>
    edits
      .filter(({ place }) => place.cell === cell)
      .sort(({ place: a }, { place: b }) => b.start - a.start || b.end - a.end)
      .reduce((done, { place, text: own }) => done.slice(0, place.start) + own + done.slice(place.end), text),
  );
}
