/** Where in a text an offset is. */
export interface Position {
  /** from 1 */
  readonly line: number;
  /** from 0, in UTF-16 units */
  readonly col: number;
}

/** Finds positions in one text. Lines end as editors and Python have it: `\n`, `\r\n` or `\r`. */
export class Lines {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
  }

  at(offset: number): Position {
    const starts = this.#starts;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, col: offset - starts[low]! };
  }
}
