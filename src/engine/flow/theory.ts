/**
 * How signal and gradient travel through a stack at initialisation, in the limit of wide layers, where each h is normal
 * over initialisations and the weights of the way back count as independent of those of the way there.
 * @source Poole et al. 2016, arXiv:1606.05340 (signal); Schoenholz et al. 2016, arXiv:1611.01232 (gradient); Yang et al.
 * 2019, arXiv:1902.08129 (batch normalisation)
 */
import type { FlowLayer, FlowOptions, Profile } from "./define.ts";
import type { Moments } from "./gaussian.ts";

/** What a layer hands to the next. */
interface Output {
  /** mean of y² */
  readonly square: number;
  /** variance of y between samples */
  readonly between: number;
  /** by how much the mean square of the gradient grows from y back to h */
  readonly back: number;
}

/**
 * @param momentsAt see `momentsOf`
 * @param layers the inputs of the first are independent standard normal numbers
 */
export function theoreticalProfile(
  momentsAt: (variance: number) => Moments,
  layers: readonly FlowLayer[],
  { normalisation, residual }: FlowOptions,
): Profile {
  const signal: number[] = [];
  const backs: number[] = [];
  // Mean square of h over everything, and its variance between samples, which is what batch normalisation divides by.
  let square = 0;
  let between = 0;
  let output: Output = { square: 1, between: 1, back: 1 };
  for (const [i, { fanIn, weightVariance, biasVariance }] of layers.entries()) {
    const scale = fanIn * weightVariance;
    const isAdded = residual && i > 0;
    square = (isAdded ? square : 0) + scale * output.square + biasVariance;
    between = (isAdded ? between : 0) + scale * output.between;
    signal.push(square);
    output = outputOf(momentsAt, normalisation, square, between);
    backs.push(output.back);
  }
  const gradientSquare = [1];
  for (let i = layers.length - 1; i > 0; i--) {
    const { fanOut, weightVariance } = layers[i]!;
    const through = fanOut * weightVariance * backs[i - 1]!;
    gradientSquare.unshift(gradientSquare[0]! * (residual ? 1 + through : through));
  }
  return { signal, gradient: gradientSquare.map(Math.sqrt) };
}

function outputOf(
  momentsAt: (variance: number) => Moments,
  normalisation: FlowOptions["normalisation"],
  square: number,
  between: number,
): Output {
  const isBefore = normalisation === "batch-before" || normalisation === "layer";
  const { mean, square: own, slopeSquare } = momentsAt(isBefore ? 1 : square);
  const variance = own - mean ** 2;
  switch (normalisation) {
    case "none":
      return { square: own, between: variance, back: slopeSquare };
    case "layer":
      return { square: own, between: variance, back: slopeSquare / square };
    case "batch-before":
      return { square: own, between: variance, back: slopeSquare / between };
    case "batch-after":
      return { square: 1, between: 1, back: slopeSquare / variance };
  }
}
