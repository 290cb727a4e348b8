/** Computes when first asked, and never again. */
/* @__NO_SIDE_EFFECTS__ */
export function once<T>(compute: () => T): () => T {
  let result: T | undefined;
  return () => (result ??= compute());
}
