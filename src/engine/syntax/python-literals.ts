/** Values of Python's literals. */

/** NaN for what is no real number, such as `2j`. */
export function numberValue(token: string): number {
  return Number(token.replaceAll("_", ""));
}

/** What a string literal says, without prefix and quotes; undefined where escapes, bytes or parts that are computed are in it. */
export function stringValue(token: string): string | undefined {
  const match = /^([rRuU]?)("""|'''|"|')(.*)\2$/s.exec(token);
  if (!match) return undefined;
  const [, prefix, , content] = match;
  const isPlain = !content!.includes("\\") || prefix!.toLowerCase() === "r";
  return isPlain ? content : undefined;
}
