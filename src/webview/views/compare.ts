/** Several functions over one another: f, f′ or f″, the difference of two, frameworks and facts side by side. */
import { createCurveFigure } from "../charts/curve-figure.ts";
import { select } from "../controls/fields.ts";
import { h, setText } from "../dom.ts";
import type { LabState, Order } from "../protocol.ts";
import type { Page, View } from "./define.ts";
import { createFrameworks } from "./compare/frameworks.ts";
import { createList } from "./compare/list.ts";
import {
  type Entry,
  comparedInterval,
  differenceCursor,
  differenceOf,
  entriesOf,
  factsTable,
  largestText,
  overlay,
  overlayCursor,
} from "./compare/model.ts";
import { curveSummary, primes } from "./function/curves.ts";
import { createGrid } from "./grid.ts";
import { createIntervalControls } from "./interval.ts";
import { t } from "../../engine/l10n.ts";

const orderNames = [
  { value: "0", text: "f" },
  { value: "1", text: "f′" },
  { value: "2", text: "f″" },
] as const;

export const compareView: View = {
  title: () => t("Compare"),
  create: (page) => {
    const list = createList(page);
    const order = select(t("Show"), orderNames, (value) => {
      page.change({ compareOrder: Number(value) as Order });
    });
    const interval = createIntervalControls(page);
    const chart = createOverlay(page);
    const difference = createDifference(page);
    const frameworks = createFrameworks(page);
    const facts = createFacts();
    const entriesFor = remember();
    return {
      element: h(
        "div",
        { class: "column" },
        list.element,
        h("div", { class: "toolbar" }, order.element, interval.element),
        chart.element,
        difference.element,
        facts.element,
        frameworks.element,
      ),
      update: (state, settings) => {
        const entries = entriesFor(state);
        list.update(state, entries);
        order.set(orderNames[state.compareOrder].value);
        interval.update(comparedInterval(entries, state.interval));
        chart.update(state, entries);
        difference.update(state, entries);
        facts.update(entries);
        frameworks.update(state, settings);
      },
    };
  },
};

/** The same entries while the functions are the same. */
function remember(): (state: LabState) => readonly Entry[] {
  let compare: LabState["compare"] | undefined;
  let entries: readonly Entry[] = [];
  return (state) => {
    if (state.compare !== compare) {
      compare = state.compare;
      entries = entriesOf(state);
    }
    return entries;
  };
}

interface Section {
  readonly element: HTMLElement;
  update(state: LabState, entries: readonly Entry[]): void;
}

function createOverlay(page: Page): Section {
  let latest: (() => void) | undefined;
  const figure = createCurveFigure({
    onCursor: (cursor) => {
      page.change({ cursor });
    },
    onResize: () => latest?.(),
  });
  const curvesFor = keep(overlay);
  return {
    element: figure.element,
    update: ({ compareOrder: order, cursor, interval }, entries) => {
      latest = () => {
        const curves = curvesFor(entries, order, figure.points(), interval);
        const name = t("{0} over one another", entries.map(({ label }) => label + primes[order]).join(", "));
        const problem = entries.find((entry) => entry.problem !== undefined)?.problem ?? "";
        figure.update(
          { ...curves, cursor: overlayCursor(entries, order, cursor), slope: undefined },
          { name, summary: curveSummary(curves), problem },
        );
      };
      latest();
    },
  };
}

function createDifference(page: Page): Section {
  let latest: (() => void) | undefined;
  const figure = createCurveFigure({
    onCursor: (cursor) => {
      page.change({ cursor });
    },
    onResize: () => latest?.(),
  });
  const largest = h("p", { role: "status" });
  const selects = h("div", { class: "toolbar-group" });
  const differenceFor = keep(differenceOf);
  let shown = "";
  let fields: readonly ReturnType<typeof select>[] = [];
  const build = (entries: readonly Entry[]) => {
    const options = entries.map(({ label }, i) => ({ value: String(i), text: label }));
    fields = ([0, 1] as const).map((side) =>
      select(side === 0 ? t("Difference of") : t("and"), options, (value) => {
        const [first, second] = page.state.comparePair;
        page.change({ comparePair: side === 0 ? [Number(value), second] : [first, Number(value)] });
      }),
    );
    selects.replaceChildren(...fields.map(({ element }) => element));
  };
  return {
    element: h(
      "section",
      { "aria-label": t("Difference"), class: "column difference" },
      selects,
      figure.element,
      largest,
    ),
    update: ({ compareOrder: order, comparePair: [i, j], cursor, interval }, entries) => {
      const key = entries.map(({ label }) => label).join("\n");
      if (key !== shown) build(entries);
      shown = key;
      fields[0]?.set(String(i));
      fields[1]?.set(String(j));
      const [first, second] = [entries[i] ?? entries[0]!, entries[j] ?? entries[0]!];
      latest = () => {
        const difference = differenceFor(first, second, order, figure.points(), interval);
        const text = largestText(difference);
        setText(largest, text);
        figure.update(
          { ...difference.curves, cursor: differenceCursor(first, second, order, cursor), slope: undefined },
          { name: difference.label, summary: `${text} ${curveSummary(difference.curves)}`, problem: "" },
        );
      };
      latest();
    },
  };
}

function createFacts(): { readonly element: HTMLElement; update(entries: readonly Entry[]): void } {
  const grid = createGrid();
  let shown: readonly Entry[] | undefined;
  return {
    element: h("section", { class: "aside" }, grid.element),
    update: (entries) => {
      if (entries === shown) return;
      shown = entries;
      grid.update({ caption: t("Facts side by side"), ...factsTable(entries) });
    },
  };
}

/** The last result again while the arguments are the same: a cursor that moves computes no curve. */
function keep<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let known: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    if (!known?.args.every((arg, i) => Object.is(arg, args[i]))) known = { args, result: compute(...args) };
    return known.result;
  };
}
