/** A use of every spelling that code can have, made from the frameworks' tables. */
import { analyse } from "../../../src/engine/detect/analysis.ts";
import type { Framework, Language, RowParameter, Spelling } from "../../../src/engine/frameworks/define.ts";
import { frameworksOf } from "../../../src/engine/frameworks/index.ts";
import { languages } from "../../../src/engine/languages/index.ts";
import type { Site } from "../../../src/engine/rewrite/site.ts";
import type { Syntax } from "../../../src/engine/syntax/define.ts";
import { writers } from "../frameworks/writers.ts";

/** How table names start that are imported under another name. */
const renamed: Readonly<Record<string, string>> = { tf: "tensorflow" };

/** Languages that frameworks are used from. */
export const sources: readonly Language[] = ["python", "javascript", "rust", "cpp", "swift", "julia"];

export async function syntaxOf(language: Language): Promise<Syntax> {
  return languages.find(({ id }) => id === language)!.load();
}

export function* sites(language: Language, syntax: Syntax): Generator<Site> {
  for (const framework of frameworksOf(language)) {
    for (const spelling of framework.spellings) {
      for (const isShifted of [false, true]) {
        const text =
          language === "python" ? pythonCode(spelling, isShifted) : codeOf(framework, spelling, isShifted);
        const analysis = text === undefined ? undefined : analyse([text], syntax);
        const [use] = analysis?.cells[0]!.uses ?? [];
        if (use) yield { analysis: analysis!, cell: 0, use };
      }
    }
  }
}

/** @param isShifted whether numbers are other ones than the defaults */
function codeOf(framework: Framework, spelling: Spelling, isShifted: boolean): string | undefined {
  const writer = writers.find(({ language }) => language === framework.language)!;
  const given = spelling.params.flatMap((parameter): [string, string][] => {
    const { name, mapsTo, default: initial } = parameter;
    if (mapsTo === "x") return [];
    if (initial === undefined)
      return [[name, parameter.selects ? writer.literal([...parameter.selects.keys()][0]!) : "1.5"]];
    const number = shifted(parameter, isShifted);
    return number === undefined ? [] : [[name, String(number)]];
  });
  return writer.code(framework, spelling, new Map(given));
}

function pythonCode(spelling: Spelling, isShifted: boolean): string | undefined {
  if (spelling.form !== "function" && spelling.form !== "module") return undefined;
  return `${importOf(spelling.name)}y = ${callOf(spelling, isShifted)}\n`;
}

function importOf(name: string): string {
  const module = name.slice(0, name.lastIndexOf("."));
  const root = name.slice(0, name.indexOf("."));
  const real = renamed[root];
  return real === undefined ? `import ${module}\n` : `import ${real} as ${root}\n`;
}

function callOf({ name, form, params }: Spelling, isShifted: boolean): string {
  const args = params.flatMap((parameter) => argumentOf(parameter, form === "module", isShifted));
  return `${name}(${args.join(", ")})`;
}

function argumentOf(parameter: RowParameter, isModule: boolean, isShifted: boolean): string[] {
  const { name, mapsTo, default: initial } = parameter;
  if (mapsTo === "x") return isModule ? [] : ["x"];
  if (mapsTo === null && initial !== undefined) return [];
  if (initial === undefined) return [`${name}=1`];
  const number = shifted(parameter, isShifted);
  return number === undefined ? [] : [`${name}=${number}`];
}

function shifted({ mapsTo, default: initial }: RowParameter, isShifted: boolean): number | undefined {
  return isShifted && typeof initial === "number" && mapsTo !== "variant" && mapsTo !== null
    ? initial + 0.5
    : undefined;
}
