/** A picture through convolution, batch norm, activation and pooling, with real numbers in every box. */
import { createPresets } from "./presets.ts";
import { copyButton } from "../controls/copy.ts";
import { h, setText } from "../dom.ts";
import type { LabState } from "../protocol.ts";
import type { Page, Part, View } from "./define.ts";
import { createControls } from "./feature-map/controls.ts";
import { createFlow } from "./feature-map/flow.ts";
import { mermaidOf } from "./feature-map/mermaid.ts";
import {
  type FeatureMap,
  featureMapOf,
  figureHead,
  figureRows,
  mapKey,
  problemOf,
  verdictOf,
} from "./feature-map/model.ts";
import { createKernel, createOneValue } from "./feature-map/one-value.ts";
import { featureMapPresets, patchOf } from "./feature-map/presets.ts";
import { movedBy, placeFrom, traceOf } from "./feature-map/trace.ts";
import { createGrid } from "./grid.ts";
import { createParameters } from "./parameters.ts";
import { t } from "../../engine/l10n.ts";

export const featureMapView: View = {
  title: () => t("Learn: feature map"),
  create: (page) => {
    const controls = createControls(page);
    const parameters = createParameters(page);
    const result = createResult(page);
    return {
      element: h(
        "div",
        { class: "column" },
        createPresets(page, featureMapPresets(), patchOf),
        controls.element,
        parameters.element,
        result.element,
      ),
      update: (state, settings) => {
        controls.update(state, settings);
        parameters.update(state, settings);
        result.update(state, settings);
      },
    };
  },
};

function createResult(page: Page): Part {
  const problem = h("p", { class: "problem", role: "status" });
  const verdict = h("p", { role: "status", class: "verdict" });
  const note = h("p", { class: "note" });
  let known: { readonly key: string; readonly map: FeatureMap } | undefined;
  const move = (at: LabState["featureMap"]["at"] | undefined) => {
    const { featureMap } = page.state;
    if (at && at.join() !== featureMap.at.join()) page.change({ featureMap: { ...featureMap, at } });
  };
  const flow = createFlow({
    onPoint: (id, at) => {
      if (known) move(placeFrom(page.state, known.map, id, at));
    },
    onKey: (event) => {
      const at = known && movedBy(event, known.map, page.state.featureMap.at);
      move(at);
      return at !== undefined;
    },
  });
  const kernel = createKernel(page);
  const oneValue = createOneValue(kernel.element);
  const figures = createGrid();
  const diagram = createDiagram();
  const shown = h("div", { class: "column" }, verdict, flow.element, note);
  const caption = t("Every step in figures");
  const details = h("details", {}, h("summary", {}, caption), figures.element);
  const after = h("div", { class: "column" }, details, diagram.element);
  return {
    element: h(
      "section",
      { "aria-label": t("Result"), class: "column" },
      problem,
      shown,
      oneValue.element,
      after,
    ),
    update: (state) => {
      const { featureMap } = state;
      const why = problemOf(state);
      setText(problem, why ?? "");
      shown.hidden = why !== undefined;
      after.hidden = why !== undefined;
      kernel.update(featureMap.kernel);
      if (why !== undefined) {
        known = undefined;
        oneValue.update(undefined);
        return;
      }
      const key = mapKey(state);
      if (known?.key !== key) {
        known = { key, map: featureMapOf(state) };
        figures.update({ caption, head: figureHead(), rows: figureRows(known.map) });
      }
      const { map } = known;
      const trace = traceOf(state, map);
      setText(verdict, verdictOf(map));
      flow.update(map, trace, featureMap.isShared);
      setText(note, noteOf(state));
      oneValue.update(trace);
      diagram.update(mermaidOf(map, trace));
    },
  };
}

function noteOf({ featureMap: { normalisation, bias } }: LabState): string {
  return [
    t("Frames follow one value: point at a map, or move it by arrow keys on the convolution."),
    t("Bars count values, the thin one those that are exactly 0; the line is the step before."),
    ...(normalisation === "none"
      ? []
      : [
          t(
            "Batch norm here takes mean and variance of this one map, as in training on a batch of one, ε = 1e-5.",
          ),
        ]),
    ...(normalisation === "before" && bias !== 0 ? [t("It takes the bias away with the mean.")] : []),
  ].join(" ");
}

function createDiagram(): { readonly element: HTMLElement; update(text: string): void } {
  const box = h("textarea", {
    readonly: true,
    rows: 8,
    spellcheck: "false",
    class: "code",
    "aria-label": t("Mermaid text"),
  });
  const copy = copyButton({
    label: t("Copy Mermaid text"),
    face: t("Copy"),
    text: () => box.value,
    select: () => {
      box.select();
    },
  });
  return {
    element: h(
      "details",
      {},
      h("summary", {}, t("Diagram as Mermaid text")),
      h(
        "div",
        { class: "heading-row" },
        h("span", { class: "quiet" }, t("For Markdown: a block of the language mermaid.")),
        copy.element,
      ),
      box,
    ),
    update: (text) => {
      if (box.value === text) return;
      box.value = text;
      copy.reset();
    },
  };
}
