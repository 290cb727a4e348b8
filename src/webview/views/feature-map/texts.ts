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
import { t } from "../../../engine/l10n.ts";

export const pictureTexts = (): Readonly<Record<PictureId, string>> => ({
  digit: t("A digit"),
  shapes: t("Shapes"),
  checker: t("Checkerboard"),
  gradient: t("Gradient"),
  rings: t("Rings"),
  noise: t("Noise"),
});

export function pictureText({ picture, own }: Pick<FeatureMapState, "picture" | "own">): string {
  return picture === "own" ? (own?.name ?? "") : pictureTexts()[picture];
}

export const kernelTexts = (): Readonly<Record<KernelId, string>> => ({
  identity: t("Identity"),
  "sobel-x": t("Sobel x"),
  "sobel-y": t("Sobel y"),
  laplacian: t("Laplacian"),
  sharpen: t("Sharpen"),
  box: t("Box blur"),
  gaussian: t("Gaussian blur"),
  emboss: t("Emboss"),
  he: t("Random, He"),
});

export const normalisationTexts = (): Readonly<Record<NormalisationPlace, string>> => ({
  none: t("None"),
  before: t("Before the activation"),
  after: t("After the activation"),
});

export const poolingTexts = (): Readonly<Record<Pooling, string>> => ({
  none: t("None"),
  max: t("Max pooling"),
  average: t("Average pooling"),
});

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
    `${id ? kernelTexts()[id] : t("Own kernel")} ${shapeText(kernel)}`,
    t("stride {0}", pairText(stride)),
    t("padding {0}", paddingText(padding)),
    ...(pairText(dilation) === "1" ? [] : [t("dilation {0}", pairText(dilation))]),
    ...(bias === 0 ? [] : [t("bias {0}", numberText(bias, 3))]),
  ].join(", ");
}

/** What is one kernel here of the layer in the code. */
export function writtenText({ channels: [input, output] }: WrittenConvolution): string {
  if (input === null && output === null)
    return t("feeds the activation. Its weights are not in the code: here is one kernel, on one channel.");
  return t(
    "feeds the activation, channels: {0} → {1}. Its weights are not in the code: here is one kernel, on one channel.",
    input ?? "…",
    output ?? "…",
  );
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
