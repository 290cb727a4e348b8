/** Over the chart: which curves are shown, and over which interval. */
import { button, checkBox, numberBox } from "../../controls/fields.ts";
import type { CurveModel } from "../../charts/model.ts";
import { cursorStep } from "../../charts/model.ts";
import { h, setText } from "../../dom.ts";
import { roundTo } from "../../format.ts";
import { type LabState, type Order, isInterval } from "../../protocol.ts";
import type { Page } from "../define.ts";

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
  let interval: Interval = [-4, 4];
  const curves = orders.map(({ order, prime }) => {
    const name = h("span", { class: "curve-name" });
    const sample = h("span", { class: `sample line-${order}`, "aria-hidden": "true" });
    const box = checkBox([sample, name], (on) => {
      page.change({ orders: withOrder(page.state.orders, order, on) });
    });
    return { order, prime, name, ...box };
  });
  const tangent = checkBox(["Tangent"], (on) => {
    page.change({ tangent: on });
  });
  const ends = ([0, 1] as const).map((end) => {
    const replaced = (value: number): Interval => (end === 0 ? [value, interval[1]] : [interval[0], value]);
    return numberBox({
      label: end === 0 ? "x from" : "x to",
      onChange: (value) => {
        page.change({ interval: replaced(value) });
      },
      problem: (value) => {
        if (isInterval(replaced(value))) return undefined;
        return end === 0 ? `must be a number below ${interval[1]}` : `must be a number above ${interval[0]}`;
      },
    });
  });
  const zoom = (factor: number) => () => {
    const zoomed = zoomedAround(page.state.cursor, interval, factor);
    if (!isInterval(zoomed)) return;
    interval = zoomed;
    page.change({ interval });
  };
  const element = h(
    "div",
    { class: "toolbar" },
    h(
      "div",
      { role: "group", "aria-label": "Curves", class: "toolbar-group" },
      ...curves.map((curve) => curve.element),
    ),
    tangent.element,
    h(
      "div",
      { role: "group", "aria-label": "Plotted interval", class: "toolbar-group toolbar-end" },
      h("span", { "aria-hidden": "true", class: "quiet" }, "x from"),
      ends[0]!.element,
      h("span", { "aria-hidden": "true", class: "quiet" }, "to"),
      ends[1]!.element,
      button("Zoom out", zoom(2), "−"),
      button("Zoom in", zoom(0.5), "+"),
      button(
        "Fit interval",
        () => {
          page.change({ interval: null });
        },
        "Fit",
      ),
    ),
  );
  return {
    element,
    update: (next, symbol, plotted) => {
      interval = plotted;
      for (const { order, prime, name, ...box } of curves) {
        setText(name, symbol + prime);
        box.set(next.orders[order]);
        // A vector function's second derivative has three indices and no curve.
        box.element.hidden = next.predict !== null || (order === 2 && symbol === "y₁");
      }
      tangent.set(next.tangent);
      // What is drawn is the exercise's to choose.
      tangent.element.hidden = next.predict !== null;
      ends[0]!.set(plotted[0]);
      ends[1]!.set(plotted[1]);
    },
  };
}

/** The interval stretched by `factor` about the cursor, or about its middle when the cursor is outside. */
export function zoomedAround(cursor: number, [low, high]: Interval, factor: number): Interval {
  const centre = cursor >= low && cursor <= high ? cursor : (low + high) / 2;
  const step = cursorStep([0, (high - low) * factor]);
  const end = (x: number) => roundTo(centre + (x - centre) * factor, step);
  return [end(low), end(high)];
}

function withOrder(flags: LabState["orders"], order: Order, on: boolean): LabState["orders"] {
  return [order === 0 ? on : flags[0], order === 1 ? on : flags[1], order === 2 ? on : flags[2]];
}
