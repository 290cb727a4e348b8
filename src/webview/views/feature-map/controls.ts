/** The layer: picture, kernel, and what comes after it. */
import { normalisationPlaces, poolings } from "../../../engine/convolve/define.ts";
import { kernelIds, kernelOf, resized } from "../../../engine/convolve/kernels.ts";
import { pictureIds } from "../../../engine/convolve/pictures.ts";
import {
  button,
  checkBox,
  labelled,
  numberBox,
  optionsOf,
  select,
  wholeNumberProblem,
} from "../../controls/fields.ts";
import { h, setText } from "../../dom.ts";
import { decodePicture } from "../../picture/decode.ts";
import { type FeatureMapState, asWritten, featureMapLimits as limits } from "../../protocol/feature-map.ts";
import type { Page, Part, PictureAnswer } from "../define.ts";
import { paddingBox, pairBox } from "./pairs.ts";
import {
  isAsWritten,
  kernelIdOf,
  kernelTexts,
  normalisationTexts,
  pictureTexts,
  poolingTexts,
  writtenText,
} from "./texts.ts";
import { t } from "../../../engine/l10n.ts";

export function createControls(page: Page): Part {
  const now = () => page.state.featureMap;
  const change = (patch: Partial<FeatureMapState>) => {
    page.change({ featureMap: { ...now(), ...patch } });
  };
  const problem = h("p", { class: "problem", role: "alert" });
  const { open, element: opener } = createOpener(page, change, problem);
  const yours = { value: "own", text: t("A picture of yours") } as const;
  const picture = select(t("Picture"), [...optionsOf(pictureIds, pictureTexts()), yours], (id) => {
    if (id !== "own" || now().own) change({ picture: id });
    else {
      picture.set(now().picture);
      open();
    }
  });
  const own = { value: "own", text: t("Own numbers") } as const;
  const kernel = select(t("Kernel"), [...optionsOf(kernelIds, kernelTexts()), own], (id) => {
    const { kernel: before, seed } = now();
    if (id === "own") kernel.set(kernelIdOf(before, seed) ?? id);
    else change({ kernel: kernelOf(id, [before.rows, before.columns], seed) });
  });
  const withSeed = (seed: number) => {
    const { kernel: before, seed: last } = now();
    const isRandom = kernelIdOf(before, last) === "he";
    change({ seed, ...(isRandom && { kernel: kernelOf("he", [before.rows, before.columns], seed) }) });
  };
  const size = pairBox(t("Kernel size"), limits.kernel, (pair) => {
    const { kernel: before, seed } = now();
    const id = kernelIdOf(before, seed);
    const known = id && kernelOf(id, pair, seed);
    const isThatSize = known?.rows === pair[0] && known.columns === pair[1];
    change({ kernel: isThatSize ? known : resized(before, pair) });
  });
  const stride = pairBox(t("Stride"), limits.stride, (value) => {
    change({ stride: value });
  });
  const padding = paddingBox(t("Padding"), limits.padding, (value) => {
    change({ padding: value });
  });
  const dilation = pairBox(t("Dilation"), limits.dilation, (value) => {
    change({ dilation: value });
  });
  const bias = numberBox({
    label: t("Bias"),
    onChange: (value) => {
      change({ bias: value });
    },
    problem: (value) =>
      Math.abs(value) <= limits.bias[1] ? undefined : t("must be from {0} to {1}", "−1,000,000", "1,000,000"),
  });
  const normalisation = select(
    t("Batch norm"),
    optionsOf(normalisationPlaces, normalisationTexts()),
    (value) => {
      change({ normalisation: value });
    },
  );
  const pooling = select(t("Pooling"), optionsOf(poolings, poolingTexts()), (value) => {
    change({ pooling: value });
  });
  const poolSize = numberBox({
    label: t("Side of the squares"),
    onChange: (value) => {
      change({ poolSize: value });
    },
    problem: wholeNumberProblem(limits.poolSize),
  });
  const poolSizeLabel = labelled(t("of"), poolSize.element);
  const seed = numberBox({ label: t("Seed"), onChange: withSeed, problem: wholeNumberProblem(limits.seed) });
  const again = button(t("Other numbers"), () => {
    withSeed(now().seed + 1);
  });
  const chance = h("span", { class: "toolbar-group" }, labelled(t("Seed"), seed.element), again);
  const shared = checkBox([t("One scale for all maps")], (isShared) => {
    change({ isShared });
  });
  const written = createWritten(page);
  const toolbar = h(
    "div",
    { class: "toolbar" },
    picture.element,
    opener,
    kernel.element,
    labelled(t("Size"), size.element),
    labelled(t("Stride"), stride.element),
    labelled(t("Padding"), padding.element),
    labelled(t("Dilation"), dilation.element),
    labelled(t("Bias"), bias.element),
    normalisation.element,
    h("span", { class: "toolbar-group" }, pooling.element, poolSizeLabel),
    chance,
    shared.element,
  );
  return {
    element: h("section", { "aria-label": t("Layer") }, toolbar, written.element, problem),
    update: (state, settings) => {
      const { featureMap } = state;
      written.update(state, settings);
      const id = kernelIdOf(featureMap.kernel, featureMap.seed);
      picture.set(featureMap.picture);
      kernel.set(id ?? "own");
      size.set([featureMap.kernel.rows, featureMap.kernel.columns]);
      stride.set(featureMap.stride);
      padding.set(featureMap.padding);
      dilation.set(featureMap.dilation);
      bias.set(featureMap.bias);
      normalisation.set(featureMap.normalisation);
      pooling.set(featureMap.pooling);
      poolSize.set(featureMap.poolSize);
      poolSizeLabel.hidden = featureMap.pooling === "none";
      seed.set(featureMap.seed);
      chance.hidden = id !== "he" && featureMap.picture !== "noise";
      shared.set(featureMap.isShared);
    },
  };
}

/** The button for a picture of the person's own, which is decoded, or refused in words, here. */
function createOpener(
  page: Page,
  change: (patch: Partial<FeatureMapState>) => void,
  problem: HTMLElement,
): { readonly open: () => void; readonly element: HTMLElement } {
  const received = async (answer: PictureAnswer) => {
    if (answer.type === "no-picture") throw new Error(answer.reason);
    const own = await decodePicture(answer.name, answer.bytes);
    change({ own, picture: "own" });
  };
  const open = () => {
    setText(problem, "");
    page.choosePicture((answer) => {
      received(answer).catch((error: unknown) => {
        setText(problem, error instanceof Error ? error.message : String(error));
      });
    });
  };
  return { open, element: button(t("Open a Picture…"), open) };
}

/** The layer that feeds the activation in the code, and a way back to its sizes. */
function createWritten(page: Page): Part {
  const code = h("code");
  const says = h("span", { class: "quiet" });
  const restore = button(t("As in the Code"), () => {
    const { featureMap, source } = page.state;
    if (source?.convolution) page.change({ featureMap: asWritten(featureMap, source.convolution) });
  });
  const element = h("p", { class: "toolbar-group" }, code, says, restore);
  return {
    element,
    update: ({ source, featureMap }) => {
      const layer = source?.convolution;
      element.hidden = !layer;
      if (!layer) return;
      setText(code, layer.text);
      setText(says, writtenText(layer));
      restore.disabled = isAsWritten(featureMap, layer);
    },
  };
}
