/** How a language writes a value, and an argument by its name. */
import type { Language, Literal } from "./define.ts";

interface Words {
  readonly nothing: string;
  readonly yes: string;
  readonly no: string;
  readonly infinity: string;
  readonly nan: string;
  readonly quote: '"' | "'";
  /** Where a number that is no whole one must be written with a point. */
  readonly hasPoint?: true;
  /** Between an argument's name and its value. */
  readonly gives: "=" | ": ";
}

const words: Readonly<Record<Language, Words>> = {
  python: {
    nothing: "None",
    yes: "True",
    no: "False",
    infinity: "float('inf')",
    nan: "float('nan')",
    quote: "'",
    gives: "=",
  },
  cpp: {
    nothing: "{}",
    yes: "true",
    no: "false",
    infinity: "INFINITY",
    nan: "NAN",
    quote: '"',
    gives: "=",
  },
  javascript: {
    nothing: "null",
    yes: "true",
    no: "false",
    infinity: "Infinity",
    nan: "NaN",
    quote: "'",
    gives: ": ",
  },
  rust: {
    nothing: "None",
    yes: "true",
    no: "false",
    hasPoint: true,
    infinity: "f64::INFINITY",
    nan: "f64::NAN",
    quote: '"',
    gives: "=",
  },
  swift: {
    nothing: "nil",
    yes: "true",
    no: "false",
    infinity: ".infinity",
    nan: ".nan",
    quote: '"',
    gives: ": ",
  },
  julia: {
    nothing: "nothing",
    yes: "true",
    no: "false",
    infinity: "Inf",
    nan: "NaN",
    quote: '"',
    gives: "=",
  },
};

/** A number prints shortest, so that it reads back as the same double. */
export function literalText(value: Literal, language: Language): string {
  const { nothing, yes, no, infinity, nan, quote } = words[language];
  if (value === null) return nothing;
  if (typeof value === "boolean") return value ? yes : no;
  // A case of an enumeration.
  if (typeof value === "string" && language === "swift" && value.startsWith(".")) return value;
  if (typeof value === "string") return quote + value.replaceAll(/[\\'"]/g, "\\$&") + quote;
  if (Number.isNaN(value)) return nan;
  if (Math.abs(value) === Infinity) return value < 0 ? `-${infinity}` : infinity;
  return Object.is(value, -0) ? "-0.0" : String(value);
}

/** Whether a whole number is written with a point where any real one could stand. */
export function hasPoint(language: Language): boolean {
  return words[language].hasPoint === true;
}

/** A number that could be any real one, as code takes it: `1.0` in Rust. */
export function numberText(value: number, language: Language): string {
  const text = literalText(value, language);
  return hasPoint(language) && /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** `negative_slope=0.01`, in JavaScript `alpha: 0.2` */
export function argumentText(name: string, value: Literal, language: Language): string {
  return name + words[language].gives + literalText(value, language);
}
