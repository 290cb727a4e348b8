/** The flow diagram as Mermaid's text, for documents: every box with its numbers. */
import { numberText } from "../../../engine/curve/number-text.ts";
import { type FeatureMap, percent } from "./model.ts";
import { shapeText } from "./texts.ts";
import type { Trace } from "./trace.ts";
import { t } from "../../../engine/l10n.ts";

/** Text in a label between quotes; what could end it, or be read as markup, as Mermaid's codes for characters. */
function label(...lines: readonly string[]): string {
  const quoted = lines
    .filter(Boolean)
    .map((line) => line.replace(/["#&<>`\\;[\]{}|]/g, (sign) => `#${sign.codePointAt(0)!};`));
  return `"${quoted.join("<br/>")}"`;
}

const short = (value: number) => numberText(value, 3);

/** @source https://mermaid.js.org/syntax/flowchart.html */
export function mermaidOf({ steps }: FeatureMap, { at, links, window, products }: Trace): string {
  const boxes = steps.map(({ id, name, how, plane, statistics: { lowest, highest, mean, zeros } }) => {
    const figures = t(
      "{0} … {1}, mean {2}, {3} zeros",
      short(lowest),
      short(highest),
      short(mean),
      percent(zeros),
    );
    return `    ${id}[${label(name, how, shapeText(plane), figures)}]`;
  });
  const sums = {
    window: rowsOf(window.values, window.columns),
    products: rowsOf(products.values, products.columns),
  };
  const values = links.map(({ id, name, how, value }) => `    one-${id}[${label(name, how, short(value))}]`);
  const chain = (ids: readonly string[]) => `    ${ids.join(" --> ")}`;
  return [
    "flowchart LR",
    `  subgraph map [${label(t("Feature map"))}]`,
    ...boxes,
    chain(steps.map(({ id }) => id)),
    "  end",
    `  subgraph one [${label(t("One value: row {0}, column {1}", at[0] + 1, at[1] + 1))}]`,
    `    one-window[${label(t("Window"), ...sums.window)}]`,
    `    one-products[${label(t("Window × kernel"), ...sums.products)}]`,
    ...values,
    chain(["one-window", "one-products", ...links.map(({ id }) => `one-${id}`)]),
    "  end",
    "",
  ].join("\n");
}

function rowsOf(values: readonly number[], columns: number): readonly string[] {
  return Array.from({ length: values.length / columns }, (_, row) =>
    values
      .slice(row * columns, (row + 1) * columns)
      .map(short)
      .join("  "),
  );
}
