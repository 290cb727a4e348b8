/** The texts of package.json, apart: `package.nls.json`, beside which translations are put. Pure. */

/** What people read under each of these, wherever it stands. */
const textual = new Set([
  "title",
  "name",
  "description",
  "markdownDescription",
  "enumDescriptions",
  "markdownEnumDescriptions",
  "contents",
]);

/** An entry of a list is known by one of these. */
const identifying = ["command", "id", "view"] as const;

export interface Localisable {
  /** With `%key%` where a text stood. */
  readonly manifest: unknown;
  readonly texts: Readonly<Record<string, string>>;
}

/** @param value plain data, without functions */
export function withKeys(value: unknown): Localisable {
  const texts: Record<string, string> = {};
  const walk = (part: unknown, path: readonly string[], isText: boolean): unknown => {
    if (typeof part === "string") {
      if (!isText) return part;
      const key = path.join(".");
      texts[key] = part;
      return `%${key}%`;
    }
    if (Array.isArray(part))
      return part.map((item, index) => walk(item, [...path, nameOf(item) ?? String(index)], isText));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, own]) => [name, walk(own, [...path, name], textual.has(name))]),
    );
  };
  return { manifest: walk(value, [], false), texts };
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const key = identifying.find((name) => name in item);
  const value: unknown = key && (item as Readonly<Record<string, unknown>>)[key];
  return typeof value === "string" ? value : undefined;
}
