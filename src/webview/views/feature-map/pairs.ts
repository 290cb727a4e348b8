/** One whole number for both axes, or two, as frameworks take them: "3", "1, 7". */
import type { Padding, Pair } from "../../../engine/convolve/define.ts";
import { type Field, valueBox, wholeNumberProblem } from "../../controls/fields.ts";
import { paddingText, pairText } from "./texts.ts";
import { t } from "../../../engine/l10n.ts";

type Limits = readonly [low: number, high: number];
type Read<T> = { readonly value: T } | { readonly problem: string };

/** Numbers apart by a comma, a blank, × or x; brackets around them are left out. */
export function readPair(text: string, limits: Limits): Read<Pair> {
  const words = text
    .replace(/^\s*[([]|[)\]]\s*$/g, "")
    .trim()
    .split(/\s*[,×x]\s*|\s+/);
  const numbers = words.map((word) => (/^\d+$/.test(word) ? Number(word) : NaN));
  const problem = numbers.map(wholeNumberProblem(limits)).find((why) => why !== undefined);
  const [rows, columns = rows] = numbers;
  return rows === undefined || columns === undefined || numbers.length > 2 || problem !== undefined
    ? { problem: t("must be a whole number from {0} to {1}, or two: rows, columns", limits[0], limits[1]) }
    : { value: [rows, columns] };
}

export function readPadding(text: string, limits: Limits): Read<Padding> {
  const word = text.trim().toLowerCase();
  if (word === "same") return { value: "same" };
  return word === "valid" ? { value: [0, 0] } : readPair(text, limits);
}

export function pairBox(label: string, limits: Limits, onChange: (value: Pair) => void): Field<Pair> {
  return valueBox({ label, onChange, read: (text) => readPair(text, limits), write: pairText });
}

export function paddingBox(
  label: string,
  limits: Limits,
  onChange: (value: Padding) => void,
): Field<Padding> {
  return valueBox({ label, onChange, read: (text) => readPadding(text, limits), write: paddingText });
}
