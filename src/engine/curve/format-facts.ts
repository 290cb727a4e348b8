/** Where number formats stop telling inputs of a curve apart, in words. */
import { type Border, bordersOf } from "../formats/borders.ts";
import { type NumberFormat, formats } from "../formats/format.ts";
import type { ElementwiseFunction, GatedFunction, ParameterValues } from "../functions/define.ts";
import { drawableOf } from "./drawable.ts";
import { numberText } from "./number-text.ts";

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
      ...slopes.map((text) => text + (slopeOfValue ? `, as it is computed from ${symbol}` : "")),
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
    return [`${symbol} = ${numberText(left.value)} beyond ±${numberText(right.x)}`];
  const sides = [
    ...(left && isWorthSaying(left, format) ? [`${numberText(left.value)} up to ${numberText(left.x)}`] : []),
    ...(right && isWorthSaying(right, format)
      ? [`${numberText(right.value)} from ${numberText(right.x)}`]
      : []),
  ];
  return sides.length === 0 ? [] : [`${symbol} = ${sides.join(" and ")}`];
}

/** Not an overflow in the last two binades, where sums of inputs overflow as well. */
function isWorthSaying({ x, value }: Border, { maxExponent }: NumberFormat): boolean {
  return Number.isFinite(value) || Math.abs(x) < 2 ** (maxExponent - 1);
}
