/** What page and worker say to one another: plain data, one answer to each request, both of one program. */
import type { FunctionId, ParameterValues } from "../../engine/functions/index.ts";
import type { TrainingOptions, TrainingReport } from "../../engine/network/train.ts";

/** Points along each axis of the decision surface. */
export const surfaceCount = 48;
/** The surface goes from −reach to reach. */
export const surfaceReach = 3;

export interface TrainingRequest {
  /** Which run it is about: an answer to a run that was given up is dropped. */
  readonly run: number;
  /** Start with these, from nothing; undefined: go on. */
  readonly start?: {
    readonly functionId: FunctionId;
    readonly params: ParameterValues;
    readonly options: TrainingOptions;
  };
  /** Steps to go. */
  readonly steps: number;
}

export interface TrainingAnswer {
  readonly run: number;
  /** Steps done since the start. */
  readonly step: number;
  readonly report: TrainingReport;
  /** Probability of class 1, [surfaceCount²] from the top left. */
  readonly surface: Float64Array;
}
