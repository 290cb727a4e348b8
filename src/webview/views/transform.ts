/** Numbers through the function, one by one: what went in, which branch it took, what came out. */
import { functionById } from "../../engine/functions/index.ts";
import { copyButton } from "../controls/copy.ts";
import { button, optionsOf, select } from "../controls/fields.ts";
import { h, setAttribute, setText, uniqueId } from "../dom.ts";
import { type LabSettings, type LabState, type Order, workedExample } from "../protocol.ts";
import type { Page, View } from "./define.ts";
import { createFormula, formulaOf } from "./formula.ts";
import { primes } from "./function/curves.ts";
import { createParameters } from "./parameters.ts";
import { createSteps } from "./transform/steps.ts";
import { type TransformModel, toTransform } from "./transform/model.ts";
import { createStatistics } from "./transform/summary.ts";
import { t } from "../../engine/l10n.ts";

const orders = ["0", "1", "2"] as const;
const orderTexts = () => ({
  0: t("f, the function"),
  1: t("f′, its derivative"),
  2: t("f″, its second derivative"),
});

export const transformView: View = {
  title: () => t("Transform"),
  create: (page) => {
    const input = createInput(page);
    const result = createResult();
    const steps = createSteps();
    const statistics = createStatistics();
    const order = select(t("Apply"), optionsOf(orders, orderTexts()), (value) => {
      page.change({ transformOrder: Number(value) as Order });
    });
    const parameters = createParameters(page);
    const formula = createFormula(page);
    const toModel = remember();
    return {
      element: h(
        "div",
        { class: "transform" },
        input.element,
        h("div", { class: "column transform-how" }, order.element, parameters.element, formula.element),
        result.element,
        steps.element,
        statistics.element,
      ),
      update: (state, settings) => {
        const model = toModel(state, settings);
        input.update(state, model);
        result.update(model);
        const title = t(
          "{0}, step by step",
          functionById(state.functionId).name + primes[state.transformOrder],
        );
        steps.update(model, { title, formula: formulaOf(state) });
        statistics.update(model);
        parameters.update(state, settings);
        formula.update(state, settings);
        order.set(orders[state.transformOrder]);
        order.element.hidden = functionById(state.functionId).kind !== "elementwise";
      },
    };
  },
};

/** The last model again while nothing it depends on has changed: texts can be long. */
function remember(): typeof toTransform {
  let known: { readonly key: readonly unknown[]; readonly model: TransformModel } | undefined;
  return (state: LabState, settings: LabSettings) => {
    const { numbers, functionId, params, transformOrder } = state;
    const key = [numbers, functionId, params, transformOrder, settings.digits];
    if (!known?.key.every((part, i) => part === key[i])) known = { key, model: toTransform(state, settings) };
    return known.model;
  };
}

function createInput(page: Page) {
  const id = uniqueId("numbers");
  const problemId = uniqueId("problem");
  const box = h("textarea", { id, rows: 3, spellcheck: "false", maxlength: 1_000_000, class: "code" });
  box.addEventListener("input", () => {
    page.change({ numbers: box.value });
  });
  const problem = h("p", { id: problemId, class: "problem", role: "status" });
  const example = button(t("Worked example"), () => {
    page.change({ numbers: workedExample });
  });
  return {
    element: h(
      "section",
      {},
      h("div", { class: "heading-row" }, h("label", { for: id, class: "heading" }, t("Numbers")), example),
      box,
      problem,
    ),
    update: ({ numbers }: LabState, model: TransformModel) => {
      if (box.value !== numbers) box.value = numbers;
      setText(problem, model.kind === "problem" ? model.message : "");
      const isWrong = model.kind === "problem" && model.inNumbers;
      setAttribute(box, "aria-invalid", isWrong ? "true" : undefined);
      setAttribute(box, "aria-describedby", isWrong ? problemId : undefined);
    },
  };
}

function createResult() {
  const id = uniqueId("result");
  const text = h("textarea", { id, rows: 3, readonly: true, spellcheck: "false", class: "code" });
  const copy = copyButton({
    label: t("Copy result"),
    text: () => text.value,
    select: () => {
      text.select();
    },
  });
  const element = h(
    "section",
    {},
    h("div", { class: "heading-row" }, h("label", { for: id, class: "heading" }, t("Result")), copy.element),
    text,
  );
  return {
    element,
    update: (model: TransformModel) => {
      element.hidden = model.kind === "problem";
      if (model.kind === "problem" || text.value === model.text) return;
      text.value = model.text;
      copy.reset();
    },
  };
}
