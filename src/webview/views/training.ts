/** A small network that really trains, its dead units, and what kills and cures them. */
import { type Dataset, datasets } from "../../engine/network/datasets.ts";
import {
  type StartWeights,
  batchSize,
  pointCount,
  startWeights,
  trainingData,
} from "../../engine/network/train.ts";
import { createCurveFigure } from "../charts/curve-figure.ts";
import { createHeatMap } from "../charts/heat-map.ts";
import { button, labelled, numberBox, optionsOf, select, wholeNumberProblem } from "../controls/fields.ts";
import { h, setText } from "../dom.ts";
import { type LabState, type TrainingState, trainingLimits, trainingSpeeds } from "../protocol.ts";
import { createTrainingClient } from "../training/client.ts";
import type { TrainingAnswer } from "../training/contract.ts";
import type { Page, Part, View } from "./define.ts";
import { createPresets } from "./presets.ts";
import { createGrid } from "./grid.ts";
import { createParameters } from "./parameters.ts";
import {
  type History,
  layerTable,
  lossCurve,
  lossCursor,
  problemOf,
  remembered,
  runKey,
  startOf,
  statusText,
  surfaceMap,
} from "./training/model.ts";
import { createPoints } from "./training/points.ts";
import { patchOf, trainingPresets } from "./training/presets.ts";
import { t } from "../../engine/l10n.ts";

const dataTexts = (): Readonly<Record<Dataset, string>> => ({
  blobs: t("Two blobs"),
  circle: t("Disc in a ring"),
  xor: t("Exclusive or"),
  moons: t("Two moons"),
  spirals: t("Two spirals"),
});
const weightTexts = (): Readonly<Record<StartWeights, string>> => ({
  he: t("He, 2 / fan_in"),
  lecun: t("LeCun, 1 / fan_in"),
  pytorch: t("PyTorch's default, 1 / (3 fan_in)"),
  large: t("Large, 16 / fan_in"),
});

export const trainingView: View = {
  title: () => t("Learn: dying units"),
  create: (page) => {
    const controls = createControls(page);
    const parameters = createParameters(page);
    const run = createRun(page);
    return {
      element: h(
        "div",
        { class: "column" },
        createPresets(page, trainingPresets(), patchOf),
        controls.element,
        parameters.element,
        run.element,
      ),
      update: (state, settings) => {
        controls.update(state, settings);
        parameters.update(state, settings);
        run.update(state, settings);
      },
    };
  },
};

function createControls(page: Page): Part {
  const change = (patch: Partial<TrainingState>) => {
    page.change({ training: { ...page.state.training, ...patch } });
  };
  const whole = (label: string, name: "layers" | "width" | "seed") =>
    numberBox({
      label,
      problem: wholeNumberProblem(trainingLimits[name]),
      onChange: (value) => {
        change({ [name]: value });
      },
    });
  const real = (label: string, name: "learningRate" | "bias") => {
    const [low, high] = trainingLimits[name];
    return numberBox({
      label,
      problem: (value) =>
        value >= low && value <= high ? undefined : t("must be from {0} to {1}", low, high),
      onChange: (value) => {
        change({ [name]: value });
      },
    });
  };
  const data = select(t("Data"), optionsOf(datasets, dataTexts()), (value) => {
    change({ data: value });
  });
  const weights = select(t("Weights"), optionsOf(startWeights, weightTexts()), (value) => {
    change({ weights: value });
  });
  const boxes = {
    layers: whole(t("Hidden layers"), "layers"),
    width: whole(t("Units"), "width"),
    learningRate: real(t("Learning rate"), "learningRate"),
    bias: real(t("Bias at the start"), "bias"),
    seed: whole(t("Seed"), "seed"),
  };
  return {
    element: h(
      "section",
      { "aria-label": t("Network"), class: "toolbar" },
      data.element,
      labelled(t("Hidden layers"), boxes.layers.element),
      labelled(t("Units"), boxes.width.element),
      labelled(t("Learning rate"), boxes.learningRate.element),
      labelled(t("Bias at the start"), boxes.bias.element),
      weights.element,
      labelled(t("Seed"), boxes.seed.element),
    ),
    update: ({ training }) => {
      data.set(training.data);
      weights.set(training.weights);
      for (const name of ["layers", "width", "learningRate", "bias", "seed"] as const) {
        boxes[name].set(training[name]);
      }
    },
  };
}

function createRun(page: Page): Part {
  const problem = h("p", { class: "problem", role: "status" });
  const status = h("p", { class: "verdict" });
  /** Spoken when a run rests, not at every step of it. */
  const spoken = h("p", { class: "visually-hidden", "aria-live": "polite" });
  const points = createPoints();
  const surface = createHeatMap({ overlay: points.element });
  const table = createGrid();
  let history: History = { steps: [], losses: [] };
  let loss = lossCurve(history);
  let answer: TrainingAnswer | undefined;
  let cursor = Infinity;
  let key: string | undefined;
  let run = 0;
  let isPlaying = false;
  let isWaiting = false;

  const client = createTrainingClient(
    (next) => {
      if (next.run !== run) return;
      isWaiting = false;
      answer = next;
      history = remembered(history, next);
      loss = lossCurve(history);
      draw();
      if (isPlaying) requestAnimationFrame(goOn);
      else setText(spoken, statusText(next));
    },
    (message) => {
      rest();
      setText(problem, t("Training stopped: {0}", message));
    },
  );
  const figure = createCurveFigure({
    onCursor: (at) => {
      cursor = at;
      draw();
    },
    onResize: () => {
      draw();
    },
  });
  const ask = (steps: number, start?: ReturnType<typeof startOf>) => {
    isWaiting = true;
    client.ask({ run, steps, ...(start && { start }) });
  };
  /** Nothing runs where nobody sees it. */
  const goOn = () => {
    if (!isPlaying || isWaiting) return;
    if (element.checkVisibility()) ask(page.state.training.speed);
    else rest();
  };
  const rest = () => {
    isPlaying = false;
    setText(play, t("Play"));
    if (answer) setText(spoken, statusText(answer));
  };
  const restart = (state: LabState) => {
    rest();
    run++;
    answer = undefined;
    cursor = Infinity;
    history = { steps: [], losses: [] };
    points.update(trainingData(state.training));
    ask(0, startOf(state));
  };
  const play = button(t("Play"), () => {
    if (isPlaying) {
      rest();
      return;
    }
    isPlaying = true;
    setText(play, t("Pause"));
    goOn();
  });
  const step = button(t("Step"), () => {
    rest();
    if (!isWaiting) ask(page.state.training.speed);
  });
  const again = button(t("Start again"), () => {
    restart(page.state);
  });
  const speeds = trainingSpeeds.map((speed) => ({ value: String(speed), text: String(speed) }));
  const speed = select(t("Steps at a time"), speeds, (value) => {
    page.change({ training: { ...page.state.training, speed: Number(value) } });
  });
  /** Nothing to see before the first answer. */
  const pictures = h(
    "div",
    { class: "column", hidden: true },
    h("div", { class: "heat-maps" }, surface.element, table.element),
    figure.element,
  );
  const shown = h(
    "div",
    { class: "column" },
    h("div", { class: "toolbar-group" }, play, step, again, speed.element),
    status,
    pictures,
    h(
      "p",
      { class: "note" },
      t(
        "Dead (✕): |f′| is below 0.000001 at every one of the {0} points, so that the unit gets no gradient. It can revive when an earlier layer moves. Stochastic gradient descent on batches of {1}, logistic loss.",
        pointCount,
        batchSize,
      ),
    ),
    spoken,
  );
  const element = h("section", { "aria-label": t("Training") }, problem, shown);
  const draw = () => {
    if (!answer) return;
    pictures.hidden = false;
    const text = statusText(answer);
    setText(status, text);
    surface.update(
      surfaceMap(answer),
      t("What it answers"),
      t("Circles belong on the blue side, squares on the orange."),
    );
    const head = ["", t("Units"), t("Dead"), t("Gradient norm")];
    table.update({ caption: t("Layers"), head, rows: layerTable(answer) });
    figure.update(
      { ...loss, cursor: lossCursor(history, cursor), slope: undefined },
      { name: t("Loss by step"), summary: text, problem: "" },
    );
  };
  return {
    element,
    update: (state) => {
      const why = problemOf(state);
      setText(problem, why ?? "");
      shown.hidden = why !== undefined;
      if (why !== undefined) {
        rest();
        return;
      }
      speed.set(String(state.training.speed));
      const wanted = runKey(state);
      if (wanted !== key) {
        key = wanted;
        restart(state);
      } else draw();
    },
  };
}
