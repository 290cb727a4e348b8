/** What was analysed of a document and what was not, in words. Pure. */
import type { Use } from "../../engine/detect/use.ts";
import { type FrameworkId, frameworkById } from "../../engine/frameworks/index.ts";
import { type FunctionId, functionById } from "../../engine/functions/index.ts";
import { type Versions, versionText } from "../../engine/frameworks/versions.ts";
import {
  countedFindings,
  countedFunctions,
  countedParameters,
  countedUses,
  countedValues,
} from "../counts.ts";
import { l10n } from "../l10n.ts";

export interface Analysed {
  readonly uses: readonly Use[];
  /** Whether the words of the text left it possible that there are uses. */
  readonly wasParsed: boolean;
  /** Of the frameworks, as the project asks for them. */
  readonly versions: Versions;
  /** Classes of models in other files whose outputs reach a loss. */
  readonly elsewhere: readonly string[];
}

export interface Summary {
  /** "5 activation functions" */
  readonly text: string;
  /** The rest in one line. */
  readonly detail: string;
  /** What is less than certain or was not read, each with its reason, as sentences. */
  readonly limits: readonly string[];
}

/** @param findings how many mistakes are shown in the document; undefined: they are not looked for */
export function summarise({ uses, wasParsed, versions, elsewhere }: Analysed, findings?: number): Summary {
  if (!wasParsed) {
    return {
      text: countedFunctions(0),
      detail: l10n.t("not parsed: no framework is imported"),
      limits: [
        l10n.t("No framework is imported here together with the name of a function: it was not parsed."),
      ],
    };
  }
  const frameworks = countBy(uses, ({ framework }) => framework).map(([id]) => frameworkById(id).name);
  const likely = uses.filter(({ certainty }) => certainty === "likely").length;
  const open = uses.reduce((sum, { unknown }) => sum + unknown.length, 0);
  return {
    text: countedFunctions(uses.length),
    detail: [
      ...(findings === undefined ? [] : [countedFindings(findings)]),
      ...frameworks,
      ...(likely > 0 ? [l10n.t("{0} only likely", countedUses(likely))] : []),
      ...(open > 0 ? [l10n.t("not read: {0}", countedValues(open))] : []),
      ...(elsewhere.length > 0 ? [l10n.t("model from another file: not analysed")] : []),
    ].join(" · "),
    limits: [
      ...(likely > 0
        ? [l10n.t("{0} only likely: what the name belongs to could not be followed.", countedUses(likely))]
        : []),
      ...(open > 0
        ? [l10n.t("{0} not read: the code gives no literal for the value.", countedParameters(open))]
        : []),
      ...elsewhere.map((name) =>
        l10n.t("{0} is another file's: what it gives to the loss was not analysed.", name),
      ),
      ...assumptions(uses, versions),
    ],
  };
}

/** What is taken for granted about the frameworks that are used. */
function assumptions(uses: readonly Use[], versions: Versions): string[] {
  return countBy(uses, ({ framework }) => framework).flatMap(([id]) => versionText(id, versions) ?? []);
}

export interface FunctionCount {
  readonly name: string;
  readonly count: number;
  readonly first: Use;
}

/** The functions in use, the most used first. */
export function functionsIn(uses: readonly Use[]): FunctionCount[] {
  return countBy(uses, ({ function: id }): FunctionId => id).map(([id, own]) => ({
    name: functionById(id).name,
    count: own.length,
    first: own[0]!,
  }));
}

function countBy<K extends FunctionId | FrameworkId>(
  uses: readonly Use[],
  keyOf: (use: Use) => K,
): (readonly [K, readonly Use[]])[] {
  const groups = new Map<K, Use[]>();
  for (const use of uses) {
    const key = keyOf(use);
    const group = groups.get(key);
    if (group) group.push(use);
    else groups.set(key, [use]);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
