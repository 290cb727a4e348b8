/** A vector function's inputs as sliders, its outputs as bars beside them. */
import { numberText } from "../../../engine/curve/number-text.ts";
import { functionById } from "../../../engine/functions/index.ts";
import { lengthProblem } from "../../../engine/functions/lengths.ts";
import { button, numberBox } from "../../controls/fields.ts";
import { h, setAttribute, setText } from "../../dom.ts";
import type { Page, Part } from "../define.ts";
import { t, told } from "../../../engine/l10n.ts";

/** So many entries have a row; the others keep their values. */
export const shownInputs = 8;

interface Row {
  readonly element: HTMLElement;
  /** @param y the output of the same place; undefined where outputs have places of their own */
  update(x: number, y: number | undefined, largest: number): void;
}

export function createInputs(page: Page): Part {
  const list = h("div", { class: "inputs", role: "group", "aria-label": t("Inputs and outputs") });
  const rest = h("p", { class: "note" });
  let rows: readonly Row[] = [];
  const change = (inputs: (now: readonly number[]) => readonly number[]) => () => {
    page.change({ inputs: inputs(page.state.inputs) });
  };
  const remove = button(
    t("Remove an input"),
    change((now) => (now.length > 1 ? now.slice(0, -1) : now)),
    t("Remove"),
  );
  const add = button(
    t("Add an input"),
    change((now) => (now.length < shownInputs ? [...now, 0] : now)),
    t("Add"),
  );
  const equal = button(
    t("All 0"),
    change((now) => now.map(() => 0)),
  );
  return {
    element: h(
      "section",
      {},
      h("h2", {}, t("Inputs and outputs")),
      list,
      rest,
      h("div", { class: "toolbar-group" }, add, remove, equal),
    ),
    update: (next) => {
      const fn = functionById(next.functionId);
      if (fn.kind !== "vector") return;
      const { inputs, params } = next;
      const shown = Math.min(inputs.length, shownInputs);
      if (rows.length !== shown) {
        rows = Array.from({ length: shown }, (_, i) =>
          createRow(i, (value) => {
            change((now) => now.map((x, j) => (i === j ? value : x)))();
          }),
        );
        list.replaceChildren(...rows.map(({ element }) => element));
      }
      const isFitting = lengthProblem(fn, inputs.length, params) === undefined;
      const outputs = isFitting ? fn.value(inputs, params) : [];
      const beside = fn.lengths === undefined ? outputs : [];
      const finite = outputs.map(Math.abs).filter(Number.isFinite);
      const largest = finite.reduce((a, b) => Math.max(a, b), 0);
      for (const [i, row] of rows.entries()) row.update(inputs[i]!, beside[i], largest);
      setText(
        rest,
        fn.lengths === undefined ? restText(inputs, outputs) : ownText(told(fn.lengths.text), outputs),
      );
    },
  };
}

function restText(inputs: readonly number[], outputs: readonly number[]): string {
  if (inputs.length <= shownInputs) return "";
  const hidden = outputs.slice(shownInputs);
  const sum = hidden.reduce((a, b) => a + b, 0);
  return t("and {0} more inputs, whose outputs add up to {1}", hidden.length, numberText(sum));
}

/** Outputs that do not stand beside inputs. */
function ownText(lengths: string, outputs: readonly number[]): string {
  const shown = outputs.slice(0, 2 * shownInputs).map((y) => numberText(y));
  if (shown.length === 0) return lengths;
  const more = outputs.length - shown.length;
  return more > 0
    ? t("{0}: {1} and {2} more", lengths, shown.join(", "), more)
    : t("{0}: {1}", lengths, shown.join(", "));
}

function createRow(index: number, onChange: (value: number) => void): Row {
  const name = `x${subscript(index + 1)}`;
  const range = h("input", { type: "range", min: -6, max: 6, step: 0.1, "aria-label": name });
  range.addEventListener("input", () => {
    onChange(range.valueAsNumber);
  });
  const box = numberBox({
    label: t("{0}, as a number", name),
    onChange,
    problem: (value) => (Number.isFinite(value) ? undefined : t("must be finite")),
  });
  const fill = h("span", { class: "bar-fill" });
  const output = h("span", { class: "number" });
  return {
    element: h(
      "div",
      { class: "input-row" },
      h("span", { class: "input-name", "aria-hidden": "true" }, name),
      range,
      box.element,
      h("span", { class: "bar", "aria-hidden": "true" }, fill),
      output,
    ),
    update: (x, y, largest) => {
      range.value = String(x);
      setAttribute(
        range,
        "aria-valuetext",
        y === undefined ? numberText(x) : t("{0}, output {1}", numberText(x), numberText(y)),
      );
      box.set(x);
      const length = y === undefined || largest === 0 ? 0 : Math.min(1, Math.abs(y) / largest);
      fill.style.width = `${100 * length}%`;
      setText(output, y === undefined ? "" : `y${subscript(index + 1)} = ${numberText(y)}`);
    },
  };
}

export function subscript(index: number): string {
  return String(index).replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉".charAt(Number(digit)));
}
