/** The code of a use, taken apart: what is called, and each argument as it is written. */
import { skippedBy } from "../detect/partials.ts";
import type { Use } from "../detect/use.ts";
import type { RowParameter } from "../frameworks/define.ts";
import { goesBy } from "../frameworks/effect.ts";
import type { Range } from "../range.ts";
import type { ParsedCode } from "../syntax/define.ts";
import type { Argument, Call, Expression } from "../syntax/expression.ts";

export interface WrittenArgument {
  /** The source spelling's parameter; undefined for one that its table does not have. */
  readonly parameter: RowParameter | undefined;
  /** The name it is given by. */
  readonly keyword: string | undefined;
  /** All of its code: also what leaves its value as it is, `&x`, `f(x)?`. */
  readonly text: string;
  /** Of the value. */
  readonly range: Range;
}

export interface WrittenCall {
  /** `F.relu(x)`, `nn.ReLU()` · `nn.ReLU` · `partial(F.gelu, …)` · `x.relu()` · `"relu"` */
  readonly shape: "call" | "name" | "partial" | "method" | "string";
  /** The name that is replaced: `F.relu`, of a method its own name. */
  readonly name: Range;
  /**
   * What stands behind the name and is given to it: from the opening bracket to the closing one, or from what makes one
   * of a class (`::new()`); of a `partial` from the first comma. undefined: no call.
   */
  readonly list: Range | undefined;
  /** The bracket before the arguments, or what stands in its place. */
  readonly open: number;
  readonly arguments: readonly WrittenArgument[];
  /** What a method is called on. */
  readonly receiver: string | undefined;
  /** As it was read; undefined: no call. */
  readonly call: Call | undefined;
}

/**
 * @param use its ranges are those of the code
 * @returns undefined where the code cannot be rewritten: arguments that are not seen, or still being typed
 */
export function writtenCall(code: ParsedCode, use: Use): WrittenCall | undefined {
  const { kind, range, nameRange, callRange, spelling } = use;
  const { text } = code;
  const none = { list: undefined, open: range.end, arguments: [], receiver: undefined, call: undefined };
  if (kind === "string") return { shape: "string", name: range, ...none };
  if (kind === "attribute_use" || kind === "definition") return undefined;
  // Called on its class, a method takes the tensor as an argument.
  if ((spelling.form === "method") !== (kind === "method")) return undefined;
  if (callRange.start === range.start && callRange.end === range.end) {
    return { shape: "name", name: range, ...none };
  }
  const isPartial = kind === "reference";
  const found = isPartial ? partialAt(code, use) : callOf(code, use);
  if (!found) return undefined;
  const written = writtenArguments(text, found, spelling.params);
  if (!written || written.some((argument) => hidesMore(argument, use))) return undefined;
  return {
    shape: isPartial ? "partial" : kind === "method" ? "method" : "call",
    name: kind === "method" ? nameRange : range,
    list: { start: found.start ?? found.open, end: callRange.end },
    open: found.open,
    arguments: written,
    receiver: kind === "method" ? receiverIn(text, use) : undefined,
    call: found.call,
  };
}

function receiverIn(text: string, { callRange, nameRange }: Use): string {
  const before = text.slice(callRange.start, nameRange.start);
  return before.replace(/\s*[?!]?\.\s*$/, "");
}

interface FoundCall {
  readonly call: Call;
  readonly open: number;
  /** Where its list starts, where that is before the bracket. */
  readonly start?: number;
  /** Arguments of the function that stand before it. */
  readonly skipped?: number;
}

/** The call of the name, or of what makes one of it: `Relu::new()`. */
function callOf(code: ParsedCode, { range, callRange }: Use): FoundCall | undefined {
  const { text } = code;
  const own = code.callAt(range);
  // `ReLU relu;` makes one, too.
  const isVariable = /^\s+\w+$/.test(text.slice(range.end, callRange.end));
  if (own && isVariable) return { call: own, open: callRange.end };
  if (!/[)}]/.test(text[callRange.end - 1] ?? "")) return undefined;
  if (own?.range.end === callRange.end) {
    const first = own.arguments.find((argument) => "value" in argument && argument.value !== undefined);
    const limit = first && "value" in first ? first.value!.range.start : callRange.end;
    // Between the two a variable may stand that is made: `torch::nn::ELU elu(…)`.
    const open = text.slice(range.end, limit).search(/[({]/);
    return open < 0 ? undefined : { call: own, open: range.end + open };
  }
  const [making = ""] = /^\s*(?:::|\.)\s*\w+/.exec(text.slice(range.end)) ?? [];
  const behind = range.end + making.length;
  const made = making === "" ? undefined : code.callAt({ start: range.start, end: behind });
  if (made?.range.end !== callRange.end) return undefined;
  return { call: made, open: text.indexOf("(", behind), start: range.end };
}

/** The arguments that `partial` keeps, without the function. */
function partialAt(code: ParsedCode, { range, callRange }: Use): FoundCall | undefined {
  const expression = code.expressionAt(callRange);
  if (expression?.kind !== "call" || code.text[callRange.end - 1] !== ")") return undefined;
  const { callee, call } = expression;
  const name = callee.kind === "member" ? callee.member : callee.kind === "name" ? callee.name : "";
  const kept = { ...call, arguments: call.arguments.slice(1) };
  return { call: kept, open: range.end, skipped: skippedBy(name) };
}

const literals: ReadonlySet<Expression["kind"]> = new Set(["number", "boolean", "string", "none"]);

interface ReadArgument extends WrittenArgument {
  readonly mayName: boolean;
}

function writtenArguments(
  text: string,
  { call: { arguments: list }, skipped = 0 }: FoundCall,
  parameters: readonly RowParameter[],
): ReadArgument[] | undefined {
  const written: ReadArgument[] = [];
  for (const [index, argument] of list.entries()) {
    const value = argument.kind === "positional" || argument.kind === "keyword" ? argument.value : undefined;
    if (!value) return undefined;
    const keyword = argument.kind === "keyword" ? argument.name : undefined;
    written.push({
      parameter: parameters.find((parameter) => isFor(parameter, argument, index + skipped)),
      keyword,
      text: wholeText(text, value.range),
      range: value.range,
      mayName: argument.kind === "positional" && argument.mayName === true && !literals.has(value.kind),
    });
  }
  return written;
}

/** With what stands around a value and is not read as part of it. */
function wholeText(text: string, { start, end }: Range): string {
  const before = /(?:&&?\s*(?:mut\s+)?|\*|\b(?:try|await)\s+)+$/.exec(
    text.slice(Math.max(0, start - 40), start),
  );
  const behind = /^(?:\?|!|\.await\b|\s+(?:as|satisfies)\s+[\w:<>.]+)+/.exec(text.slice(end, end + 80));
  return text.slice(start - (before?.[0].length ?? 0), end + (behind?.[0].length ?? 0));
}

/** Whether it may be an object that gives arguments by their names, which are not seen then. */
function hidesMore({ parameter, mayName }: ReadArgument, { spelling }: Use): boolean {
  return mayName && (parameter === undefined || spelling.form === "module");
}

function isFor(parameter: RowParameter, argument: Argument, index: number): boolean {
  return argument.kind === "keyword" ? goesBy(parameter, argument.name) : parameter.position === index;
}
