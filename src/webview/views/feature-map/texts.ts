/** The words of the feature map. */
import type {
  Kernel,
  NormalisationPlace,
  Padding,
  Pair,
  Pooling,
  WrittenConvolution,
} from "../../../engine/convolve/define.ts";
import { type KernelId, kernelIds, kernelOf } from "../../../engine/convolve/kernels.ts";
import type { PictureId } from "../../../engine/convolve/pictures.ts";
import { numberText } from "../../../engine/curve/number-text.ts";
import type { FeatureMapState } from "../../protocol/feature-map.ts";

export const pictureTexts: Readonly<Record<PictureId, string>> = {
  digit: "A digit",
  shapes: "Shapes",
  checker: "Checkerboard",
  gradient: "Gradient",
  rings: "Rings",
  noise: "Noise",
};

export function pictureText({ picture, own }: Pick<FeatureMapState, "picture" | "own">): string {
  return picture === "own" ? (own?.name ?? "") : pictureTexts[picture];
}

export const kernelTexts: Readonly<Record<KernelId, string>> = {
  identity: "Identity",
  "sobel-x": "Sobel x",
  "sobel-y": "Sobel y",
  laplacian: "Laplacian",
  sharpen: "Sharpen",
  box: "Box blur",
  gaussian: "Gaussian blur",
  emboss: "Emboss",
  he: "Random, He",
};

export const normalisationTexts: Readonly<Record<NormalisationPlace, string>> = {
  none: "None",
  before: "Before the activation",
  after: "After the activation",
};

export const poolingTexts: Readonly<Record<Pooling, string>> = {
  none: "None",
  max: "Max pooling",
  average: "Average pooling",
};

export function shapeText({ rows, columns }: Pick<Kernel, "rows" | "columns">): string {
  return `${rows} × ${columns}`;
}

/** "2", or "1, 2" where the axes differ. */
export function pairText([rows, columns]: Pair): string {
  return rows === columns ? String(rows) : `${rows}, ${columns}`;
}

export function paddingText(padding: Padding): string {
  return padding === "same" ? padding : pairText(padding);
}

/** Which of the known kernels this one is. */
export function kernelIdOf(kernel: Kernel, seed: number): KernelId | undefined {
  const { rows, columns, values } = kernel;
  return kernelIds.find((id) => {
    const known = kernelOf(id, [rows, columns], seed);
    return known.rows === rows && known.columns === columns && known.values.every((v, i) => v === values[i]);
  });
}

/** "Sobel x 3 × 3, stride 2, padding 1", with what else there is. */
export function convolutionText({ kernel, seed, stride, padding, dilation, bias }: FeatureMapState): string {
  const id = kernelIdOf(kernel, seed);
  return [
    `${id ? kernelTexts[id] : "Own kernel"} ${shapeText(kernel)}`,
    `stride ${pairText(stride)}`,
    `padding ${paddingText(padding)}`,
    ...(pairText(dilation) === "1" ? [] : [`dilation ${pairText(dilation)}`]),
    ...(bias === 0 ? [] : [`bias ${numberText(bias, 3)}`]),
  ].join(", ");
}

/** What is one kernel here of the layer in the code. */
export function writtenText({ channels: [input, output] }: WrittenConvolution): string {
  const kernels = output === null ? "Its kernels" : output === 1 ? "Its one kernel" : `Its ${output} kernels`;
  const each = input === null ? "" : input === 1 ? " on one channel" : ` on ${input} channels each`;
  return `feeds the activation. ${kernels}${each} have weights that are not in the code: here is one, on one channel.`;
}

/** Whether the sizes are those of the layer in the code. */
export function isAsWritten(state: FeatureMapState, layer: WrittenConvolution): boolean {
  const sizes = ({
    stride,
    padding,
    dilation,
  }: Pick<WrittenConvolution, "stride" | "padding" | "dilation">) =>
    [pairText(stride), paddingText(padding), pairText(dilation)].join();
  const { kernel, normalisation } = state;
  const isThatSize = kernel.rows === layer.kernel[0] && kernel.columns === layer.kernel[1];
  const isThatNorm = (normalisation === "before") === layer.isNormalised;
  return isThatSize && isThatNorm && sizes(state) === sizes(layer);
}
