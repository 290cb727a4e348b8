/** Signal and gradient through many layers at initialisation: theory, and a run beside it where it is asked for. */
import {
  type Initialisation,
  type Normalisation,
  type Profile,
  initialisations,
  normalisations,
} from "../../engine/flow/define.ts";
import { createCurveFigure } from "../charts/curve-figure.ts";
import { createHistogram, topOf } from "../charts/histogram.ts";
import {
  button,
  checkBox,
  labelled,
  numberBox,
  optionsOf,
  select,
  wholeNumberProblem,
} from "../controls/fields.ts";
import { createExportMenu } from "../controls/export-menu.ts";
import { h, setText } from "../dom.ts";
import { type DepthState, type LabState, mostLayers } from "../protocol.ts";
import type { Page, Part, View } from "./define.ts";
import { createPresets } from "./presets.ts";
import {
  type DepthRun,
  type LayerNumbers,
  depthCurves,
  depthCursor,
  numbersText,
  problemOf,
  runOf,
  sharesOf,
  samples,
  theoryOf,
  verdictOf,
  width,
} from "./depth/model.ts";
import { patchOf, presets } from "./depth/presets.ts";
import { type Run, runInSlices } from "./depth/runner.ts";
import { curveSummary } from "./function/curves.ts";
import { type GridTexts, tableExport } from "./grid.ts";
import { t } from "../../engine/l10n.ts";

const initialisationTexts = (): Readonly<Record<Initialisation, string>> => ({
  he: t("He, 2 / fan_in"),
  xavier: t("Xavier, 1 / fan_in between equal layers"),
  lecun: t("LeCun, 1 / fan_in"),
  orthogonal: t("Orthogonal"),
  pytorch: t("PyTorch's default, 1 / (3 fan_in)"),
  keras: t("Keras' default, Xavier"),
  gain: t("Own gain, gain² / fan_in"),
});
const normalisationTexts = (): Readonly<Record<Normalisation, string>> => ({
  none: t("None"),
  "batch-before": t("Batch norm before the activation"),
  "batch-after": t("Batch norm after the activation"),
  layer: t("Layer norm before the activation"),
});

export const depthView: View = {
  title: () => t("Learn: depth"),
  create: (page) => {
    const controls = createControls(page);
    const result = createResult(page);
    return {
      element: h(
        "div",
        { class: "column" },
        createPresets(page, presets(), patchOf),
        controls.element,
        result.element,
      ),
      update: (state, settings) => {
        controls.update(state, settings);
        result.update(state, settings);
      },
    };
  },
};

function createControls(page: Page): Part {
  const change = (patch: Partial<DepthState>) => {
    page.change({ depth: { ...page.state.depth, ...patch } });
  };
  const layers = numberBox({
    label: t("Layers"),
    onChange: (value) => {
      change({ layers: value, at: Math.min(page.state.depth.at, value) });
    },
    problem: wholeNumberProblem([2, mostLayers]),
  });
  const weights = select(
    t("Weights"),
    optionsOf(initialisations, initialisationTexts()),
    (initialisation) => {
      change({ initialisation });
    },
  );
  const gain = numberBox({
    label: t("Gain"),
    onChange: (value) => {
      change({ gain: value });
    },
    problem: (value) => (value > 0 && value <= 10 ? undefined : t("must be above 0 and at most 10")),
  });
  const gainLabel = labelled(t("Gain"), gain.element);
  const normalisation = select(
    t("Normalisation"),
    optionsOf(normalisations, normalisationTexts()),
    (value) => {
      change({ normalisation: value });
    },
  );
  const residual = checkBox([t("Residual")], (on) => {
    change({ residual: on });
  });
  return {
    element: h(
      "section",
      { "aria-label": t("Network"), class: "toolbar" },
      labelled(t("Layers"), layers.element),
      weights.element,
      gainLabel,
      normalisation.element,
      residual.element,
    ),
    update: ({ depth }) => {
      layers.set(depth.layers);
      weights.set(depth.initialisation);
      gain.set(depth.gain);
      gainLabel.hidden = depth.initialisation !== "gain";
      normalisation.set(depth.normalisation);
      residual.set(depth.residual);
    },
  };
}

function createResult(page: Page): Part {
  const problem = h("p", { class: "problem", role: "status" });
  const verdict = h("p", { role: "status", class: "verdict" });
  const simulation = createSimulation(page, () => {
    draw(page.state);
  });
  let known: { readonly key: string; readonly theory: Profile } | undefined;
  const figure = createCurveFigure({
    onCursor: (at) => {
      page.change({ depth: { ...page.state.depth, at } });
    },
    onResize: () => {
      draw(page.state);
    },
  });
  const histograms = createHistograms();
  const shown = h(
    "div",
    { class: "column" },
    verdict,
    figure.element,
    simulation.element,
    histograms.element,
  );
  const draw = (state: LabState) => {
    const why = problemOf(state);
    setText(problem, why ?? "");
    shown.hidden = why !== undefined;
    if (why !== undefined) {
      simulation.stop();
      return;
    }
    const key = networkKey(state);
    if (known?.key !== key) known = { key, theory: theoryOf(state) };
    const { theory } = known;
    const run = simulation.resultFor(state);
    const curves = depthCurves(theory, run);
    setText(verdict, verdictOf(theory));
    histograms.update(run?.layers[state.depth.at - 1], state.depth.at);
    figure.update(
      { ...curves, cursor: depthCursor(theory, run, state.depth.at), slope: undefined },
      {
        name: t("Signal variance and gradient, layer by layer, on a logarithmic scale"),
        summary: [verdictOf(theory), t("Numbers are exponents of ten."), curveSummary(curves)].join(" "),
        problem: "",
      },
    );
  };
  return { element: h("section", { "aria-label": t("Profile") }, problem, shown), update: draw };
}

/** Everything that the theory depends on. */
function networkKey({ functionId, params, depth }: LabState): string {
  const { layers, initialisation, gain, normalisation, residual } = depth;
  const numbers = Object.values(params).map(String);
  return JSON.stringify([functionId, numbers, layers, initialisation, gain, normalisation, residual]);
}

/** What stands before and after the activation of the layer at the cursor, once a network has run. */
function createHistograms() {
  const text = h("p", {});
  const [before, after] = [createHistogram(), createHistogram()];
  let shares: GridTexts | undefined;
  const menu = createExportMenu(() => shares && tableExport(shares), ["csv", "latex"]);
  const figure = (name: string, { element }: typeof before) =>
    h("figure", { class: "layer-numbers" }, h("figcaption", { class: "heading" }, name), element);
  const element = h(
    "section",
    { "aria-label": t("Numbers of the layer"), class: "column" },
    h(
      "div",
      { class: "heat-maps" },
      figure(t("Before the activation"), before),
      figure(t("After it"), after),
    ),
    h("div", { class: "figure-foot" }, text, menu.element),
  );
  return {
    element,
    update: (numbers: LayerNumbers | undefined, at: number) => {
      element.hidden = numbers === undefined;
      if (!numbers) return;
      const { interval } = numbers;
      const top = topOf(numbers.before, numbers.after);
      before.update({ interval, shown: numbers.before, before: undefined, top });
      after.update({ interval, shown: numbers.after, before: numbers.before, top });
      setText(text, numbersText(numbers, at));
      shares = sharesOf(numbers, at);
      menu.update(shares.caption);
    },
  };
}

/** A run is started by the person alone, can be stopped, and is forgotten once the network is another. */
function createSimulation(page: Page, changed: () => void) {
  let running: (Run & { readonly key: string }) | undefined;
  let last: { readonly key: string; readonly profile: DepthRun } | undefined;
  const note = h("span", { role: "status", class: "quiet" });
  const keyOf = (state: LabState) => `${networkKey(state)} ${state.depth.seed}`;
  const stop = () => {
    running?.stop();
    running = undefined;
    start.hidden = false;
    cancel.hidden = true;
  };
  const seed = numberBox({
    label: t("Seed"),
    onChange: (value) => {
      page.change({ depth: { ...page.state.depth, seed: value } });
    },
    problem: wholeNumberProblem([0, 1e9]),
  });
  const start = button(t("Run a network"), () => {
    stop();
    const { state } = page;
    const key = keyOf(state);
    start.hidden = true;
    cancel.hidden = false;
    const run = runInSlices(
      runOf(state),
      (share) => {
        setText(note, `${Math.floor(100 * share)} %`);
      },
      (profile) => {
        last = { key, profile };
        stop();
        start.focus();
        setText(
          note,
          t("One network of width {0}, {1} samples, beside the theory of infinite width.", width, samples),
        );
        changed();
      },
    );
    running = { ...run, key };
    cancel.focus();
  });
  const cancel = button(t("Stop"), () => {
    stop();
    setText(note, t("Stopped."));
    start.focus();
  });
  cancel.hidden = true;
  return {
    element: h("div", { class: "toolbar-group" }, start, cancel, labelled(t("Seed"), seed.element), note),
    stop,
    resultFor: (state: LabState): DepthRun | undefined => {
      seed.set(state.depth.seed);
      const key = keyOf(state);
      if (running && running.key !== key) {
        stop();
        setText(note, "");
      }
      if (last && last.key !== key) {
        last = undefined;
        if (!running) setText(note, "");
      }
      return last?.profile;
    },
  };
}
