/** What a use can become. */
import type { Use } from "../detect/use.ts";
import type { Framework, Spelling } from "../frameworks/define.ts";
import { effectOf } from "../frameworks/effect.ts";
import { type FrameworkId, dottedName, frameworkById, frameworksOf } from "../frameworks/index.ts";
import { holdsIn } from "../frameworks/lookup.ts";
import { type Versions, newestVersions } from "../frameworks/versions.ts";
import { type FunctionId, functions } from "../functions/index.ts";
import type { Target } from "./define.ts";

/** Every other function that the framework offers in the same form: one spelling for each, the nearest. */
export function replacementsFor(use: Use, versions: Versions = newestVersions): Target[] {
  return functions.flatMap(({ id }) => {
    if (id === use.function) return [];
    return waysOf(use, id, versions).slice(0, 1);
  });
}

/** The spellings that give what a target does, the nearest first. */
export function waysToReplace(use: Use, { function: id }: Target, versions: Versions): Target[] {
  return waysOf(use, id, versions);
}

function waysOf({ framework, spelling, kind }: Use, id: FunctionId, versions: Versions): Target[] {
  // A plain call of general arithmetic is no use of an activation.
  const isUse = (row: Spelling) => !row.isArithmetic || (kind !== "call" && kind !== "method");
  // Cases are of one type, and what has another cannot take their place.
  const isOfType = (row: Spelling) =>
    isCase(row) || isCase(spelling) ? parentOf(row) === parentOf(spelling) : true;
  return rowsOf(framework, versions)
    .filter((row) => row.form === spelling.form && isOfType(row) && isUse(row) && canGive(row, id))
    .sort((a, b) => distance(a, spelling, id) - distance(b, spelling, id))
    .map((row) => ({ framework, spelling: row, function: id }));
}

/** Frameworks in which the function can be written in this language. */
export function portsFor({ framework, function: id, spelling }: Use): FrameworkId[] {
  const { language } = frameworkById(framework);
  if (spelling.form === "string") return [];
  return frameworksOf(language)
    .filter((other) => other.id !== framework)
    .filter((other) => codeFor(spelling, other).some((row) => canGive(row, id)))
    .map((other) => other.id);
}

/** Spellings of a function in a framework, the likeliest to take this one's place first. */
export function portTargets(
  { function: id, spelling }: Use,
  framework: FrameworkId,
  versions: Versions,
): Target[] {
  const code = codeFor(spelling, frameworkById(framework));
  return rowsOf(framework, versions)
    .filter((row) => code.includes(row) && canGive(row, id))
    .sort((a, b) => distance(a, spelling, id) - distance(b, spelling, id))
    .map((row) => ({ framework, spelling: row, function: id }));
}

/** What code for the project's version of a framework can be written with. */
function rowsOf(framework: FrameworkId, versions: Versions): Spelling[] {
  return frameworkById(framework).spellings.filter((row) => holdsIn(framework, row, versions.get(framework)));
}

/**
 * What another framework's code can become: its functions and modules, or, where it has neither, the methods of its
 * tensors. What a builder's method is called on is not in the code.
 */
function codeOf({ spellings }: Framework): readonly Spelling[] {
  const code = spellings.filter(({ form }) => form === "function" || form === "module");
  return code.length > 0
    ? code
    : spellings.filter(
        ({ form, params }) => form === "method" && !params.some(({ mapsTo }) => mapsTo === "x"),
      );
}

/** Whether it is one of an enumeration, which says which function is meant and is not called. */
export function isCase({ made }: Spelling): boolean {
  return made === "case" || made === "plain case";
}

/** A case is ported to what says which function is meant, too. */
function codeFor(source: Spelling, other: Framework): readonly Spelling[] {
  return codeOf(other).filter((row) =>
    isCase(source) ? row.form === "module" : source.form === "module" || !isCase(row),
  );
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
  // A method becomes a function rather than a module that is made for it.
  const form = source.form === "method" && row.form === "function" ? source.form : row.form;
  return (
    (form === source.form ? 0 : 16) +
    (isInPlace(row) === isInPlace(source) ? 0 : 8) +
    (parentOf(row) === parentOf(source) ? 0 : 2) +
    (effectOf(row).function === id ? 0 : 1)
  );
}

function parentOf({ name }: Spelling): string {
  return dottedName(name).split(".").slice(0, -1).join(".");
}
