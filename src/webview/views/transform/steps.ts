/** The table of steps: every number before, the branch it took, and after, with bars on one scale. */
import { createExportMenu } from "../../controls/export-menu.ts";
import { h, setText } from "../../dom.ts";
import type { LatexText } from "../../export/latex.ts";
import { stepsExport } from "./export.ts";
import { type Bar, type StepRow, type TransformModel, barScale, shownSteps } from "./model.ts";
import { t } from "../../../engine/l10n.ts";

interface StepsText {
  /** "Leaky ReLU, step by step" */
  readonly title: string;
  readonly formula: LatexText["formula"];
}

export function createSteps(): {
  readonly element: HTMLElement;
  update(model: TransformModel, text: StepsText): void;
} {
  const body = h("tbody");
  const more = h("p", { class: "note" });
  const head = [t("Input"), "", t("Step"), t("Output"), ""].map((text) => {
    return text ? h("th", { scope: "col" }, text) : h("td", {});
  });
  const table = h(
    "table",
    { class: "steps" },
    h("caption", {}, t("Step by step")),
    h("thead", {}, h("tr", {}, ...head)),
    body,
  );
  let shown: TransformModel | undefined;
  let said: StepsText | undefined;
  const menu = createExportMenu(() =>
    shown?.kind === "result" && said ? stepsExport(shown, said.title, said.formula) : undefined,
  );
  const element = h(
    "section",
    {},
    h("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": t("Step by step") }, table),
    h("div", { class: "figure-foot" }, more, menu.element),
  );
  return {
    element,
    update: (model, text) => {
      said = text;
      menu.update(text.title);
      if (model === shown) return;
      shown = model;
      element.hidden = model.kind === "problem";
      if (model.kind === "problem") return;
      const bar = barScale(model.rows);
      body.replaceChildren(...model.rows.map((row) => stepRow(row, bar)));
      const hidden = model.before.count - model.rows.length;
      setText(
        more,
        hidden > 0 ? t("The first {0} numbers; {1} more are in the result.", shownSteps, hidden) : "",
      );
    },
  };
}

function stepRow({ before, input, how, result, after }: StepRow, bar: (value: number) => Bar): HTMLElement {
  return h(
    "tr",
    {},
    h("th", { scope: "row", class: "number" }, before),
    h("td", { class: "bar-cell" }, barElement(bar(input), bar(0), "bar-fill bar-before")),
    h("td", { class: "how" }, how),
    h("td", { class: "number" }, after),
    h("td", { class: "bar-cell" }, barElement(bar(result), bar(0), "bar-fill bar-after")),
  );
}

function barElement({ start, width }: Bar, zero: Bar, kind: string): HTMLElement {
  const fill = h("span", { class: kind });
  fill.style.left = `${100 * start}%`;
  fill.style.width = `${100 * width}%`;
  const line = h("span", { class: "bar-zero" });
  line.style.left = `${100 * zero.start}%`;
  return h("span", { class: "bar", "aria-hidden": "true" }, fill, line);
}
