/** Reads where the parameters of a call stand: what `set-parameter.ts` writes by. */
import { moved } from "../detect/moved.ts";
import type { Use } from "../detect/use.ts";
import type { RowParameter } from "../frameworks/define.ts";
import { functionById } from "../functions/index.ts";
import { parse } from "../syntax/parser.ts";
import { type WrittenCall, writtenCall } from "./call.ts";
import { isRewritten } from "./define.ts";
import type { ParameterPlace, ParameterPlaces } from "./set-parameter.ts";

/**
 * @param text of the use's whole call
 * @returns undefined where there is nothing that could be written: no call, arguments that are not seen, no parameter
 */
export function parameterPlaces(use: Use, text: string): ParameterPlaces | undefined {
  if (!isRewritten(use.framework)) return undefined;
  const call = writtenCall(parse(text), moved(use, -use.callRange.start));
  if (!call?.list) return undefined;
  const places = use.spelling.params.flatMap((parameter) => placeOf(use, call, parameter));
  if (places.length === 0) return undefined;
  return { text, places, ...endOf(text, call, call.list) };
}

function placeOf(use: Use, call: WrittenCall, parameter: RowParameter): ParameterPlace[] {
  const { name, mapsTo, numbers, default: initial } = parameter;
  if (mapsTo === null || !Object.hasOwn(functionById(use.function).params, mapsTo)) return [];
  // Code whose value is not known says more than a number would.
  if (use.unknown.includes(name)) return [];
  const written = call.arguments.find((argument) => argument.parameter === parameter);
  // An initialiser takes no number; an argument that must be given is a tensor where it is not written as a number.
  if (typeof initial === "string" || (written && /^["']/.test(written.text))) return [];
  const infinity = [...(numbers ?? [])].find(([, number]) => number === Infinity)?.[0];
  return [
    {
      parameter: mapsTo,
      name,
      written: written?.range ?? null,
      infinite: infinity === undefined ? "float('inf')" : infinity === null ? "None" : null,
    },
  ];
}

/** Behind the last argument, or before the bracket where a comment or another bracket stands between. */
function endOf(
  text: string,
  call: WrittenCall,
  list: NonNullable<WrittenCall["list"]>,
): Pick<ParameterPlaces, "end" | "separator"> {
  const last = call.arguments.at(-1);
  if (!last) {
    // `partial(F.leaky_relu` has the list start behind the name.
    const isCalled = text[list.start] === "(";
    return isCalled ? { end: list.end, separator: "" } : { end: list.start, separator: ", " };
  }
  const rest = text.slice(last.range.end, list.end);
  if (/^\s*(,\s*)?$/.test(rest)) return { end: last.range.end, separator: ", " };
  const hasComma = rest.replace(/#.*/g, "").includes(",");
  return { end: list.end, separator: hasComma ? "" : ", " };
}
