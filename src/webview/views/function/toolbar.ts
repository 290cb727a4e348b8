/** Over the chart: which curves are shown, and over which interval. */
import { checkBox } from "../../controls/fields.ts";
import type { CurveModel } from "../../charts/model.ts";
import { h, setText } from "../../dom.ts";
import type { LabState, Order } from "../../protocol.ts";
import type { Page } from "../define.ts";
import { createIntervalControls } from "../interval.ts";
import { t } from "../../../engine/l10n.ts";

type Interval = CurveModel["interval"];

export interface Toolbar {
  readonly element: HTMLElement;
  /** @param symbol "f", "y" or "y₁"; @param interval as plotted, the person's own or the fitting one */
  update(state: LabState, symbol: string, interval: Interval): void;
}

const orders = [
  { order: 0, prime: "" },
  { order: 1, prime: "′" },
  { order: 2, prime: "″" },
] as const;

export function createToolbar(page: Page): Toolbar {
  const curves = orders.map(({ order, prime }) => {
    const name = h("span", { class: "curve-name" });
    const sample = h("span", { class: `sample line-${order}`, "aria-hidden": "true" });
    const box = checkBox([sample, name], (on) => {
      page.change({ orders: withOrder(page.state.orders, order, on) });
    });
    return { order, prime, name, ...box };
  });
  const tangent = checkBox([t("Tangent")], (on) => {
    page.change({ tangent: on });
  });
  const plotted = createIntervalControls(page);
  const element = h(
    "div",
    { class: "toolbar" },
    h(
      "div",
      { role: "group", "aria-label": t("Curves"), class: "toolbar-group" },
      ...curves.map((curve) => curve.element),
    ),
    tangent.element,
    plotted.element,
  );
  return {
    element,
    update: (next, symbol, interval) => {
      for (const { order, prime, name, ...box } of curves) {
        setText(name, symbol + prime);
        box.set(next.orders[order]);
        // A vector function's second derivative has three indices and no curve.
        box.element.hidden = next.predict !== null || (order === 2 && symbol === "y₁");
      }
      tangent.set(next.tangent);
      // What is drawn is the exercise's to choose.
      tangent.element.hidden = next.predict !== null;
      plotted.update(interval);
    },
  };
}

function withOrder(flags: LabState["orders"], order: Order, on: boolean): LabState["orders"] {
  return [order === 0 ? on : flags[0], order === 1 ? on : flags[1], order === 2 ? on : flags[2]];
}
