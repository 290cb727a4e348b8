/** Reads where the parameters of a call stand: what `set-parameter.ts` writes by. */
import type { RowParameter } from "../frameworks/define.ts";
import { frameworkById } from "../frameworks/index.ts";
import { hasPoint, literalText } from "../frameworks/literal-text.ts";
import { functionById } from "../functions/index.ts";
import type { Range } from "../range.ts";
import type { Use } from "../detect/use.ts";
import { type WrittenCall, writtenCall } from "./call.ts";
import type { ParameterPlace, ParameterPlaces } from "./set-parameter.ts";
import { type Site, pieceOf } from "./site.ts";
import { type Room, writers } from "./writers/index.ts";

/** @returns undefined where there is nothing that could be written: no call, arguments that are not seen, no parameter */
export function parameterPlaces(site: Site): ParameterPlaces | undefined {
  const piece = pieceOf(site);
  if (!piece) return undefined;
  const { parsed, use } = piece;
  const { text } = parsed;
  const call = writtenCall(parsed, use);
  if (!call?.list) return undefined;
  const framework = frameworkById(use.framework);
  const name = text.slice(call.name.start, call.name.end);
  const room = writers[framework.language].room({ text, framework, spelling: use.spelling, name, call });
  const { start, end } = use.callRange;
  const places = use.spelling.params.flatMap((parameter) => placeOf(use, call, parameter, room));
  if (places.length === 0) return undefined;
  return {
    text: text.slice(start, end),
    places: places.map((place) => ({ ...place, written: place.written && from(start, place.written) })),
    points: (room?.points ?? []).map((point) => ({ ...point, at: point.at - start })),
    hasPoint: hasPoint(framework.language),
  };
}

function from(start: number, range: Range): Range {
  return { start: range.start - start, end: range.end - start };
}

function placeOf(
  use: Use,
  call: WrittenCall,
  parameter: RowParameter,
  room: Room | undefined,
): ParameterPlace[] {
  const { name, mapsTo, numbers, default: initial } = parameter;
  if (mapsTo === null || !Object.hasOwn(functionById(use.function).params, mapsTo)) return [];
  // Code whose value is not known says more than a number would.
  if (use.unknown.includes(name)) return [];
  const written = call.arguments.find((argument) => argument.parameter === parameter);
  // An initialiser takes no number; an argument that must be given is a tensor where it is not written as a number.
  if (typeof initial === "string" || (written && /^["']/.test(written.text))) return [];
  const infinity = [...(numbers ?? [])].find(([, number]) => number === Infinity)?.[0];
  const { language } = frameworkById(use.framework);
  const addition = written ? undefined : room?.addition(parameter);
  if (!written && !addition) return [];
  return [
    {
      parameter: mapsTo,
      name,
      written: written?.range ?? null,
      infinite:
        typeof infinity === "string" ? null : literalText(infinity === null ? null : Infinity, language),
      addition: addition ?? null,
    },
  ];
}
