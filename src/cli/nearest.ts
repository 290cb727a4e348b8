import { nearest } from "../engine/frameworks/nearest.ts";

/** " Did you mean relu?", or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  return meant === undefined ? "" : ` Did you mean ${meant}?`;
}
