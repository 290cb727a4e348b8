/** Fields of what came from outside, one by one; none of these throws. */

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/**
 * A copy in which holes are undefined: `every` passes over holes.
 * @returns nothing of what is no array, or longer than `maximum`
 */
export function list(value: unknown, maximum: number): readonly unknown[] {
  return Array.isArray(value) && value.length <= maximum ? Array.from<unknown>(value) : [];
}

export function isNumber(value: unknown): value is number {
  return typeof value === "number" && !Number.isNaN(value);
}

export function isFinite(value: unknown): value is number {
  return Number.isFinite(value);
}

export type Limits = readonly [low: number, high: number];

export function isWithin(value: unknown, [low, high]: Limits): value is number {
  return isFinite(value) && value >= low && value <= high;
}

export function isWhole(value: unknown, limits: Limits): value is number {
  return isWithin(value, limits) && Number.isInteger(value);
}

export function readReal(value: unknown, limits: Limits, initial: number): number {
  return isWithin(value, limits) ? value : initial;
}

export function readWhole(value: unknown, limits: Limits, initial: number): number {
  return isWhole(value, limits) ? value : initial;
}

export function readText(value: unknown, maximum: number): string | undefined {
  return typeof value === "string" && value.length <= maximum ? value : undefined;
}
