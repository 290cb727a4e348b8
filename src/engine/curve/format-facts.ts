/** Where number formats stop telling inputs of a curve apart, in words. */
import { type Border, bordersOf } from "../formats/borders.ts";
import { type NumberFormat, formats } from "../formats/format.ts";
import type { ElementwiseFunction, GatedFunction, ParameterValues } from "../functions/define.ts";
import { drawableOf } from "./drawable.ts";
import { numberText } from "./number-text.ts";
import { t } from "../l10n.ts";

export interface FormatFact {
  /** "float16" */
  readonly name: string;
  /** "f = 0 up to -17.34 and 1 from 8.32; f′ = 0 beyond ±17.34" */
  readonly text: string;
}

/**
 * One fact for each format in which rounding makes f or f′ constant, or overflow, where they themselves are not; of a gated
 * function, of its gate.
 * @param symbol of the function, or the gate
 */
export function formatFacts(
  symbol: string,
  fn: ElementwiseFunction | GatedFunction,
  params: ParameterValues,
): readonly FormatFact[] {
  const { jet, claims } = drawableOf(fn, params);
  const slopeOfValue = fn.kind === "elementwise" ? fn.slopeOfValue : undefined;
  return formats.flatMap((format) => {
    const { left, right } = bordersOf({ jet, claims, slopeOfValue }, format);
    const slopes = borderTexts(`${symbol}′`, left.derivative, right.derivative, format);
    const texts = [
      ...borderTexts(symbol, left.value, right.value, format),
      ...slopes.map((text) => (slopeOfValue ? t("{0}, as it is computed from {1}", text, symbol) : text)),
    ];
    return texts.length === 0 ? [] : [{ name: format.name, text: texts.join("; ") }];
  });
}

function borderTexts(
  symbol: string,
  left: Border | undefined,
  right: Border | undefined,
  format: NumberFormat,
): readonly string[] {
  if (left && right && left.value === right.value && left.x === -right.x)
    return [t("{0} = {1} beyond ±{2}", symbol, numberText(left.value), numberText(right.x))];
  const below =
    left && isWorthSaying(left, format) ? ([numberText(left.value), numberText(left.x)] as const) : undefined;
  const above =
    right && isWorthSaying(right, format)
      ? ([numberText(right.value), numberText(right.x)] as const)
      : undefined;
  if (below && above)
    return [t("{0} = {1} up to {2} and {3} from {4}", symbol, below[0], below[1], above[0], above[1])];
  if (below) return [t("{0} = {1} up to {2}", symbol, below[0], below[1])];
  return above ? [t("{0} = {1} from {2}", symbol, above[0], above[1])] : [];
}

/** Not an overflow in the last two binades, where sums of inputs overflow as well. */
function isWorthSaying({ x, value }: Border, { maxExponent }: NumberFormat): boolean {
  return Number.isFinite(value) || Math.abs(x) < 2 ** (maxExponent - 1);
}
