/** How Swift writes arguments, each by its label, and imports. */
import type { RowParameter } from "../../frameworks/define.ts";
import { goesBy } from "../../frameworks/effect.ts";
import type { Writing } from "../define.ts";
import type { NewCall, OldCall, Room, Wanted, Writer } from "./define.ts";
import { typedByName } from "./fields.ts";
import { endOfList } from "./lists.ts";

/** In the order of the signature. The input has a label only where it had one. */
function list({ spelling, given, foreign }: NewCall): string | undefined {
  const { made } = spelling;
  const labelled = [...given].map(([parameter, { text, keyword }]) => {
    const { name, mapsTo } = parameter;
    const own = keyword !== undefined && goesBy(parameter, keyword) ? keyword : undefined;
    const label = mapsTo === "x" ? own : name;
    return label === undefined ? text : `${label}: ${text}`;
  });
  const texts = [...labelled, ...foreign.map(({ keyword, text }) => `${keyword!}: ${text}`)];
  if (made && texts.length === 0) return "";
  return made === "plain case" ? undefined : `(${texts.join(", ")})`;
}

function additions({ path, isBare, isFree, framework }: Wanted): Writing[] {
  const root = path[0]!;
  const { roots = [], aliases = [] } = framework ?? {};
  // What a module brings under its own name stands in the tables without the module.
  const module = roots.includes(root) ? root : aliases.find(([, to]) => to === root)?.[0].split(".")[0];
  const addedImport = module === undefined ? undefined : `import ${module}`;
  const rest = path.slice(1).join(".");
  const whole = { text: path.join("."), addedImport };
  return isBare && roots.includes(root) && isFree(rest) ? [{ text: rest, addedImport }, whole] : [whole];
}

/** Labels keep the order of the signature: each before the next that is written. */
function room(old: OldCall): Room | undefined {
  const { spelling, call } = old;
  const end = endOfList(old);
  if (!end || spelling.made === "plain case") return undefined;
  const { params } = spelling;
  const next = (parameter: RowParameter) =>
    params
      .slice(params.indexOf(parameter) + 1)
      .flatMap((later) => call.arguments.filter((argument) => argument.parameter === later))[0];
  const before = call.arguments.flatMap((argument) => {
    const label = old.text.lastIndexOf(argument.keyword ?? "", argument.range.start - 1);
    return argument.keyword === undefined ? [] : [{ argument, at: label }];
  });
  return {
    points: [end, ...before.map(({ at }) => ({ at, lead: "", between: ", ", tail: ", " }))],
    addition: (parameter) => {
      const later = next(parameter);
      const index = before.findIndex(({ argument }) => argument === later);
      const point = later ? index + 1 : 0;
      if (parameter.default === undefined || (later && index < 0)) return undefined;
      return { point, before: `${parameter.name}: `, after: "", otherwise: null };
    },
  };
}

export const swift: Writer = {
  separator: ".",
  list,
  passesDefaults: false,
  closure: { input: "$0", before: "{ ", after: " }" },
  room,
  typed: (place) => typedByName(place, "."),
  additions,
  top: /^(?:\uFEFF)?(?:[ \t]*(?:\/\/[^\n]*)?\r?\n|[ \t]*\/\*[^]*?\*\/[ \t]*\r?\n)*/,
};
