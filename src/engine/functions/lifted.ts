import type { Arithmetic } from "../math/arithmetic.ts";

/** Every parameter as a number of an arithmetic. */
export function lifted<P extends string, N, C>(
  params: Readonly<Record<P, number>>,
  m: Arithmetic<N, C>,
): Record<P, N> {
  const entries = Object.entries<number>(params).map(([name, value]) => [name, m.constant(value)] as const);
  return Object.fromEntries(entries) as Record<P, N>;
}
