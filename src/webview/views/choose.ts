/** Questions about the layer, and the functions that fit: reasons with their sources, cautions, code. */
import {
  type Architecture,
  type Constraint,
  type Layer,
  type SnippetFramework,
  type Task,
  architectures,
  constraints,
  layers,
  snippetFrameworks,
  tasks,
} from "../../engine/choose/define.ts";
import { type Ranking, type Recommendation, rank } from "../../engine/choose/index.ts";
import { snippetOf } from "../../engine/choose/snippets.ts";
import { functionById } from "../../engine/functions/index.ts";
import { copyButton } from "../controls/copy.ts";
import { button, checkBox, optionsOf, select } from "../controls/fields.ts";
import { h, setText } from "../dom.ts";
import type { LabState } from "../protocol.ts";
import { withFunction } from "../state.ts";
import { frameworkOf } from "./choose/framework.ts";
import type { Page, Part, View } from "./define.ts";
import { noteItem } from "./function/knowledge.ts";
import { t } from "../../engine/l10n.ts";

const layerTexts = (): Readonly<Record<Layer, string>> => ({
  hidden: t("Hidden layer"),
  output: t("Output layer"),
});
const taskTexts = (): Readonly<Record<Task, string>> => ({
  multiclass: t("One of several classes"),
  binary: t("Yes or no"),
  multilabel: t("Several labels at once"),
  regression: t("A number of any sign"),
  positive: t("A positive number"),
  "unit-interval": t("A number from 0 to 1"),
  symmetric: t("Numbers from -1 to 1, as pictures"),
});
const architectureTexts = (): Readonly<Record<Architecture, string>> => ({
  cnn: t("Convolutional"),
  mlp: t("Fully connected"),
  transformer: t("Transformer"),
  recurrent: t("Recurrent"),
  gan: t("Generative adversarial"),
  implicit: t("Coordinates to signal"),
});
const constraintTexts = (): Readonly<Record<Constraint, string>> => ({
  quantised: t("Quantised"),
  mobile: t("Mobile"),
  unnormalised: t("Deep, without normalisation"),
  "mixed-precision": t("Mixed precision"),
});
const frameworkTexts = (): Readonly<Record<SnippetFramework, string>> => ({
  torch: "PyTorch",
  keras: "Keras",
  tensorflow: "TensorFlow",
  flax: t("JAX and Flax"),
});

export const chooseView: View = {
  title: () => t("Choose"),
  create: (page) => {
    const questions = createQuestions(page);
    const results = createResults(page);
    return {
      element: h("div", { class: "column" }, questions.element, results.element),
      update: (state, settings) => {
        questions.update(state, settings);
        results.update(state, settings);
      },
    };
  },
};

function createQuestions(page: Page): Part {
  const answer = (patch: Partial<LabState["answers"]>) => {
    page.change({ answers: { ...page.state.answers, ...patch } });
  };
  const layer = select(t("Where"), optionsOf(layers, layerTexts()), (value) => {
    answer({ layer: value });
  });
  const task = select(t("Predicts"), optionsOf(tasks, taskTexts()), (value) => {
    answer({ task: value });
  });
  const architecture = select(t("Network"), optionsOf(architectures, architectureTexts()), (value) => {
    answer({ architecture: value });
  });
  const framework = select(t("Code for"), optionsOf(snippetFrameworks, frameworkTexts()), (value) => {
    page.change({ snippet: value });
  });
  const boxes = constraints.map((constraint) => ({
    constraint,
    ...checkBox([constraintTexts()[constraint]], (on) => {
      const now = page.state.answers.constraints;
      answer({ constraints: constraints.filter((c) => (c === constraint ? on : now.includes(c))) });
    }),
  }));
  return {
    element: h(
      "section",
      { "aria-label": t("Questions"), class: "toolbar" },
      layer.element,
      task.element,
      architecture.element,
      h(
        "div",
        { role: "group", "aria-label": t("Constraints"), class: "toolbar-group" },
        ...boxes.map(({ element }) => element),
      ),
      framework.element,
    ),
    update: (state) => {
      const { answers } = state;
      layer.set(answers.layer);
      task.set(answers.task);
      task.element.hidden = answers.layer === "hidden";
      architecture.set(answers.architecture);
      for (const box of boxes) box.set(answers.constraints.includes(box.constraint));
      framework.set(frameworkOf(state));
    },
  };
}

function createResults(page: Page): Part {
  const verdict = h("p", { role: "status", class: "verdict" });
  const list = h("ol", { class: "recommendations" });
  const general = h("ul", { class: "notes-list" });
  let shown = "";
  return {
    element: h(
      "section",
      { "aria-label": t("Recommendations"), class: "notes column" },
      verdict,
      list,
      general,
    ),
    update: (state) => {
      const key = JSON.stringify([state.answers, frameworkOf(state)]);
      if (key === shown) return;
      shown = key;
      const ranking = rank(state.answers);
      setText(verdict, verdictText(ranking));
      list.replaceChildren(
        ...ranking.recommendations.map((item, i) => createItem(page, state, item, i === 0)),
      );
      general.replaceChildren(...ranking.general.map(noteItem));
      general.hidden = ranking.general.length === 0;
    },
  };
}

/** "GELU. SiLU is so near that it hardly matters." */
export function verdictText({ recommendations, isCloseCall }: Ranking): string {
  const [first, second] = recommendations.map(({ advice }) => functionById(advice.function).name);
  if (first === undefined) return t("Nothing is known for these answers.");
  return isCloseCall && second !== undefined
    ? t("{0}; between it and {1} it hardly matters here.", first, second)
    : `${first}.`;
}

function createItem(
  page: Page,
  state: LabState,
  { advice, reasons, cautions }: Recommendation,
  isFirst: boolean,
): HTMLElement {
  const { name } = functionById(advice.function);
  const code = snippetOf(advice, state.answers, frameworkOf(state));
  const show = button(
    t("Show {0}", name),
    () => {
      page.change({ ...withFunction(page.state, advice.function), view: "function" });
    },
    t("Show"),
  );
  const snippet = h(
    "pre",
    { class: "code snippet", tabindex: 0, role: "region", "aria-label": t("Code for {0}", name) },
    code,
  );
  const copy = copyButton({
    label: t("Copy the code for {0}", name),
    face: t("Copy"),
    text: () => code,
    select: () => getSelection()?.selectAllChildren(snippet),
  });
  const against =
    cautions.length === 0
      ? []
      : [h("div", { class: "heading" }, t("Against it")), h("ul", {}, ...cautions.map(noteItem))];
  return h(
    "li",
    {},
    h("div", { class: "heading-row" }, h("h2", {}, name), show),
    h("ul", {}, ...reasons.map(noteItem)),
    ...against,
    h("details", { open: isFirst }, h("summary", {}, t("Code")), snippet, copy.element),
  );
}
