/** Keys that move among entries of which one is a stop for Tab: tabs, a menu's items. */

/** The pair of keys of a direction. */
export interface ArrowKeys {
  readonly back: string;
  readonly forward: string;
}

/** Which entry a key goes to from entry `index` of `count`, round at the ends; undefined if the key does not move. */
export function nextIndex(
  { back, forward }: ArrowKeys,
  key: string,
  index: number,
  count: number,
): number | undefined {
  switch (key) {
    case forward:
      return (index + 1) % count;
    case back:
      return (index - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
