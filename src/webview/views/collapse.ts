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
import { gridTable } from "./grid.ts";
import { createParameters } from "./parameters.ts";

export const collapseView: View = {
  title: "Learn: linear collapse",
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
  const [layers, width, seed] = [box("Layers", "layers"), box("Width", "width"), box("Seed", "seed")];
  const activated = h("span");
  const between = checkBox([activated], (isActivated) => {
    change({ isActivated });
  });
  const again = button("Other weights", () => {
    change({ seed: page.state.collapse.seed + 1 });
  });
  return {
    element: h(
      "section",
      { "aria-label": "Stack", class: "toolbar" },
      between.element,
      labelled("Layers", layers.element),
      labelled("Width", width.element),
      labelled("Seed", seed.element),
      again,
    ),
    update: ({ functionId, collapse }) => {
      setText(activated, `${functionById(functionId).name} between the layers`);
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
  const numbers = h("details", {}, h("summary", {}, "Weights and biases"), h("div"));
  const shown = h(
    "div",
    { class: "column" },
    verdict,
    h("div", { class: "heat-maps" }, stack.element, single.element),
    h(
      "p",
      { class: "note" },
      "Both over x₁ and x₂ from −3 to 3; edges between the colours are contour lines.",
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
      const head = ["", "Shape", "Weights, rows apart by ;", "Biases"];
      numbers.lastElementChild!.replaceChildren(gridTable("Weights and biases", head, layerRows(result)));
    }
    const { result, slice } = known;
    setText(verdict, verdictOf(result));
    const contours = isAffine(result) ? "Contours are straight and parallel." : "Contours bend.";
    stack.update(result.stack, "The stack", contours);
    single.update(
      result.single,
      isAffine(result) ? "One layer" : "The nearest single layer",
      `${affineText(result.fit)}. Contours are straight and parallel.`,
    );
    figure.update(
      { ...slice, cursor: sliceCursor(slice.lines, state.cursor), slope: undefined },
      { name: "Cut along x₁ at x₂ = 0: stack and one layer", summary: curveSummary(slice), problem: "" },
    );
  };
  return { element: h("section", { "aria-label": "Result" }, problem, shown), update: draw };
}
