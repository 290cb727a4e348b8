/** Where a call takes one more argument. */
import type { Call } from "./expression.ts";

export interface FurtherArgument {
  /** Position in the text. */
  readonly at: number;
  /** What stands before the argument there. */
  readonly lead: "" | ", ";
}

/**
 * Behind the last argument and the brackets that are its own; in a call without any, behind the opening bracket.
 * @param open position of the opening bracket, or of what stands in its place
 * @returns undefined where the call is not closed, or an argument is not seen
 */
export function furtherArgument(text: string, call: Call, open: number): FurtherArgument | undefined {
  const last = call.arguments.at(-1);
  if (!/[)}]/.test(text[call.range.end - 1] ?? "")) return undefined;
  if (!last) return { at: open + 1, lead: "" };
  if (!("value" in last) || !last.value) return undefined;
  let at = last.value.range.end;
  for (;;) {
    const [gap] = /^(?:\s|#.*|\/\/.*|\/\*[^]*?\*\/)*/.exec(text.slice(at))!;
    const next = at + gap.length;
    if (text[next] !== ")" || next >= call.range.end - 1) return { at, lead: ", " };
    at = next + 1;
  }
}
