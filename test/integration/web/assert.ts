// Stands for "node:assert/strict" in the web worker host: the few of its checks that the suites use.

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && same(left[key], right[key]))
  );
}

function check(holds: boolean, message: string | undefined, standard: string): void {
  if (!holds) throw new Error(message ?? standard);
}

const show = (value: unknown): string => JSON.stringify(value, null, 1);

const assert = {
  ok: (value: unknown, message?: string) => {
    check(Boolean(value), message, `expected something, got ${String(value)}`);
  },
  equal: (actual: unknown, expected: unknown, message?: string) => {
    check(Object.is(actual, expected), message, `expected ${show(expected)}, got ${show(actual)}`);
  },
  deepEqual: (actual: unknown, expected: unknown, message?: string) => {
    check(same(actual, expected), message, `expected ${show(expected)}, got ${show(actual)}`);
  },
  match: (text: string, pattern: RegExp, message?: string) => {
    check(pattern.test(text), message, `expected ${String(pattern)} in: ${text}`);
  },
};

export { assert as default };
