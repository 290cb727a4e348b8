/** How JavaScript and TypeScript write arguments and imports. */
import type { Writing } from "../define.ts";
import type { NewCall, OldCall, Room, Wanted, Writer } from "./define.ts";
import { atPlaces, byNames, endOfList, roomAtEnd } from "./lists.ts";

/** Arguments that have names stand in an object behind the others. */
function list(call: NewCall): string | undefined {
  const placed = atPlaces(call);
  const named = byNames(call).map(({ keyword, text }) => (keyword === text ? text : `${keyword!}: ${text}`));
  const options = named.length > 0 ? [`{ ${named.join(", ")} }`] : [];
  return placed && `(${[...placed, ...options].join(", ")})`;
}

/** From the package that the file has already, and as it does it: tables have one name for all packages. */
function additions({ path, isBare, isFree, framework, imports, text }: Wanted): Writing[] {
  const [root, member] = [path[0]!, path.at(-1)!];
  const known = imports.find(({ statement }) => packageIn(statement));
  const quote = /^[^\n]*\brequire\(\s*'|^import\b[^\n"]*'/m.test(text) ? "'" : '"';
  const from = (known && packageIn(known.statement)) ?? `${quote}${framework?.roots[0] ?? root}${quote}`;
  const isCommon = /\brequire\s*\(/.test(text) && !/^\s*import\b/m.test(text);
  const line = (names: string, all: string) =>
    isCommon ? `const ${names} = require(${from});` : `import ${all} from ${from};`;
  return [
    ...(isBare && path.length === 2 && isFree(member)
      ? [{ text: member, addedImport: line(`{ ${member} }`, `{ ${member} }`) }]
      : []),
    ...(isFree(root) ? [{ text: path.join("."), addedImport: line(root, `* as ${root}`) }] : []),
  ];
}

/** With its quotes. */
function packageIn(statement: string): string | undefined {
  return /(?:\bfrom|\brequire\s*\()\s*(['"`][^'"`\n]+['"`])/.exec(statement)?.[1];
}

/** Into the object of options, or into one of its own. */
function room(old: OldCall): Room | undefined {
  const placed = roomAtEnd(old);
  const end = endOfList(old);
  if (!placed || !end) return undefined;
  const hasOptions = old.call.arguments.some(({ keyword }) => keyword !== undefined);
  const inOptions = hasOptions ? end : { ...end, lead: `${end.lead}{ `, tail: " }" };
  return {
    points: hasOptions ? [inOptions] : [...placed.points, inOptions],
    addition: (parameter) => {
      if (parameter.position !== null) return hasOptions ? undefined : placed.addition(parameter);
      const point = hasOptions ? 0 : 1;
      return { point, before: `${parameter.name}: `, after: "", otherwise: null };
    },
  };
}

export const javascript: Writer = {
  separator: ".",
  list,
  passesDefaults: true,
  closure: { input: "x", before: "(x) => ", after: "" },
  room,
  additions,
  top: /^(?:\uFEFF)?(?:#![^\n]*\n)?(?:[ \t]*(?:\/\/[^\n]*)?\r?\n|[ \t]*\/\*[^]*?\*\/[ \t]*\r?\n|["']use \w+["'];?[ \t]*\r?\n)*/,
};
