/** NaN and infinities, in the spellings that code and print-outs have for them. */

/** What each word is spelled like where the other value is meant: a text with `Inf` says `NaN`. */
const counterparts: Readonly<Record<string, string>> = {
  inf: "nan",
  Inf: "NaN",
  INF: "NAN",
  infinity: "nan",
  Infinity: "NaN",
  INFINITY: "NAN",
  nan: "inf",
  NaN: "Infinity",
  NAN: "INF",
};

const word = `(?:${Object.keys(counterparts).join("|")})`;
const modules = String.raw`(?:np|numpy|jnp|jax\.numpy|math|torch|mx|cp)\.`;
const text = String.raw`float\(\s*(?<quote>["'])(?<sign>[-+]?)${word}\k<quote>\s*\)`;
const spelling = new RegExp(String.raw`(?:(?:${modules})?${word}(?![\w(])|${text})`, "y");
const lastWord = new RegExp(String.raw`[-+]?(${word})(?=\W*$)`);

export interface Special {
  /** just behind it */
  readonly end: number;
  /** ±∞ or NaN */
  readonly value: number;
}

/** The NaN or infinity that begins at `start`: `inf`, `NaN`, `np.inf`, `float("-inf")` … */
export function readSpecial(source: string, start: number): Special | undefined {
  spelling.lastIndex = start;
  const match = spelling.exec(source);
  if (!match) return undefined;
  const magnitude = /nan/i.test(match[0]) ? NaN : Infinity;
  return { end: spelling.lastIndex, value: match.groups?.["sign"] === "-" ? -magnitude : magnitude };
}

/**
 * Spells NaN or an infinity as this text does.
 * @param sample how a NaN or an infinity is spelled here, without a sign in front
 * @param minus the character for a negative sign
 */
export function spellSpecial(value: number, sample: string, minus: string): string {
  const unsigned = sample.replace(lastWord, (_, found: string) =>
    Number.isNaN(value) === /nan/i.test(found) ? found : counterparts[found]!,
  );
  return (value < 0 ? minus : "") + unsigned;
}
