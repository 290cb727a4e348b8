/** Every rule, in the order of harm. */
import type { Rule } from "./define.ts";
import { softmaxMissingDim } from "./softmax-missing-dim.ts";

export const rules: readonly Rule[] = [softmaxMissingDim];
