/** A use of every spelling that Python code can have, made from the frameworks' tables. */
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import type { Framework, RowParameter, Spelling } from "../../../src/engine/frameworks/define.ts";
import { frameworks } from "../../../src/engine/frameworks/index.ts";
import type { Site } from "../../../src/engine/rewrite/rewrite.ts";

/** How table names start that are imported under another name. */
const renamed: Readonly<Record<string, string>> = { tf: "tensorflow" };

export function* sites(): Generator<Site> {
  for (const framework of frameworks as readonly Framework[]) {
    if (framework.language !== "python") continue;
    for (const spelling of framework.spellings) {
      if (spelling.form !== "function" && spelling.form !== "module") continue;
      for (const shift of [false, true]) {
        const text = `${importOf(spelling.name)}y = ${callOf(spelling, shift)}\n`;
        const analysis = analyse([text], python);
        const [use] = analysis.cells[0]!.uses;
        if (use) yield { analysis, cell: 0, use };
      }
    }
  }
}

function importOf(name: string): string {
  const module = name.slice(0, name.lastIndexOf("."));
  const root = name.slice(0, name.indexOf("."));
  const real = renamed[root];
  return real === undefined ? `import ${module}\n` : `import ${real} as ${root}\n`;
}

/** @param shift whether numbers are another than the default */
function callOf({ name, form, params }: Spelling, shift: boolean): string {
  const args = params.flatMap((parameter) => argumentOf(parameter, form === "module", shift));
  return `${name}(${args.join(", ")})`;
}

function argumentOf(
  { name, mapsTo, default: initial }: RowParameter,
  isModule: boolean,
  shift: boolean,
): string[] {
  if (mapsTo === "x") return isModule ? [] : ["x"];
  if (mapsTo === null && initial !== undefined) return [];
  if (initial === undefined) return [`${name}=1`];
  return shift && typeof initial === "number" && mapsTo !== "variant" ? [`${name}=${initial + 0.5}`] : [];
}
