/**
 * The number a person typed for a parameter: decimal notation, with - or − as minus; `inf`, `infinity` or `∞`.
 * @returns undefined for anything else, NaN included
 */
export function readParameterValue(text: string): number | undefined {
  const plain = text.trim().replace("\u2212", "-").toLowerCase();
  const infinity = /^([-+]?)(?:inf(?:inity)?|∞)$/.exec(plain);
  if (infinity) return infinity[1] === "-" ? -Infinity : Infinity;
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/.test(plain) ? Number(plain) : undefined;
}
