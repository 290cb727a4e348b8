/** What is to be seen of activations in feature maps, a layer each. */
import { type KernelId, kernelOf } from "../../../engine/convolve/kernels.ts";
import type { LabState } from "../../protocol.ts";
import type { FeatureMapState } from "../../protocol/feature-map.ts";
import type { Preset } from "../presets.ts";
import { t } from "../../../engine/l10n.ts";

interface FeatureMapPreset extends Preset {
  readonly kernelId: KernelId;
  readonly layer: Pick<FeatureMapState, "picture" | "bias" | "normalisation" | "pooling">;
}

const plain = { picture: "digit", bias: 0, normalisation: "none", pooling: "none" } as const;

export const featureMapPresets = (): readonly FeatureMapPreset[] => [
  {
    name: t("ReLU keeps one side"),
    says: t(
      "Sobel answers with + where it gets brighter to the right, with − where it gets darker. ReLU keeps the first edges and drops the others: another kernel has to find those.",
    ),
    functionId: "relu",
    kernelId: "sobel-x",
    layer: plain,
  },
  {
    name: t("Tanh keeps both"),
    says: t("The same edges: tanh lets both signs through, and presses all strong ones towards −1 and 1."),
    functionId: "tanh",
    kernelId: "sobel-x",
    layer: plain,
  },
  {
    name: t("Leaky ReLU lets some through"),
    says: t("The dropped edges come back, as faint as the slope below 0 makes them."),
    functionId: "leaky_relu",
    kernelId: "sobel-x",
    layer: plain,
  },
  {
    name: t("A low bias kills the map"),
    says: t("A bias of −5 puts every sum below 0: ReLU gives 0 everywhere, and its gradient is 0 too."),
    functionId: "relu",
    kernelId: "sobel-x",
    layer: { ...plain, bias: -5 },
  },
  {
    name: t("Batch norm revives it"),
    says: t(
      "The same bias, but batch norm takes the mean away, and the bias with it: directly before batch norm a bias does nothing.",
    ),
    functionId: "relu",
    kernelId: "sobel-x",
    layer: { ...plain, bias: -5, normalisation: "before" },
  },
  {
    name: t("Pooling keeps the strongest"),
    says: t(
      "Max pooling takes the strongest answer of each square: a quarter of the values, the edges still there. It is not linear either.",
    ),
    functionId: "relu",
    kernelId: "laplacian",
    layer: { ...plain, picture: "shapes", pooling: "max" },
  },
];

export function patchOf({ kernelId, layer }: FeatureMapPreset, { featureMap }: LabState): Partial<LabState> {
  const geometry = { stride: [1, 1], padding: [1, 1], dilation: [1, 1], poolSize: 2 } as const;
  const kernel = kernelOf(kernelId, [3, 3], featureMap.seed);
  return { featureMap: { ...featureMap, ...geometry, ...layer, kernel } };
}
