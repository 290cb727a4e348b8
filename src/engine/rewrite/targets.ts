/** What a use can become. */
import type { Use } from "../detect/use.ts";
import type { Spelling } from "../frameworks/define.ts";
import { effectOf } from "../frameworks/effect.ts";
import { type FrameworkId, frameworkById, frameworks } from "../frameworks/index.ts";
import { holdsIn } from "../frameworks/lookup.ts";
import { type Versions, newestVersions } from "../frameworks/versions.ts";
import { type FunctionId, functions } from "../functions/index.ts";
import { type Target, isRewritten } from "./define.ts";

/** Every other function that the framework offers in the same form: one spelling for each, the nearest. */
export function replacementsFor(use: Use, versions: Versions = newestVersions): Target[] {
  const { framework, spelling, function: current } = use;
  if (!isRewritten(framework)) return [];
  const rows = rowsOf(framework, versions).filter(({ form }) => form === spelling.form);
  return functions.flatMap(({ id }) => {
    if (id === current) return [];
    const [best] = rows
      .filter((row) => canGive(row, id))
      .sort((a, b) => distance(a, spelling, id) - distance(b, spelling, id));
    return best ? [{ framework, spelling: best, function: id }] : [];
  });
}

/** Frameworks in which the function can be written in this language. */
export function portsFor({ framework, function: id, spelling }: Use): FrameworkId[] {
  const { language } = frameworkById(framework);
  if (spelling.form === "string" || !isRewritten(framework)) return [];
  return frameworks
    .filter((other) => other.id !== framework && other.language === language)
    .filter(({ spellings }) => spellings.some((row) => isCode(row) && canGive(row, id)))
    .map((other) => other.id);
}

/** Spellings of a function in a framework, the likeliest to take this one's place first. */
export function portTargets(
  { function: id, spelling }: Use,
  framework: FrameworkId,
  versions: Versions,
): Target[] {
  return rowsOf(framework, versions)
    .filter((row) => isCode(row) && canGive(row, id))
    .sort((a, b) => distance(a, spelling, id) - distance(b, spelling, id))
    .map((row) => ({ framework, spelling: row, function: id }));
}

/** What code for the project's version of a framework can be written with. */
function rowsOf(framework: FrameworkId, versions: Versions): Spelling[] {
  return frameworkById(framework).spellings.filter((row) => holdsIn(framework, row, versions.get(framework)));
}

function isCode({ form }: Spelling): boolean {
  return form === "function" || form === "module";
}

/** By default, by an argument that selects it, or as a case of a general function. */
function canGive(spelling: Spelling, id: FunctionId): boolean {
  return (
    effectOf(spelling).function === id ||
    spelling.params.some(({ selects }) => selects && [...selects.values()].includes(id))
  );
}

/** How far from what was written: another form, another module, another name, in-place or not, not by default. */
function distance(row: Spelling, source: Spelling, id: FunctionId): number {
  const isInPlace = ({ name }: Spelling) => name.endsWith("_");
  const parent = ({ name }: Spelling) => name.slice(0, name.lastIndexOf("."));
  // A method becomes a function rather than a module that is made for it.
  const form = source.form === "method" && row.form === "function" ? source.form : row.form;
  return (
    (form === source.form ? 0 : 16) +
    (isInPlace(row) === isInPlace(source) ? 0 : 8) +
    (parent(row) === parent(source) ? 0 : 2) +
    (effectOf(row).function === id ? 0 : 1)
  );
}
