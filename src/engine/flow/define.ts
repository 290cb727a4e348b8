/** A stack of fully connected layers with one activation, at initialisation. */

/** One linear map h = W y + b with independent entries of mean 0. */
export interface FlowLayer {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly weightVariance: number;
  readonly biasVariance: number;
}

/**
 * before: y = f(batch norm(h)) · after: y = batch norm(f(h)) · layer: y = f(layer norm(h)). Scale 1, shift 0, as they
 * start.
 */
export const normalisations = ["none", "batch-before", "batch-after", "layer"] as const;
export type Normalisation = (typeof normalisations)[number];

export interface FlowOptions {
  readonly normalisation: Normalisation;
  /** From the second layer on h ← h + W y + b, y computed from h. Needs layers of one width from there on. */
  readonly residual: boolean;
}

/** Both of length [layers]. */
export interface Profile {
  /** Mean of h² for each layer, over samples, units and initialisations. */
  readonly signal: readonly number[];
  /** Root mean square of dL/dh for each layer, where that of the last is 1. */
  readonly gradient: readonly number[];
}

export const initialisations = ["he", "xavier", "lecun", "orthogonal", "pytorch", "keras", "gain"] as const;
export type Initialisation = (typeof initialisations)[number];

/** Variance of the weights times fan_in, under each rule that says it. */
export const weightScales: Readonly<Record<Exclude<Initialisation, "gain">, number>> = {
  he: 2,
  xavier: 1,
  lecun: 1,
  orthogonal: 1,
  pytorch: 1 / 3,
  keras: 1,
};

/**
 * Equal layers under one rule.
 * @param gain of `gain`: weights of variance gain² / fan_in
 * @source He et al. 2015; Glorot & Bengio 2010; LeCun et al. 1998; torch.nn.Linear 2.13 (weights and bias of variance
 * 1 / (3 fan_in)); keras.layers.Dense 3 (Glorot, bias 0)
 */
export function equalLayers(
  count: number,
  width: number,
  rule: Initialisation,
  gain: number,
): readonly FlowLayer[] {
  const layer = {
    fanIn: width,
    fanOut: width,
    weightVariance: (rule === "gain" ? gain ** 2 : weightScales[rule]) / width,
    biasVariance: rule === "pytorch" ? 1 / (3 * width) : 0,
  };
  return Array.from({ length: count }, () => layer);
}
