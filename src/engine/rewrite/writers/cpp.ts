/** How C++ writes arguments: libtorch's modules and functions take objects of options. */
import type { Framework, RowParameter, Spelling } from "../../frameworks/define.ts";
import type { Use } from "../../detect/use.ts";
import { functionById } from "../../functions/index.ts";
import type { NewCall, OldCall, Room, TypedPlace, TypedUse, Writer } from "./define.ts";
import { atPlaces, byNames, endOfList, roomAtEnd } from "./lists.ts";

const separator = "::";

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(separator) + separator.length);
}

/** `LeakyReLUOptions` of a module, `LeakyReLUFuncOptions` of a function beside it; undefined: it takes none. */
export function optionsOf({ spellings }: Framework, { name, form }: Spelling): string | undefined {
  if (form === "module") return `${lastOf(name)}Options`;
  if (!name.startsWith("torch::nn::functional::")) return undefined;
  const plain = lastOf(name).replaceAll("_", "");
  const module = spellings.find(
    (row) => row.form === "module" && lastOf(row.name).toLowerCase() === plain.toLowerCase(),
  );
  const own = lastOf(name).replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `${module ? lastOf(module.name) : own}FuncOptions`;
}

/** The options of what is written so, beside which they lie: in its namespace. */
export function optionsName(framework: Framework, spelling: Spelling, written: string): string | undefined {
  const options = optionsOf(framework, spelling);
  if (options === undefined) return undefined;
  const isQualified = written.endsWith(separator + lastOf(spelling.name));
  const name = isQualified ? written : spelling.name;
  return name.slice(0, name.lastIndexOf(separator) + separator.length) + options;
}

/** The input, and a weight that is a tensor, too. */
function isTensor({ mapsTo }: RowParameter, { function: id }: Spelling): boolean {
  const params = functionById(id).params as Readonly<Record<string, { readonly learnable: boolean }>>;
  return mapsTo === "x" || (mapsTo !== null && Object.hasOwn(params, mapsTo) && params[mapsTo]!.learnable);
}

/** What has no default is what options are made of; the others are set by their names. */
function list(call: NewCall): string | undefined {
  const { framework, spelling, name } = call;
  const options = optionsName(framework, spelling, name);
  if (options === undefined) {
    const placed = atPlaces(call);
    return placed && `(${placed.join(", ")})`;
  }
  const isNeeded = ({ default: initial }: RowParameter) => initial === undefined;
  const isPlain = (parameter: RowParameter) => isNeeded(parameter) && isTensor(parameter, spelling);
  const plain = atPlaces(call, isPlain);
  const needed = atPlaces(call, (parameter) => isNeeded(parameter) && !isPlain(parameter));
  if (!plain || !needed) return undefined;
  const set = byNames(call, ({ default: initial }) => initial !== undefined);
  const setters = set.map(({ keyword, text }) => `.${keyword!}(${text})`).join("");
  const made = needed.length + set.length > 0 ? [`${options}(${needed.join(", ")})${setters}`] : [];
  return `(${[...plain, ...made].join(", ")})`;
}

/** Among the options that are there, or in new ones. */
function room(old: OldCall): Room | undefined {
  const { text, framework, spelling, name, call } = old;
  const options = optionsName(framework, spelling, name);
  if (options === undefined) return roomAtEnd(old);
  const { list } = call;
  if (!list) return undefined;
  const inside = text.slice(list.start + 1, list.end - 1).trimEnd();
  const isThere = new RegExp(`\\b${lastOf(options)}\\s*[({]`).test(inside);
  const setter = { point: 0, after: ")", otherwise: null };
  const addition = ({ name: key, default: initial }: RowParameter) =>
    initial === undefined ? undefined : { ...setter, before: `.${key}(` };
  if (isThere) {
    const at = list.start + 1 + inside.length;
    return { points: [{ at, lead: "", between: "", tail: "" }], addition };
  }
  const end = endOfList(old);
  // What is given without options is what they would be made of.
  const isPlain = spelling.form === "function" || call.arguments.length === 0;
  if (!end || !isPlain) return undefined;
  return { points: [{ ...end, lead: `${end.lead}${options}()`, between: "" }], addition };
}

/** `torch::nn::ReLU act{nullptr};` declares one that is made elsewhere: the two name the same type. */
function typed({ text, use, others }: TypedPlace): TypedUse | undefined {
  if (use.spelling.form !== "module") return { use, types: [], names: [] };
  const same = others.filter(({ spelling }) => spelling === use.spelling);
  const name = declaredBy(text, use);
  if (name !== undefined) {
    const makers = same.filter((other) => other.kind === "call" && madeInto(text, other)?.name === name);
    return makers.length === 1 ? { use: makers[0]!, types: [use], names: [] } : undefined;
  }
  const made = use.kind === "call" ? madeInto(text, use) : undefined;
  const types = made ? same.filter((other) => declaredBy(text, other) === made.name) : [];
  return types.length > 1 || (made?.isAssigned && types.length === 0) ? undefined : { use, types, names: [] };
}

/** The one variable that is declared there, and not made. */
function declaredBy(text: string, { kind, range }: Use): string | undefined {
  if (kind !== "reference") return undefined;
  return /^\s+(\w+)\s*(?:\{\s*nullptr\s*\}|=\s*nullptr)\s*;/.exec(text.slice(range.end))?.[1];
}

/** The variable that what is made becomes, perhaps: of brackets behind a name it is not known what they are of. */
function madeInto(
  text: string,
  { callRange }: Use,
): { readonly name: string; readonly isAssigned: boolean } | undefined {
  const before = text.slice(Math.max(0, callRange.start - 400), callRange.start);
  const [, type, name, sign] =
    /(\b\w+[&*]*[ \t]+)?(\b\w+)[ \t]*([=({])\s*(?:\w*(?:->)?(?:register|replace)_module\s*\(\s*"[^"]*"\s*,\s*)?$/.exec(
      before,
    ) ?? [];
  if (name === undefined || type !== undefined) return undefined;
  return { name, isAssigned: sign === "=" };
}

export const cpp: Writer = {
  separator,
  list,
  passesDefaults: false,
  closure: { input: "x", before: "[](const torch::Tensor& x) { return ", after: "; }" },
  room,
  typed,
  // A name with its namespaces needs nothing beside the header that is there.
  additions: ({ path }) => [{ text: path.join(separator), addedImport: undefined }],
  top: /^/,
};
