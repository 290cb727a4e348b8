/** How units die, and what helps: a network each. */
import type { ParameterValues } from "../../../engine/functions/index.ts";
import type { LabState, TrainingState } from "../../protocol.ts";
import type { Preset } from "../presets.ts";
import { t } from "../../../engine/l10n.ts";

interface TrainingPreset extends Preset {
  readonly params: ParameterValues;
  readonly training: Pick<TrainingState, "data" | "layers" | "width" | "learningRate" | "weights" | "bias">;
}

const plain = { data: "circle", layers: 2, width: 8, learningRate: 0.1, weights: "he", bias: 0 } as const;

export const trainingPresets = (): readonly TrainingPreset[] => [
  {
    name: t("ReLU trains"),
    says: t("He's weights, no bias, a small learning rate: hardly a unit dies."),
    functionId: "relu",
    params: {},
    training: plain,
  },
  {
    name: t("Too large a step kills"),
    says: t("At a learning rate of 10 the first steps throw the units to where no point reaches them."),
    functionId: "relu",
    params: {},
    training: { ...plain, learningRate: 10 },
  },
  {
    name: t("A low bias kills"),
    says: t(
      "Biases that start at −2 leave most units without a point that they answer to, before the first step.",
    ),
    functionId: "relu",
    params: {},
    training: { ...plain, bias: -2 },
  },
  {
    name: t("A leaky slope cures"),
    says: t(
      "The same biases, but a slope of 0.1 below 0 lets the gradient through: no unit is dead, and it learns.",
    ),
    functionId: "leaky_relu",
    params: { negative_slope: 0.1 },
    training: { ...plain, bias: -2 },
  },
];

export function patchOf({ params, training }: TrainingPreset, state: LabState): Partial<LabState> {
  return { params: { ...state.params, ...params }, training: { ...state.training, ...training } };
}
