/** The tutorial's story, a network each. */
import type { DepthState, LabState } from "../../protocol.ts";
import type { Preset } from "../presets.ts";
import { t } from "../../../engine/l10n.ts";

interface DepthPreset extends Preset {
  readonly depth: Pick<DepthState, "layers" | "initialisation" | "normalisation" | "residual">;
}

const plain = { layers: 30, normalisation: "none", residual: false } as const;

export const presets = (): readonly DepthPreset[] => [
  {
    name: t("Sigmoid vanishes"),
    says: t(
      "σ′ is at most a quarter, even at 0: each layer on the way back loses more than half a decimal place.",
    ),
    functionId: "sigmoid",
    depth: { ...plain, initialisation: "xavier" },
  },
  {
    name: t("ReLU with He holds"),
    says: t("A weight variance of 2 / fan_in makes up for the half of the signal that ReLU takes away."),
    functionId: "relu",
    depth: { ...plain, initialisation: "he" },
  },
  {
    name: t("ReLU with Xavier fades"),
    says: t(
      "With 1 / fan_in, half of the signal's variance is lost at every layer, and as much of the gradient's.",
    ),
    functionId: "relu",
    depth: { ...plain, initialisation: "xavier" },
  },
  {
    name: t("SELU normalises itself"),
    says: t("With LeCun's weights its variance is drawn to 1, wherever it starts."),
    functionId: "selu",
    depth: { ...plain, initialisation: "lecun" },
  },
  {
    name: t("Residual heals"),
    says: t("The same sigmoids, with a way around each: the gradient always has a factor of at least 1."),
    functionId: "sigmoid",
    depth: { layers: 30, normalisation: "none", residual: true, initialisation: "xavier" },
  },
  {
    name: t("Batch norm, no way around"),
    says: t(
      "Batch normalisation before ReLU levels the signal, and makes the gradient grow by 21 % a layer on its way back.",
    ),
    functionId: "relu",
    depth: { layers: 60, normalisation: "batch-before", residual: false, initialisation: "he" },
  },
];

export function patchOf({ depth }: DepthPreset, state: LabState): Partial<LabState> {
  return { depth: { ...state.depth, ...depth } };
}
