/** The code of a use, taken apart: what is called, and each argument as it is written. */
import type { Use } from "../detect/use.ts";
import type { RowParameter } from "../frameworks/define.ts";
import { goesBy } from "../frameworks/effect.ts";
import type { Range } from "../range.ts";
import type { Argument, Call } from "../syntax/expression.ts";
import type { ParsedText } from "../syntax/grammar.ts";
import { callAt, expressionAt } from "../syntax/python-reader.ts";

export interface WrittenArgument {
  /** The source spelling's parameter; undefined for one that its table does not have. */
  readonly parameter: RowParameter | undefined;
  /** As written before `=`. */
  readonly keyword: string | undefined;
  /** The value's code. */
  readonly text: string;
  readonly range: Range;
}

export interface WrittenCall {
  /** `F.relu(x)`, `nn.ReLU()` · `nn.ReLU` · `partial(F.gelu, …)` · `x.relu()` · `"relu"` */
  readonly shape: "call" | "name" | "partial" | "method" | "string";
  /** The name that is replaced: `F.relu`, of a method its own name. */
  readonly name: Range;
  /** From behind the name to before the closing bracket; the opening bracket or comma comes first. undefined: no call. */
  readonly list: Range | undefined;
  readonly arguments: readonly WrittenArgument[];
  /** What a method is called on. */
  readonly receiver: string | undefined;
}

/** @returns undefined where the code cannot be rewritten: arguments that are not seen, or still being typed */
export function writtenCall({ text, tree }: ParsedText, use: Use): WrittenCall | undefined {
  const { kind, range, nameRange, callRange, spelling } = use;
  const none = { list: undefined, arguments: [], receiver: undefined };
  if (kind === "string") return { shape: "string", name: range, ...none };
  if (kind === "attribute_use" || kind === "definition") return undefined;
  // Called on its class, a method takes the tensor as an argument.
  if ((spelling.form === "method") !== (kind === "method")) return undefined;
  if (callRange.start === range.start && callRange.end === range.end) {
    return { shape: "name", name: range, ...none };
  }
  if (text[callRange.end - 1] !== ")") return undefined;
  const isPartial = kind === "reference";
  const call = isPartial ? partialAt({ text, tree }, callRange) : callAt({ text, tree }, range);
  if (!call) return undefined;
  const written = writtenArguments(text, call, spelling.params);
  if (!written) return undefined;
  return {
    shape: isPartial ? "partial" : kind === "method" ? "method" : "call",
    name: kind === "method" ? nameRange : range,
    list: { start: range.end, end: callRange.end - 1 },
    arguments: written,
    receiver:
      kind === "method" ? text.slice(callRange.start, text.lastIndexOf(".", nameRange.start)) : undefined,
  };
}

/** The arguments that `partial` keeps, without the function. */
function partialAt(parsed: ParsedText, range: Range): Call | undefined {
  const expression = expressionAt(parsed, range);
  if (expression?.kind !== "call") return undefined;
  return { ...expression.call, arguments: expression.call.arguments.slice(1) };
}

function writtenArguments(
  text: string,
  { arguments: list }: Call,
  parameters: readonly RowParameter[],
): WrittenArgument[] | undefined {
  const written: WrittenArgument[] = [];
  for (const [index, argument] of list.entries()) {
    const value = argument.kind === "positional" || argument.kind === "keyword" ? argument.value : undefined;
    if (!value) return undefined;
    const keyword = argument.kind === "keyword" ? argument.name : undefined;
    written.push({
      parameter: parameters.find((parameter) => isFor(parameter, argument, index)),
      keyword,
      text: text.slice(value.range.start, value.range.end),
      range: value.range,
    });
  }
  return written;
}

function isFor(parameter: RowParameter, argument: Argument, index: number): boolean {
  return argument.kind === "keyword" ? goesBy(parameter, argument.name) : parameter.position === index;
}
