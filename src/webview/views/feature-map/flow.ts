/** The flow diagram: a box for each step, its map, how its values are spread, and where the followed value lies in it. */
import type { Pair } from "../../../engine/convolve/define.ts";
import { numberText } from "../../../engine/curve/number-text.ts";
import { createHeatMap } from "../../charts/heat-map.ts";
import { type HeatMapModel, limitOf } from "../../charts/heat-map-model.ts";
import { type Histogram, createHistogram, histogramOf, topOf } from "../../charts/histogram.ts";
import { h, setAttribute, setText, svg } from "../../dom.ts";
import { type FeatureMap, type Step, type StepId, percent } from "./model.ts";
import { shapeText } from "./texts.ts";
import type { Area, Trace } from "./trace.ts";
import { t } from "../../../engine/l10n.ts";

export interface FlowEvents {
  /** The person points at a value of a step's map. */
  readonly onPoint: (id: StepId, at: Pair) => void;
  /** @returns whether the key means something here */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** What is drawn of one step; the same object as long as it looks the same. */
interface Shown {
  readonly heat: HeatMapModel;
  readonly interval: readonly [number, number];
  readonly histogram: Histogram;
}

export function createFlow(events: FlowEvents): {
  readonly element: HTMLElement;
  update(map: FeatureMap, trace: Trace, isShared: boolean): void;
} {
  const list = h("ol", { class: "flow", "aria-label": t("From picture to feature map") });
  const boxes = new Map<StepId, ReturnType<typeof createBox>>();
  let known:
    { readonly map: FeatureMap; readonly isShared: boolean; readonly shown: readonly Shown[] } | undefined;
  let order = "";
  const boxOf = (id: StepId) => {
    const box = boxes.get(id) ?? createBox(id, events);
    boxes.set(id, box);
    return box;
  };
  return {
    element: list,
    update: (map, trace, isShared) => {
      if (known?.map !== map || known.isShared !== isShared)
        known = { map, isShared, shown: shownOf(map, isShared) };
      const ids = map.steps.map(({ id }) => id);
      // Only then: an element that is taken out and put in again loses the focus.
      if (ids.join() !== order) list.replaceChildren(...ids.map((id) => boxOf(id).element));
      order = ids.join();
      const { shown } = known;
      const top = topOf(...shown.slice(1).map(({ histogram }) => histogram));
      map.steps.forEach((step, i) => {
        const before = i > 1 && isShared ? shown[i - 1]!.histogram : undefined;
        const ownTop = i > 0 && isShared ? top : topOf(shown[i]!.histogram);
        boxOf(step.id).update(step, shown[i]!, before, ownTop, trace.areas[step.id]);
      });
    },
  };
}

function shownOf({ steps, limit }: FeatureMap, isShared: boolean): readonly Shown[] {
  return steps.map(({ id, plane }) => {
    const isGrey = id === "picture";
    const own = isGrey ? 1 : isShared ? limit : limitOf(plane.values);
    const interval = [isGrey ? 0 : -own, own] as const;
    const heat = { ...plane, limit: own, ...(isGrey && { isGrey }) };
    return { heat, interval, histogram: histogramOf(plane.values, interval) };
  });
}

function createBox(id: StepId, { onPoint, onKey }: FlowEvents) {
  const outline = svg("rect", { class: "outline" });
  const edge = svg("rect", { class: "outline-edge" });
  const overlay = svg("svg", { class: "outlines", "aria-hidden": "true" }, edge, outline);
  const histogram = createHistogram();
  const heat = createHeatMap({ overlay, below: histogram.element });
  const how = h("p", { class: "flow-how" });
  const figures = h("dl", { class: "flow-figures" });
  let shape: Pair = [1, 1];
  const point = ({ clientX, clientY }: PointerEvent) => {
    const box = heat.area.getBoundingClientRect();
    const place = (at: number, start: number, size: number, count: number) =>
      Math.max(0, Math.min(count - 1, Math.floor((count * (at - start)) / size)));
    onPoint(id, [
      place(clientY, box.top, box.height, shape[0]),
      place(clientX, box.left, box.width, shape[1]),
    ]);
  };
  heat.area.addEventListener("pointermove", point);
  heat.area.addEventListener("pointerdown", point);
  if (id === "convolution") {
    // One stop for Tab, whose keys move the value in all maps; a screen reader passes them on to an application.
    setAttribute(heat.area, "tabindex", "0");
    setAttribute(heat.area, "role", "application");
    setAttribute(heat.area, "aria-roledescription", t("map"));
    setAttribute(heat.area, "aria-label", t("Value to follow: arrow keys move it"));
    heat.area.addEventListener("keydown", (event) => {
      if (onKey(event)) event.preventDefault();
    });
  }
  return {
    element: h("li", { class: "flow-step" }, heat.element, how, figures),
    update: (
      step: Step,
      shown: Shown,
      before: Histogram | undefined,
      top: number,
      area: Area | undefined,
    ) => {
      const { plane, statistics } = step;
      shape = [plane.rows, plane.columns];
      heat.update(shown.heat, step.name, summaryOf(step));
      histogram.update({ interval: shown.interval, shown: shown.histogram, before, top });
      setText(how, step.how);
      const rows: readonly (readonly [string, string])[] = [
        [t("Shape"), shapeText(plane)],
        [t("Range"), `${numberText(statistics.lowest, 3)} … ${numberText(statistics.highest, 3)}`],
        [t("Mean"), numberText(statistics.mean, 3)],
        [t("Zeros"), percent(statistics.zeros)],
      ];
      figures.replaceChildren(
        ...rows.flatMap(([name, text]) => [h("dt", {}, name), h("dd", { class: "number" }, text)]),
      );
      setAttribute(overlay, "viewBox", `0 0 ${plane.columns} ${plane.rows}`);
      for (const rect of [edge, outline]) {
        setAttribute(rect, "x", String(area?.column ?? 0));
        setAttribute(rect, "y", String(area?.row ?? 0));
        setAttribute(rect, "width", String(area?.columns ?? 0));
        setAttribute(rect, "height", String(area?.rows ?? 0));
      }
    },
  };
}

function summaryOf({ plane, statistics: { lowest, highest, zeros } }: Step): string {
  return t(
    "{0} values from {1} to {2}, {3} of them 0.",
    shapeText(plane),
    numberText(lowest, 3),
    numberText(highest, 3),
    percent(zeros),
  );
}
