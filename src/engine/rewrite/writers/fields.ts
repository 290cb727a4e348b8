/** Fields and variables whose type is declared apart from what they are made of: `act: Relu`, and `act: Relu::new()`. */
import type { Use } from "../../detect/use.ts";
import type { Spelling } from "../../frameworks/define.ts";
import { dottedName } from "../../frameworks/index.ts";
import { lastSegment } from "../../frameworks/lookup.ts";
import type { Range } from "../../range.ts";
import type { TypedPlace, TypedUse, Writer } from "./define.ts";

/** The type of what is made: of a case the enumeration that it is one of. */
function typeOf({ name, made }: Spelling): string {
  const dotted = dottedName(name);
  const isOfType = made === "case" || made === "plain case";
  // `Gelu::new_approximate` makes a `Gelu`.
  return isOfType || /\.[a-z]\w*$/.test(dotted) ? parentOf(dotted) : dotted;
}

function parentOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf(".")));
}

/** The field or variable that what is made becomes, by its name; and whether its type is written there. */
function nameBefore(
  text: string,
  { callRange }: Use,
): { readonly name: string; readonly isTyped: boolean } | undefined {
  const before = text.slice(Math.max(0, callRange.start - 200), callRange.start);
  const [, wrapped] = /_(\w+)\.wrappedValue\s*=\s*$/.exec(before) ?? [];
  if (wrapped !== undefined) return { name: wrapped, isTyped: false };
  const [, name, type] = /(\w+)\s*(?::|(:\s*[\w:.]+\s*)?=)\s*$/.exec(before) ?? [];
  return name === undefined ? undefined : { name, isTyped: type !== undefined };
}

/** @param separator between the segments of a name */
export function typedByName({ text, use, isCode }: TypedPlace, separator: Writer["separator"]): TypedUse {
  const none = { use, types: [], names: [] };
  if (use.spelling.form !== "module" || use.kind === "attribute_use") return none;
  const made = nameBefore(text, use);
  const type = lastSegment(typeOf(use.spelling));
  if (!made || type === "") return none;
  const { name, isTyped } = made;
  // Neither a path that goes on nor something that is made.
  const path = `(?:\\w+${separator === "." ? "\\." : separator})*`;
  const declared = new RegExp(`\\b${name}\\s*:\\s*(${path}${type})\\b(?!\\s*(?:::|\\.|\\())`, "g");
  const found = [...text.matchAll(declared)]
    .filter(({ index }) => isCode(index))
    .map((match): Range => {
      const end = match.index + match[0].length;
      return { start: end - match[1]!.length, end };
    });
  // The nearest before it is what it belongs to: a type's methods stand behind its fields.
  const nearest = found.filter(({ end }) => end <= use.range.start).at(-1) ?? found[0];
  const isOwn =
    nearest && /^\s*=\s*$/.test(text.slice(nearest.end, Math.max(nearest.end, use.callRange.start)));
  if (!nearest || (isTyped && !isOwn)) return none;
  const written = text.slice(nearest.start, nearest.end);
  const rename = (target: Spelling, name: string) => renamed(written, use.spelling, target, name, separator);
  return { use, types: [], names: [{ range: nearest, rename }] };
}

/**
 * The type of the target: as what makes one is written, or beside the old one, else by its whole name.
 * @param name of what makes one
 */
function renamed(
  written: string,
  source: Spelling,
  target: Spelling,
  name: string,
  separator: Writer["separator"],
): string {
  const [before, after] = [typeOf(source), typeOf(target)];
  if (before === after) return written;
  const own = lastSegment(after);
  if (name === own) return own;
  const prefix = written.slice(0, -lastSegment(before).length);
  const isNeighbour = parentOf(before) === parentOf(after) && prefix !== "";
  return isNeighbour ? prefix + own : after.replaceAll(".", separator);
}
