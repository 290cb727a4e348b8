/** Results that are asked for again and again: a model names few functions, each many times. */

const most = 64;

/**
 * `compute`, remembering its latest results.
 * @param keyOf all that the result depends on, as text
 */
export function remembered<A extends readonly unknown[], R>(
  keyOf: (...args: A) => string,
  compute: (...args: A) => R,
): (...args: A) => R {
  const results = new Map<string, R>();
  return (...args) => {
    const key = keyOf(...args);
    const known = results.has(key);
    const result = known ? results.get(key)! : compute(...args);
    // Put in anew, it is the youngest; the oldest goes first.
    results.delete(key);
    results.set(key, result);
    for (const oldest of results.keys()) {
      if (results.size <= most) break;
      results.delete(oldest);
    }
    return result;
  };
}

/** Values by name as text: unlike JSON it tells the infinities and NaN apart. */
export function keyOfValues(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${typeof value} ${String(value)}`)
    .join();
}
