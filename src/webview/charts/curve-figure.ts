/** A chart with what a person needs around it: a name, a summary, a cursor by mouse and keyboard, a spoken read-out. */
import { numberText } from "../../engine/curve/number-text.ts";
import { createExportMenu } from "../controls/export-menu.ts";
import { h, setAttribute, setText, uniqueId } from "../dom.ts";
import { chartSvg } from "../export/chart-svg.ts";
import { chartCsv } from "../export/csv.ts";
import { type LatexText, chartLatex } from "../export/latex.ts";
import { roundTo } from "../format.ts";
import { LineChart } from "./line-chart.ts";
import { type CurveModel, cursorStep, readOut } from "./model.ts";
import { type ChartTheme, currentTheme, paperTheme } from "./theme.ts";
import { t } from "../../engine/l10n.ts";

interface FigureText {
  /** "Curve of Leaky ReLU" */
  readonly name: string;
  /** What the picture shows, in words. */
  readonly summary: string;
  /** Why the picture cannot be trusted; "" if nothing is wrong. */
  readonly problem: string;
  /** What LaTeX has over the chart. */
  readonly formula?: LatexText["formula"];
}

export interface CurveFigure {
  readonly element: HTMLElement;
  /** How many points a curve can have here, see `pointsFor`. */
  points(): number;
  update(model: CurveModel, text: FigureText): void;
}

/** How long the cursor must rest before its numbers are spoken. */
const restMs = 300;

interface FigureEvents {
  /** The person moved the cursor to x. */
  readonly onCursor: (x: number) => void;
  /** The person dragged a guess to a height, within the limit. */
  readonly onGuess?: (index: number, y: number) => void;
  /** The figure has another size, and perhaps room for another number of points. */
  readonly onResize: () => void;
}

export function createCurveFigure({ onCursor, onGuess, onResize }: FigureEvents): CurveFigure {
  const canvas = h("canvas", { "aria-hidden": "true" });
  const summaryId = uniqueId("summary");
  const summary = h("p", { id: summaryId, class: "visually-hidden" });
  const area = h(
    "div",
    // Arrow keys belong to the chart, so a screen reader has to pass them on: that is what `application` says.
    {
      class: "chart",
      tabindex: 0,
      role: "application",
      "aria-roledescription": t("chart"),
      "aria-describedby": summaryId,
    },
    canvas,
  );
  const visible = h("p", { class: "read-out" });
  const spoken = h("p", { class: "visually-hidden", "aria-live": "polite" });
  const problem = h("p", { class: "problem chart-problem", role: "status" });
  let model: CurveModel | undefined;
  let text: FigureText | undefined;
  let chart: LineChart | undefined;
  let theme: ChartTheme | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const move = (from: CurveModel, x: number) => {
    // Kept at once: a second key may come before the next frame shows the first one's effect.
    model = { ...from, cursor: { ...from.cursor, x } };
    onCursor(x);
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (model) setText(spoken, readOut(model));
    }, restMs);
  };
  area.addEventListener("keydown", (event) => {
    if (!model) return;
    const x = movedBy(event, model);
    if (x === undefined) return;
    event.preventDefault();
    move(model, x);
  });
  /** Which guess is dragged. */
  let dragged: number | undefined;
  const followPointer = ({ clientX, clientY }: PointerEvent) => {
    if (!model || !chart) return;
    const { left, top } = canvas.getBoundingClientRect();
    const x = chart.valueAt(clientX - left);
    if (dragged === undefined) move(model, snap(x, model));
    else if (model.guesses && onGuess)
      onGuess(dragged, guessAt(chart.heightAt(clientY - top), model.guesses));
  };
  area.addEventListener("pointerdown", (event) => {
    if (model?.guesses && chart && onGuess) {
      const x = chart.valueAt(event.clientX - canvas.getBoundingClientRect().left);
      dragged = nearestGuess(x, model.guesses);
      area.setPointerCapture(event.pointerId);
    }
    followPointer(event);
  });
  area.addEventListener("pointermove", followPointer);
  for (const name of ["pointerup", "pointercancel"] as const) {
    area.addEventListener(name, () => {
      dragged = undefined;
    });
  }

  new ResizeObserver(() => {
    // A hidden tab has no width.
    if (area.clientWidth > 0) onResize();
  }).observe(area);

  const draw = (next: CurveModel) => {
    const previous = { model, theme };
    model = next;
    theme = currentTheme();
    const onlyCursorMoved =
      previous.theme === theme && previous.model !== undefined && sameCurves(previous.model, next);
    if (!chart) chart = new LineChart(canvas, next, theme);
    else if (onlyCursorMoved) chart.moveCursor(next);
    else chart.update(next, theme);
  };
  const menu = createExportMenu(() => {
    if (!model || !text) return undefined;
    const [shown, { name, formula }] = [model, text];
    const size = { width: area.clientWidth, height: area.clientHeight };
    return {
      name,
      svg: () => chartSvg(shown, currentTheme(), { title: name, ...size }),
      csv: () => chartCsv(shown),
      latex: () => chartLatex(shown, paperTheme(), { title: name, ...(formula && { formula }) }),
    };
  });
  const foot = h("div", { class: "figure-foot" }, visible, menu.element);
  return {
    element: h("figure", { class: "figure" }, area, problem, summary, foot, spoken),
    points: () => pointsFor(area.clientWidth),
    update: (next, said) => {
      draw(next);
      text = said;
      setAttribute(area, "aria-label", text.name);
      setText(summary, text.summary);
      setText(problem, text.problem);
      area.classList.toggle("guessing", next.guesses !== undefined);
      menu.update(text.name);
      showReadOut(visible, next);
    },
  };
}

/**
 * Points of a curve on a chart of this width, axis and labels included: 400, or fewer, so that no two share a pixel.
 * chart.js draws points of one pixel as a vertical stroke, which frays a slanted line.
 */
export function pointsFor(widthPx: number): number {
  return Math.max(50, Math.min(400, Math.floor(widthPx - 80)));
}

/** Where a key moves the cursor; undefined if it does not. */
export function movedBy(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  model: Pick<CurveModel, "interval" | "cursor" | "step">,
): number | undefined {
  const [low, high] = model.interval;
  const step = cursorStep(model.interval, model.step);
  const go = (steps: number) => {
    return Math.min(high, Math.max(low, roundTo(model.cursor.x + steps * step, step)));
  };
  switch (key) {
    case "ArrowRight":
      return go(shiftKey ? 10 : 1);
    case "ArrowLeft":
      return go(shiftKey ? -10 : -1);
    case "PageUp":
      return go(10);
    case "PageDown":
      return go(-10);
    case "Home":
      return low;
    case "End":
      return high;
    default:
      return undefined;
  }
}

/** A pointer's x as a round number; on a kink when it is close to one. */
export function snap(
  x: number,
  { interval, kinks, step }: Pick<CurveModel, "interval" | "kinks" | "step">,
): number {
  if (step !== undefined) return roundTo(x, step);
  const near = (interval[1] - interval[0]) / 150;
  const kink = kinks.find((point) => Math.abs(point.x - x) <= near);
  return kink ? kink.x : roundTo(x, cursorStep(interval) / 10);
}

type Guesses = NonNullable<CurveModel["guesses"]>;

/** The guess that is nearest to x. */
export function nearestGuess(x: number, { points }: Guesses): number {
  return points.reduce(
    (best, point, i) => (Math.abs(point.x - x) < Math.abs(points[best]!.x - x) ? i : best),
    0,
  );
}

/** A pointer's height as a guess: a round number within the limit. */
export function guessAt(y: number, { limit }: Guesses): number {
  return roundTo(Math.min(limit, Math.max(-limit, y)), limit / 40);
}

/** Views keep the arrays of an unchanged curve. */
function sameCurves(a: CurveModel, b: CurveModel): boolean {
  return a.lines === b.lines && a.kinks === b.kinks && a.interval === b.interval && a.range === b.range;
}

function showReadOut(element: HTMLElement, model: CurveModel): void {
  const { variable, cursor } = model;
  const reading = (label: string, number: string, style?: string) =>
    h(
      "span",
      { class: style === undefined ? "reading" : `reading ${style}` },
      h("span", { class: "reading-label" }, label),
      h("span", { class: "number" }, number),
    );
  element.replaceChildren(
    reading(variable, numberText(cursor.x, 6)),
    ...cursor.readings.map(({ label, order, series, value }) =>
      reading(
        model.step === undefined ? `${label}(${variable})` : label,
        numberText(value),
        series === undefined ? `line-${order}` : `series-${series}`,
      ),
    ),
  );
}
