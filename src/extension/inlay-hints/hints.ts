/** The defaults that decide what a call computes and that it does not write. Pure. */
import type { Use } from "../../engine/detect/use.ts";
import { defaultsElsewhere } from "../../engine/frameworks/defaults.ts";
import { frameworkById } from "../../engine/frameworks/index.ts";
import { argumentText } from "../../engine/frameworks/literal-text.ts";
import { functionById } from "../../engine/functions/index.ts";
import { l10n } from "../l10n.ts";

export interface DefaultsHint {
  /** In the text of the use. */
  readonly offset: number;
  /** Ready to show: `, negative_slope=0.01` */
  readonly label: string;
}

/**
 * @param text the text that the use's positions are in
 * @returns undefined where nothing is left unsaid. A string has no parameters to write, and `self.act(x)` has its hint
 * where `self.act` was made.
 */
export function defaultsHint(use: Use, text: string): DefaultsHint | undefined {
  const { kind, range, callRange } = use;
  if (kind !== "call" && kind !== "reference" && kind !== "method") return undefined;
  const values = unwrittenDefaults(use);
  if (values.length === 0) return undefined;
  const label = values.join(", ");
  if (callRange.end === range.end) return { offset: range.end, label: `(${label})` };
  // A call that is still being typed has no end to stand at.
  if (text[callRange.end - 1] !== ")") return undefined;
  const offset = callRange.end - 1;
  return { offset, label: separator(text.slice(range.end, offset)) + label };
}

function unwrittenDefaults({ framework, function: id, spelling, params, explicit, unknown }: Use): string[] {
  const fn = functionById(id);
  return spelling.params.flatMap(({ name, mapsTo, default: initial }) => {
    // keras.layers.ReLU() is a plain ReLU: cap, slope and threshold are nothing to it.
    const decides =
      mapsTo === "variant" || mapsTo === "axis" || (mapsTo !== null && Object.hasOwn(fn.params, mapsTo));
    const isWritten = explicit.includes(name) || unknown.includes(name);
    if (!decides || isWritten || initial === undefined || !Object.hasOwn(params, name)) return [];
    return [argumentText(name, initial, frameworkById(framework).language)];
  });
}

/** @param before what stands between the name and the hint; empty where the name is itself an argument, of `partial` */
function separator(before: string): string {
  const last = before.trimEnd().at(-1);
  if (last === "(") return "";
  return last === "," ? " " : ", ";
}

/** What a hint says when it is pointed at. */
export function hintTooltip(use: Use): string {
  const elsewhere = defaultsElsewhere(use);
  return [
    l10n.t("Default of {0}, not written here.", use.spelling.name),
    ...(elsewhere === undefined ? [] : [elsewhere]),
  ].join("\n");
}
