/** A hover's facts as plain text, for the clipboard. Pure. */
import type { HoverContent } from "./content.ts";

export function plainText(content: HoverContent): string {
  const { fn, spelling, certainty, parameters, formula, values, elsewhere, remark } = content;
  return [
    [fn.name, spelling, certainty].filter((part) => part !== undefined).join(" · "),
    ...parameters,
    formula,
    ...values,
    ...(elsewhere === undefined ? [] : [elsewhere]),
    ...(remark === undefined ? [] : [remark]),
  ].join("\n");
}
