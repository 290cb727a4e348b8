/** What was meant by a word that is misspelt. */

/** The candidate that is the fewest typing errors away, if it is near enough to be what was meant. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const typed = plain(word);
  const rated = candidates.map((candidate) => ({ candidate, errors: distance(typed, plain(candidate)) }));
  const best = rated.sort((a, b) => a.errors - b.errors)[0];
  return best && best.errors <= Math.max(1, typed.length / 3) ? best.candidate : undefined;
}

/** Levenshtein's distance: how many letters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
