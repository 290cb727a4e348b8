/** Drives a generator in slices of a few milliseconds, so that the page stays alive, until it ends or is stopped. */
/** A step takes up to 3 ms more: together a slice stays below 10 ms. */
const sliceMs = 6;

export interface Run {
  stop(): void;
}

/** @param progress share of the work done, after each slice */
export function runInSlices<T>(
  work: Generator<number, T>,
  progress: (share: number) => void,
  finished: (result: T) => void,
): Run {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slice = () => {
    const end = performance.now() + sliceMs;
    let step = work.next();
    while (!step.done && performance.now() < end) step = work.next();
    if (step.done) finished(step.value);
    else {
      progress(step.value);
      timer = setTimeout(slice, 0);
    }
  };
  timer = setTimeout(slice, 0);
  return {
    stop: () => {
      clearTimeout(timer);
    },
  };
}
