/** Arguments as languages list them. */
import { type RowParameter } from "../../frameworks/define.ts";
import { literalText } from "../../frameworks/literal-text.ts";
import type { Listed } from "../arguments.ts";
import { furtherArgument } from "../../syntax/further-argument.ts";
import type { Point } from "../set-parameter.ts";
import type { NewCall, OldCall, Room } from "./define.ts";

/**
 * Where an argument's place says which it is: each at its place, those left out before it as their defaults.
 * @param among which parameters are given so
 * @returns undefined where one before it has no default
 */
export function atPlaces(
  { spelling, framework, given }: NewCall,
  among: (parameter: RowParameter) => boolean = ({ position }) => position !== null,
): string[] | undefined {
  const placed = spelling.params.filter(among);
  const count = placed.map((parameter) => given.has(parameter)).lastIndexOf(true) + 1;
  const texts = placed.slice(0, count).map((parameter) => {
    const { default: initial } = parameter;
    return (
      given.get(parameter)?.text ??
      (initial === undefined ? undefined : literalText(initial, framework.language))
    );
  });
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** Those that are given by their names. */
export function byNames(
  { given, foreign }: NewCall,
  among: (parameter: RowParameter) => boolean = ({ position }) => position === null,
): Listed[] {
  const named = [...given].flatMap(([parameter, { text }]) =>
    among(parameter) ? [{ keyword: parameter.name, text }] : [],
  );
  return [...named, ...foreign];
}

/** Behind the last argument that is there. */
export function endOfList({ text, call }: OldCall): Point | undefined {
  const { list, shape } = call;
  const further = call.call && list && furtherArgument(text, call.call, call.open);
  if (!further) return undefined;
  // `partial(f` has the function before what it keeps.
  const isAlone = shape === "partial" && further.lead === "";
  const { at, lead } = isAlone ? { at: list.start, lead: ", " } : further;
  return { at, lead, between: ", ", tail: "" };
}

/** Where its place says which an argument is. */
export function roomAtEnd(old: OldCall): Room | undefined {
  const point = endOfList(old);
  if (!point) return undefined;
  const { spelling, framework, call } = old;
  const written = call.arguments.filter(({ keyword }) => keyword === undefined).length;
  return {
    points: [point],
    addition: ({ position, default: initial }) => {
      if (position === null || initial === undefined) return undefined;
      // What is before it and takes no number has a default, too.
      const isReached = spelling.params.every(
        (other) =>
          other.position === null ||
          other.position < written ||
          other.position >= position ||
          isNumber(other),
      );
      const otherwise = literalText(initial, framework.language);
      return isReached ? { point: 0, before: "", after: "", otherwise } : undefined;
    },
  };
}

function isNumber({ mapsTo, default: initial }: RowParameter): boolean {
  return mapsTo !== null && mapsTo !== "axis" && mapsTo !== "variant" && typeof initial === "number";
}
