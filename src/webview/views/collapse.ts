/** Why linear layers are not enough: a stack of them is one, until an activation stands between. */
import { functionById } from "../../engine/functions/index.ts";
import { createCurveFigure } from "../charts/curve-figure.ts";
import { createHeatMap } from "../charts/heat-map.ts";
import { button, checkBox, labelled, numberBox, wholeNumberProblem } from "../controls/fields.ts";
import { h, setText } from "../dom.ts";
import { type CollapseState, type LabState, collapseLimits } from "../protocol.ts";
import type { Page, Part, View } from "./define.ts";
import {
  type Collapse,
  affineText,
  collapseOf,
  isAffine,
  layerRows,
  problemOf,
  sliceCursor,
  sliceOf,
  verdictOf,
} from "./collapse/model.ts";
import { curveSummary } from "./function/curves.ts";
import { createGrid } from "./grid.ts";
import { createParameters } from "./parameters.ts";
import { t } from "../../engine/l10n.ts";

export const collapseView: View = {
  title: () => t("Learn: linear collapse"),
  create: (page) => {
    const controls = createControls(page);
    const parameters = createParameters(page);
    const result = createResult(page);
    return {
      element: h("div", { class: "column" }, controls.element, parameters.element, result.element),
      update: (state, settings) => {
        controls.update(state, settings);
        parameters.update(state, settings);
        parameters.element.hidden ||= !state.collapse.isActivated;
        result.update(state, settings);
      },
    };
  },
};

function createControls(page: Page): Part {
  const change = (patch: Partial<CollapseState>) => {
    page.change({ collapse: { ...page.state.collapse, ...patch } });
  };
  const box = (label: string, name: keyof typeof collapseLimits) => {
    const problem = wholeNumberProblem(collapseLimits[name]);
    return numberBox({
      label,
      problem,
      onChange: (value) => {
        change({ [name]: value });
      },
    });
  };
  const [layers, width, seed] = [
    box(t("Layers"), "layers"),
    box(t("Width"), "width"),
    box(t("Seed"), "seed"),
  ];
  const activated = h("span");
  const between = checkBox([activated], (isActivated) => {
    change({ isActivated });
  });
  const again = button(t("Other weights"), () => {
    change({ seed: page.state.collapse.seed + 1 });
  });
  return {
    element: h(
      "section",
      { "aria-label": t("Stack"), class: "toolbar" },
      between.element,
      labelled(t("Layers"), layers.element),
      labelled(t("Width"), width.element),
      labelled(t("Seed"), seed.element),
      again,
    ),
    update: ({ functionId, collapse }) => {
      setText(activated, t("{0} between the layers", functionById(functionId).name));
      between.set(collapse.isActivated);
      layers.set(collapse.layers);
      width.set(collapse.width);
      seed.set(collapse.seed);
    },
  };
}

function createResult(page: Page): Part {
  const problem = h("p", { class: "problem", role: "status" });
  const verdict = h("p", { role: "status", class: "verdict" });
  const [stack, single] = [createHeatMap(), createHeatMap()];
  const figure = createCurveFigure({
    onCursor: (cursor) => {
      page.change({ cursor });
    },
    onResize: () => {
      draw(page.state);
    },
  });
  const caption = t("Weights and biases");
  const grid = createGrid();
  const numbers = h("details", {}, h("summary", {}, caption), grid.element);
  const shown = h(
    "div",
    { class: "column" },
    verdict,
    h("div", { class: "heat-maps" }, stack.element, single.element),
    h(
      "p",
      { class: "note" },
      t("Both over x₁ and x₂ from −3 to 3; edges between the colours are contour lines."),
    ),
    figure.element,
    numbers,
  );
  let known:
    | { readonly key: string; readonly result: Collapse; readonly slice: ReturnType<typeof sliceOf> }
    | undefined;
  const draw = (state: LabState) => {
    const why = problemOf(state);
    setText(problem, why ?? "");
    shown.hidden = why !== undefined;
    if (why !== undefined) return;
    const key = JSON.stringify([state.collapse, state.functionId, Object.values(state.params).map(String)]);
    if (known?.key !== key) {
      const result = collapseOf(state);
      known = { key, result, slice: sliceOf(result) };
      const head = ["", t("Shape"), t("Weights, rows apart by ;"), t("Biases")];
      grid.update({ caption, head, rows: layerRows(result) });
    }
    const { result, slice } = known;
    setText(verdict, verdictOf(result));
    const contours = isAffine(result) ? t("Contours are straight and parallel.") : t("Contours bend.");
    stack.update(result.stack, t("The stack"), contours);
    single.update(
      result.single,
      isAffine(result) ? t("One layer") : t("The nearest single layer"),
      t("{0}. Contours are straight and parallel.", affineText(result.fit)),
    );
    figure.update(
      { ...slice, cursor: sliceCursor(slice.lines, state.cursor), slope: undefined },
      { name: t("Cut along x₁ at x₂ = 0: stack and one layer"), summary: curveSummary(slice), problem: "" },
    );
  };
  return { element: h("section", { "aria-label": t("Result") }, problem, shown), update: draw };
}
