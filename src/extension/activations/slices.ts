/** Long work in slices, so that whoever shares the thread is never kept waiting. Pure. */

/** Milliseconds after which a step is the last of its slice: with that step, a slice of small files stays below 10. */
export const sliceMs = 5;

export interface Pace {
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  /** Comes back when others have had their turn. */
  readonly rest: () => Promise<void>;
  readonly isCancelled: () => boolean;
}

export const realPace: Omit<Pace, "isCancelled"> = {
  now: () => performance.now(),
  rest: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

export class Slices {
  readonly #pace: Pace;
  #end: number;

  constructor(pace: Pace) {
    this.#pace = pace;
    this.#end = pace.now() + sliceMs;
  }

  /** To be awaited between steps that are short against a slice. @returns whether to go on */
  async goOn(): Promise<boolean> {
    if (this.#pace.now() >= this.#end) {
      await this.#pace.rest();
      this.#end = this.#pace.now() + sliceMs;
    }
    return !this.#pace.isCancelled();
  }
}
