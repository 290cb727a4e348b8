/**
 * Fixtures that say what is to be found: a comment under a line of code, carets under the name, then the use.
 *
 *     act = nn.GELU(approximate="tanh")
 *     #     ^^^^^^^ call gelu approximate='tanh' resolved
 *
 * A parameter in brackets is a default, `?` stands for a value that is no literal. What has no carets must not be found.
 */
import type { ArgumentValue, Use } from "../../../src/engine/detect/use.ts";

/** "3:6-13 call gelu approximate='tanh' resolved": line from 1, columns from 0 in UTF-16 units. */
export function expectedUses(text: string): string[] {
  const lines = text.split(/\r\n|\n/);
  const found: string[] = [];
  let codeLine = 0;
  for (const [index, line] of lines.entries()) {
    const match = /^\s*(?:#|\/\/)\s*(\^+)\s+(.*)$/.exec(line);
    if (!match) {
      codeLine = index + 1;
      continue;
    }
    const start = line.indexOf("^");
    found.push(`${codeLine}:${start}-${start + match[1]!.length} ${match[2]!.trim()}`);
  }
  return found;
}

export function actualUses(text: string, uses: readonly Use[]): string[] {
  return uses.map((use) => {
    const before = text.slice(0, use.range.start);
    const start = before.length - (before.lastIndexOf("\n") + 1);
    const length = use.range.end - use.range.start;
    return `${before.split("\n").length}:${start}-${start + length} ${describe(use)}`;
  });
}

function describe(use: Use): string {
  const params = Object.entries(use.params).map(([name, value]) => {
    const text = `${name}=${use.unknown.includes(name) ? "?" : valueText(value)}`;
    return use.explicit.includes(name) ? text : `(${text})`;
  });
  const slot = use.slot
    ? [
        `in ${use.slot.owner}.${use.slot.argument}${use.slot.units === undefined ? "" : ` of ${use.slot.units}`}`,
      ]
    : [];
  return [use.kind, use.function, ...params, use.certainty, ...slot].join(" ");
}

/** As Python writes it. */
function valueText(value: ArgumentValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return `'${value}'`;
  if (Number.isNaN(value)) return "nan";
  return Number.isFinite(value) ? String(value) : value > 0 ? "inf" : "-inf";
}
