/** One channel of a convolution layer and what stands around it, as frameworks define them. Planes are matrices. */

export type Pair = readonly [rows: number, columns: number];

/** The weights of one kernel for one channel, row by row. */
export interface Kernel {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly number[];
}

/** same: as many zeros as give ⌈length / stride⌉ results along each axis, one more at the end where their number is odd. */
export type Padding = Pair | "same";

/** Where the kernel is laid. */
export interface Geometry {
  readonly stride: Pair;
  readonly padding: Padding;
  readonly dilation: Pair;
}

/** Of batch normalisation, about the activation. */
export const normalisationPlaces = ["none", "before", "after"] as const;
export type NormalisationPlace = (typeof normalisationPlaces)[number];

export const poolings = ["none", "max", "average"] as const;
export type Pooling = (typeof poolings)[number];

/** A two-dimensional convolution as code has it. */
export interface WrittenConvolution extends Geometry {
  /** The call: "nn.Conv2d(3, 64, 7, stride=2)" */
  readonly text: string;
  readonly kernel: Pair;
  /** What goes in, null where the code does not say, and what comes out. */
  readonly channels: readonly [input: number | null, output: number | null];
  /** Whether batch norm stands between it and the activation. */
  readonly isNormalised: boolean;
}
