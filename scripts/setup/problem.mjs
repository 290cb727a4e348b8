// @ts-check

/** Something this machine lacks: what it is, and what to do about it. Shown as two sentences, without a stack. */
export class Problem extends Error {
  /**
   * @param {string} what
   * @param {string} advice
   */
  constructor(what, advice) {
    super(what);
    this.name = "Problem";
    this.advice = advice;
  }
}

/**
 * @param {unknown} error
 * @returns {string} what to tell the person at the terminal
 */
export function describe(error) {
  if (error instanceof Problem) return `${error.message}\n  → ${error.advice}`;
  const wrongUse =
    error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  if (wrongUse) return `${error.message}\n  → --help shows what there is.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
