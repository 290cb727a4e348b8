/** Which functions are compared: a sample of each line, its name, a way to take it out, and a way to add another. */
import { dashesOf } from "../../charts/strokes.ts";
import { button, select } from "../../controls/fields.ts";
import { type FunctionId, functions } from "../../../engine/functions/index.ts";
import { h, setText, svg } from "../../dom.ts";
import { type LabState, completeParams, mostCompared } from "../../protocol.ts";
import type { Page } from "../define.ts";
import type { Entry } from "./model.ts";
import { t } from "../../../engine/l10n.ts";

export function createList(page: Page): {
  readonly element: HTMLElement;
  update(state: LabState, entries: readonly Entry[]): void;
} {
  const list = h("ul", { class: "compared", "aria-label": t("Compared functions") });
  const note = h("p", { class: "note" });
  let chosen: FunctionId = functions[0]!.id;
  const picker = select(
    t("Add"),
    functions.map(({ id, name }) => ({ value: id, text: name })),
    (id: FunctionId) => {
      chosen = id;
    },
  );
  const add = button(
    t("Add this function"),
    () => {
      const fn = functions.find(({ id }) => id === chosen)!;
      const { compare } = page.state;
      if (compare.length >= mostCompared) return;
      page.change({ compare: [...compare, { functionId: fn.id, params: completeParams(fn, undefined) }] });
    },
    t("Add"),
  );
  let shown = "";
  return {
    element: h("section", {}, list, h("div", { class: "toolbar-group" }, picker.element, add), note),
    update: ({ compare }, entries) => {
      add.disabled = compare.length >= mostCompared;
      picker.set(chosen);
      setText(note, notesOf(compare, entries));
      const key = entries.map(({ label }) => label).join("\n");
      if (key === shown) return;
      // The button that was pressed is gone afterwards: the focus goes to the one in its place.
      const focused = [...list.querySelectorAll("button")].findIndex(
        (node) => node === document.activeElement,
      );
      shown = key;
      list.replaceChildren(...entries.map((entry, i) => createItem(page, entry, i, entries.length > 1)));
      if (focused >= 0) {
        const buttons = list.querySelectorAll("button");
        (buttons[Math.min(focused, buttons.length - 1)] ?? add).focus();
      }
    },
  };
}

function createItem(page: Page, { label }: Entry, index: number, isRemovable: boolean): HTMLElement {
  const remove = button(
    t("Remove {0}", label),
    () => {
      page.change(without(page.state, index));
    },
    "✕",
  );
  return h(
    "li",
    {},
    lineSample(index),
    h("span", { class: `series-${index}` }, label),
    ...(isRemovable ? [remove] : []),
  );
}

/** The state without one function; the pair that is subtracted keeps its functions where both are left. */
export function without(
  { compare, comparePair }: Pick<LabState, "compare" | "comparePair">,
  index: number,
): Pick<LabState, "compare" | "comparePair"> {
  const left = compare.filter((_, i) => i !== index);
  const moved = (i: number, otherwise: number) =>
    i === index ? Math.min(otherwise, left.length - 1) : i > index ? i - 1 : i;
  return { compare: left, comparePair: [moved(comparePair[0], 0), moved(comparePair[1], 1)] };
}

function notesOf(compare: LabState["compare"], entries: readonly Entry[]): string {
  const others = entries.flatMap(({ label, drawable: { symbol, variable, others: fixed } }) =>
    fixed === undefined ? [] : [t("{0}: {1} against {2}, {3}.", label, symbol, variable, fixed)],
  );
  const problems = entries.flatMap(({ label, problem }) =>
    problem === undefined ? [] : [`${label}: ${problem}`],
  );
  const full = compare.length >= mostCompared ? [t("At most {0} functions.", mostCompared)] : [];
  return [...others, ...problems, ...full].join(" ");
}

function lineSample(series: number): SVGElement {
  const dash = dashesOf({ order: 0, series }).join(" ");
  const line = { x1: 0, x2: 34, y1: 5, y2: 5, "stroke-width": 2, "stroke-dasharray": dash || undefined };
  return svg(
    "svg",
    { width: 34, height: 10, "aria-hidden": "true", class: `series-sample series-${series}` },
    svg("line", line),
  );
}
