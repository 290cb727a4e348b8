/** Reading one number: where it ends and which double it is. */
import { blank, colon, digit, kindOf, letter, point, quote, sign, unicodeMinus } from "./characters.ts";

const powersOfTen = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const zero = 48;
const underscore = 95;

/**
 * Reads unsigned decimal numbers: `3`, `0.5`, `.5`, `5.`, `1e-5`, `1_000`. The result stands in the reader's fields, so
 * that reading a megabyte of numbers makes no objects.
 */
export class NumberReader {
  /** just behind what was read */
  end = 0;
  value = 0;
  /** whether it was written with a point or an exponent */
  fractional = false;

  #mantissa = 0;
  #digits = 0;

  /** @param start where a digit stands, or a point with a digit behind it */
  read(text: string, start: number): void {
    this.#mantissa = 0;
    this.#digits = 0;
    let i = this.#readDigits(text, start);
    let scale = 0;
    this.fractional = false;
    if (text.charCodeAt(i) === 46) {
      const fraction = i + 1;
      i = this.#readDigits(text, fraction);
      scale = fraction - i + underscores(text, fraction, i);
      this.fractional = true;
    }
    const exponentEnd = endOfExponent(text, i);
    if (exponentEnd > i) {
      scale += Number(asciiNumber(text.slice(i + 1, exponentEnd)));
      i = exponentEnd;
      this.fractional = true;
    }
    this.end = i;
    this.value = this.#toDouble(text, start, scale);
  }

  #readDigits(text: string, start: number): number {
    let mantissa = this.#mantissa;
    let digits = this.#digits;
    let i = start;
    for (;;) {
      const value = text.charCodeAt(i) - zero;
      if (value >= 0 && value <= 9) {
        mantissa = mantissa * 10 + value;
        if (mantissa > 0) digits++;
        i++;
      } else if (value === underscore - zero && i > start && kindOf(text.charCodeAt(i + 1)) === digit) i++;
      else break;
    }
    this.#mantissa = mantissa;
    this.#digits = digits;
    return i;
  }

  /**
   * With at most 15 digits and a power of ten up to 22 both factors are exact, so that one multiplication or division
   * rounds correctly (Clinger 1990, "How to read floating point numbers accurately"). The rest is left to `Number`.
   */
  #toDouble(text: string, start: number, scale: number): number {
    if (this.#digits <= 15 && scale >= -22 && scale <= 22) {
      return scale < 0 ? this.#mantissa / powersOfTen[-scale]! : this.#mantissa * powersOfTen[scale]!;
    }
    return Number(asciiNumber(text.slice(start, this.end)));
  }
}

function asciiNumber(text: string): string {
  return text.replaceAll("_", "").replace(unicodeMinus, "-");
}

function underscores(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === underscore) count++;
  return count;
}

/** Where `e-5` ends, or `start` where no exponent stands. */
function endOfExponent(text: string, start: number): number {
  if ((text.charCodeAt(start) | 32) !== 101) return start;
  let i = start + 1;
  if (kindOf(text.charCodeAt(i)) === sign) i++;
  if (kindOf(text.charCodeAt(i)) !== digit) return start;
  while (kindOf(text.charCodeAt(i)) === digit) i++;
  return i;
}

/** Whether a character of this kind, right beside a number, makes it part of something else: `conv2d`, `cuda:0`, `1.2.3`. */
export function joins(kind: number): boolean {
  return kind === letter || kind === digit || kind === point || kind === colon || kind === quote;
}

/** Where a date that begins at `start` ends (`2024-01-31`, `2024/01/31`), or `start` where there is none. */
export function endOfDate(text: string, start: number): number {
  const separator = text.charCodeAt(start + 4);
  if (separator !== 45 && separator !== 47) return start;
  const date = /^\d{4}([-/])\d{2}\1\d{2}(?![\d.])/.exec(text.slice(start, start + 11));
  return date ? start + 10 : start;
}

/**
 * Whether a number that begins at `start` and has a `j` behind it is the imaginary part of a complex number whose real
 * part ends at `realEnd`: `1+2j`, `1 - 2j`, NumPy's `1.  +2.j`.
 */
export function continuesComplex(text: string, start: number, realEnd: number): boolean {
  let i = start - 1;
  while (i >= realEnd && kindOf(text.charCodeAt(i)) === blank) i--;
  if (i < realEnd || kindOf(text.charCodeAt(i)) !== sign) return false;
  i--;
  while (i >= realEnd && kindOf(text.charCodeAt(i)) === blank) i--;
  return i < realEnd;
}
