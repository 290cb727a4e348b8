/** Over a chart: from where to where x goes. The interval is one for all views that have it. */
import { type CurveModel, cursorStep } from "../charts/model.ts";
import { button, numberBox } from "../controls/fields.ts";
import { h } from "../dom.ts";
import { roundTo } from "../format.ts";
import { isInterval } from "../protocol.ts";
import type { Page } from "./define.ts";
import { t } from "../../engine/l10n.ts";

type Interval = CurveModel["interval"];

export function createIntervalControls(page: Page): {
  readonly element: HTMLElement;
  /** @param plotted the person's own, or the fitting one */
  update(plotted: Interval): void;
} {
  let interval: Interval = [-4, 4];
  const ends = ([0, 1] as const).map((end) => {
    const replaced = (value: number): Interval => (end === 0 ? [value, interval[1]] : [interval[0], value]);
    return numberBox({
      label: end === 0 ? t("x from") : t("x to"),
      onChange: (value) => {
        page.change({ interval: replaced(value) });
      },
      problem: (value) => {
        if (isInterval(replaced(value))) return undefined;
        return end === 0
          ? t("must be a number below {0}", interval[1])
          : t("must be a number above {0}", interval[0]);
      },
    });
  });
  const zoom = (factor: number) => () => {
    const zoomed = zoomedAround(page.state.cursor, interval, factor);
    if (!isInterval(zoomed)) return;
    interval = zoomed;
    page.change({ interval });
  };
  return {
    element: h(
      "div",
      { role: "group", "aria-label": t("Plotted interval"), class: "toolbar-group toolbar-end" },
      h("span", { "aria-hidden": "true", class: "quiet" }, t("x from")),
      ends[0]!.element,
      h("span", { "aria-hidden": "true", class: "quiet" }, t("to")),
      ends[1]!.element,
      button(t("Zoom out"), zoom(2), "−"),
      button(t("Zoom in"), zoom(0.5), "+"),
      button(
        t("Fit interval"),
        () => {
          page.change({ interval: null });
        },
        t("Fit"),
      ),
    ),
    update: (plotted) => {
      interval = plotted;
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
