/** Functions that are general arithmetic: they are activations only where an activation is asked for. */

/** `torch.abs(x)` is a use in no network more than `x + 1` is; `activation="linear"` is one. */
const ids: ReadonlySet<string> = new Set([
  "identity",
  "affine",
  "abs",
  "sign",
  "heaviside",
  "sine",
  "exponential",
]);

/** Names under which frameworks bound arrays, whatever for. */
const bounding = /(^|[.:])(clamp|clip|clip_by_value|clipByValue)_?$/i;

/** @param name of a spelling, qualified */
export function isArithmetic(name: string, id: string): boolean {
  return ids.has(id) || bounding.test(name);
}
