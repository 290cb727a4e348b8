/** The tutorial's story, a network each. */
import type { DepthState, LabState } from "../../protocol.ts";
import type { Preset } from "../presets.ts";

interface DepthPreset extends Preset {
  readonly depth: Pick<DepthState, "layers" | "initialisation" | "normalisation" | "residual">;
}

const plain = { layers: 30, normalisation: "none", residual: false } as const;

export const presets: readonly DepthPreset[] = [
  {
    name: "Sigmoid vanishes",
    says: "σ′ is at most a quarter, even at 0: each layer on the way back loses more than half a decimal place.",
    functionId: "sigmoid",
    depth: { ...plain, initialisation: "xavier" },
  },
  {
    name: "ReLU with He holds",
    says: "A weight variance of 2 / fan_in makes up for the half of the signal that ReLU takes away.",
    functionId: "relu",
    depth: { ...plain, initialisation: "he" },
  },
  {
    name: "ReLU with Xavier fades",
    says: "With 1 / fan_in, half of the signal's variance is lost at every layer, and as much of the gradient's.",
    functionId: "relu",
    depth: { ...plain, initialisation: "xavier" },
  },
  {
    name: "SELU normalises itself",
    says: "With LeCun's weights its variance is drawn to 1, wherever it starts.",
    functionId: "selu",
    depth: { ...plain, initialisation: "lecun" },
  },
  {
    name: "Residual heals",
    says: "The same sigmoids, with a way around each: the gradient always has a factor of at least 1.",
    functionId: "sigmoid",
    depth: { layers: 30, normalisation: "none", residual: true, initialisation: "xavier" },
  },
  {
    name: "Batch norm, no way around",
    says: "Batch normalisation before ReLU levels the signal, and makes the gradient grow by 21 % a layer on its way back.",
    functionId: "relu",
    depth: { layers: 60, normalisation: "batch-before", residual: false, initialisation: "he" },
  },
];

export function patchOf({ depth }: DepthPreset, state: LabState): Partial<LabState> {
  return { depth: { ...state.depth, ...depth } };
}
