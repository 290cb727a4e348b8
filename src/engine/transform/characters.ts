/** What a character is to the number scanner. ASCII by table; anything else by Unicode category. */

export const other = 0;
/** a letter or `_`: what names are made of, digits aside */
export const letter = 1;
export const digit = 2;
export const blank = 3;
export const newline = 4;
export const opening = 5;
export const closing = 6;
export const quote = 7;
export const sign = 8;
export const point = 9;
export const comma = 10;
export const colon = 11;
export const hash = 12;
export const slash = 13;
export const ellipsis = 14;
/** before the first and after the last character */
export const outside = 15;

/** U+2212, which typeset text has for a minus sign */
export const unicodeMinus = "\u2212";

const table = new Uint8Array(128);
const members: readonly (readonly [kind: number, characters: string])[] = [
  [letter, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"],
  [digit, "0123456789"],
  [blank, " \t\v\f"],
  [newline, "\n\r"],
  [opening, "([{"],
  [closing, ")]}"],
  [quote, "\"'"],
  [sign, "+-"],
  [point, "."],
  [comma, ",;"],
  [colon, ":"],
  [hash, "#"],
  [slash, "/"],
];
for (const [kind, characters] of members) {
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = kind;
}

const space = /\s/;
// Halves of a surrogate pair count as letters: mathematical italics and the like are, and an emoji that touches a digit
// is no notation for numbers.
const letterLike = /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u;

function kindBeyondAscii(code: number): number {
  if (code === 0x2212) return sign;
  if (code === 0x2026) return ellipsis;
  if (code === 0x2028 || code === 0x2029) return newline;
  const character = String.fromCharCode(code);
  if (space.test(character) || code === 0xfeff) return blank;
  return letterLike.test(character) ? letter : other;
}

/** @param code a UTF-16 code unit, or NaN as `charCodeAt` gives it beyond the ends */
export function kindOf(code: number): number {
  if (code < 128) return table[code]!;
  return code === code ? kindBeyondAscii(code) : outside;
}
