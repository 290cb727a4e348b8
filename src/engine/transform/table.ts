import { kindOf, newline } from "./characters.ts";
import { endOfLine } from "./skip.ts";

/**
 * Whether a text with brackets is a table all the same: brackets stand in its heading alone (`time (s), voltage (mV)`),
 * and every line below has a number, and no bracket or `=` that would make it code.
 * @param starts where the text's numbers begin, ascending
 */
export function isTable(text: string, starts: Int32Array): boolean {
  const first = starts[0];
  const start = startOfLine(text, 0);
  const end = endOfLine(text, start);
  if (first === undefined || first < end || !isHeading(text.slice(start, end))) return false;
  let next = 0;
  for (let line = startOfLine(text, end); line < text.length;) {
    const lineEnd = endOfLine(text, line);
    const content = text.slice(line, lineEnd);
    while (next < starts.length && starts[next]! < line) next++;
    const hasNumber = next < starts.length && starts[next]! < lineEnd;
    if (/[()[\]{}=]/.test(content) || (!hasNumber && content.trim() !== "")) return false;
    line = startOfLine(text, lineEnd);
  }
  return true;
}

function isHeading(line: string): boolean {
  const openings = line.match(/[([{]/g)?.length ?? 0;
  const closings = line.match(/[)\]}]/g)?.length ?? 0;
  return openings > 0 && openings === closings && !/[=:]/.test(line);
}

/** The first place from `start` on that is no line's end. */
function startOfLine(text: string, start: number): number {
  let i = start;
  while (i < text.length && kindOf(text.charCodeAt(i)) === newline) i++;
  return i;
}
