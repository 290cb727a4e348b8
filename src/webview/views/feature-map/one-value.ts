/** One value: the window of the picture, the kernel that can be written here, their products, and what becomes of the sum. */
import type { Kernel } from "../../../engine/convolve/define.ts";
import { numberText } from "../../../engine/curve/number-text.ts";
import { type Field, numberBox } from "../../controls/fields.ts";
import { h, setText } from "../../dom.ts";
import { featureMapLimits } from "../../protocol/feature-map.ts";
import type { Page } from "../define.ts";
import { withWeight } from "./model.ts";
import { type Trace, traceText } from "./trace.ts";
import { t } from "../../../engine/l10n.ts";

const restMs = 300;

/** The kernel, a box for each weight. Outside the result, as it is what mends a result that is not there. */
export function createKernel(page: Page): { readonly element: HTMLElement; update(kernel: Kernel): void } {
  const grid = h("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": t("Kernel") });
  let fields: readonly Field<number>[] = [];
  let shape = "";
  const [, most] = featureMapLimits.weight;
  const build = ({ rows, columns }: Kernel) => {
    fields = Array.from({ length: rows * columns }, (_, i) =>
      numberBox({
        label: t("Weight in row {0}, column {1}", Math.floor(i / columns) + 1, (i % columns) + 1),
        problem: (value) =>
          Math.abs(value) <= most ? undefined : t("must be from {0} to {1}", "−1,000,000", "1,000,000"),
        onChange: (weight) => {
          const { featureMap } = page.state;
          page.change({ featureMap: { ...featureMap, kernel: withWeight(featureMap.kernel, i, weight) } });
        },
      }),
    );
    const cells = Array.from({ length: rows }, (_, row) =>
      h(
        "div",
        { class: "weights-row" },
        ...fields.slice(row * columns, (row + 1) * columns).map((f) => f.element),
      ),
    );
    grid.replaceChildren(h("div", { class: "weights" }, ...cells));
  };
  return {
    element: h("div", { class: "one-part" }, h("p", { class: "heading" }, t("Kernel")), grid),
    update: (kernel) => {
      const next = `${kernel.rows} ${kernel.columns}`;
      if (next !== shape) build(kernel);
      shape = next;
      fields.forEach((field, i) => {
        field.set(kernel.values[i]!);
      });
    },
  };
}

export function createOneValue(kernel: HTMLElement): {
  readonly element: HTMLElement;
  /** undefined: there is no result, and the kernel stands alone. */
  update(trace: Trace | undefined): void;
} {
  const window = createNumbers(t("Window"));
  const products = createNumbers(t("Products"));
  const heading = h("h2", {});
  const links = h("ol", { class: "links" });
  const spoken = h("p", { class: "visually-hidden", "aria-live": "polite" });
  const signs = ["×", "="].map((sign) => h("span", { class: "one-sign", "aria-hidden": "true" }, sign));
  const around = [window.element, products.element, links, heading, ...signs];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let place = "";
  return {
    element: h(
      "section",
      { "aria-label": t("One value"), class: "column" },
      heading,
      h("div", { class: "one-value" }, window.element, signs[0]!, kernel, signs[1]!, products.element),
      links,
      spoken,
    ),
    update: (trace) => {
      for (const element of around) element.hidden = trace === undefined;
      if (!trace) return;
      const text = traceText(trace);
      setText(heading, t("One value: row {0}, column {1}", trace.at[0] + 1, trace.at[1] + 1));
      window.update(trace.window);
      products.update(trace.products);
      links.replaceChildren(
        ...trace.links.map(({ name, how, value }) =>
          h(
            "li",
            {},
            h("span", { class: "heading" }, name),
            h("span", { class: "quiet" }, how),
            h("span", { class: "number" }, numberText(value)),
          ),
        ),
      );
      // What the person moves is spoken once it rests; what changes around it has its own sentence.
      if (place !== "" && place !== trace.at.join()) {
        clearTimeout(timer);
        timer = setTimeout(() => {
          setText(spoken, text);
        }, restMs);
      }
      place = trace.at.join();
    },
  };
}

function createNumbers(name: string): { readonly element: HTMLElement; update(numbers: Kernel): void } {
  const body = h("tbody");
  const table = h("table", { class: "cells", "aria-label": name }, body);
  const scroller = h("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": name }, table);
  return {
    element: h("div", { class: "one-part" }, h("p", { class: "heading" }, name), scroller),
    update: ({ rows, columns, values }) => {
      body.replaceChildren(
        ...Array.from({ length: rows }, (_, row) =>
          h(
            "tr",
            {},
            ...values
              .slice(row * columns, (row + 1) * columns)
              .map((value) => h("td", { class: "number" }, numberText(value, 3))),
          ),
        ),
      );
    },
  };
}
