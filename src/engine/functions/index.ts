/** Every activation function, once. */
import type { ActivationFunction } from "./define.ts";
import { abs } from "./abs.ts";
import { affine } from "./affine.ts";
import { celu } from "./celu.ts";
import { clippedGelu } from "./clipped-gelu.ts";
import { clippedLeakyRelu } from "./clipped-leaky-relu.ts";
import { crelu } from "./crelu.ts";
import { elu } from "./elu.ts";
import { exponential } from "./exponential.ts";
import { gaussian } from "./gaussian.ts";
import { geglu } from "./geglu.ts";
import { geluTanh } from "./gelu-tanh.ts";
import { gelu } from "./gelu.ts";
import { generalizedRelu } from "./generalized-relu.ts";
import { glu } from "./glu.ts";
import { gumbelSoftmax } from "./gumbel-softmax.ts";
import { hardMish } from "./hard-mish.ts";
import { hardShrink } from "./hard-shrink.ts";
import { hardSigmoid } from "./hard-sigmoid.ts";
import { hardSwish } from "./hard-swish.ts";
import { hardTanh } from "./hard-tanh.ts";
import { hardmax } from "./hardmax.ts";
import { heaviside } from "./heaviside.ts";
import { identity } from "./identity.ts";
import { laplace } from "./laplace.ts";
import { leakyRelu } from "./leaky-relu.ts";
import { lisht } from "./lisht.ts";
import { logSigmoid } from "./log-sigmoid.ts";
import { logSoftmax } from "./log-softmax.ts";
import { logcosh } from "./logcosh.ts";
import { maxout } from "./maxout.ts";
import { mish } from "./mish.ts";
import { parametricSoftplus } from "./parametric-softplus.ts";
import { prelu } from "./prelu.ts";
import { quickGelu } from "./quick-gelu.ts";
import { quietSoftmax } from "./quiet-softmax.ts";
import { reglu } from "./reglu.ts";
import { relu } from "./relu.ts";
import { relu6 } from "./relu6.ts";
import { rrelu } from "./rrelu.ts";
import { scaledTanh } from "./scaled-tanh.ts";
import { selu } from "./selu.ts";
import { shrink } from "./shrink.ts";
import { sigmoid } from "./sigmoid.ts";
import { sign } from "./sign.ts";
import { silu } from "./silu.ts";
import { sine } from "./sine.ts";
import { snake } from "./snake.ts";
import { softShrink } from "./soft-shrink.ts";
import { softmax } from "./softmax.ts";
import { softmax2d } from "./softmax2d.ts";
import { softmin } from "./softmin.ts";
import { softplus } from "./softplus.ts";
import { softsign } from "./softsign.ts";
import { sparsePlus } from "./sparse-plus.ts";
import { sparseSigmoid } from "./sparse-sigmoid.ts";
import { sparsemax } from "./sparsemax.ts";
import { sqrtSoftplus } from "./sqrt-softplus.ts";
import { squaredRelu } from "./squared-relu.ts";
import { squareplus } from "./squareplus.ts";
import { starRelu } from "./star-relu.ts";
import { swiglu } from "./swiglu.ts";
import { tanhShrink } from "./tanh-shrink.ts";
import { tanh } from "./tanh.ts";
import { threshold } from "./threshold.ts";
import { thresholdedRelu } from "./thresholded-relu.ts";
import { xielu } from "./xielu.ts";

export type {
  ActivationFunction,
  ElementwiseFunction,
  GatedFunction,
  ParameterValues,
  VectorFunction,
} from "./define.ts";

const list = [
  relu,
  relu6,
  generalizedRelu,
  clippedLeakyRelu,
  thresholdedRelu,
  squaredRelu,
  starRelu,
  leakyRelu,
  rrelu,
  prelu,
  elu,
  selu,
  celu,
  gelu,
  geluTanh,
  quickGelu,
  clippedGelu,
  laplace,
  silu,
  hardSwish,
  mish,
  hardMish,
  xielu,
  sigmoid,
  hardSigmoid,
  sparseSigmoid,
  logSigmoid,
  tanh,
  hardTanh,
  scaledTanh,
  lisht,
  softsign,
  softplus,
  parametricSoftplus,
  sqrtSoftplus,
  squareplus,
  sparsePlus,
  logcosh,
  exponential,
  gaussian,
  sine,
  snake,
  threshold,
  shrink,
  softShrink,
  hardShrink,
  tanhShrink,
  identity,
  affine,
  abs,
  sign,
  heaviside,
  softmax,
  logSoftmax,
  softmin,
  softmax2d,
  quietSoftmax,
  gumbelSoftmax,
  sparsemax,
  hardmax,
  maxout,
  crelu,
  glu,
  reglu,
  geglu,
  swiglu,
] as const;

export type FunctionId = (typeof list)[number]["id"];

/** A function of the list: its id is one of the known ones. */
export type ListedFunction = ActivationFunction & { readonly id: FunctionId };

/** The function of one id, with its own parameter names; of an id known only at run time, any function of the list. */
export type FunctionOf<Id extends FunctionId> = [FunctionId] extends [Id]
  ? ListedFunction
  : Extract<(typeof list)[number], { readonly id: Id }>;

/** All functions, related ones side by side; `kind` tells those of one number, of a vector and of two halves apart. */
export const functions: readonly ListedFunction[] = list;

/**
 * The function with this id; undefined if there is none.
 *
 *     functionById("gelu").derivative(-0.75);
 *     functionById("leaky_relu").values(new Float32Array([-1, 2]), { negative_slope: 0.2 });
 *     functionById("softmax").vjp([1, 2, 3], [0, 1, 0]);
 *     functionById("swiglu").partials(2, -0.5);
 */
export function functionById<const Id extends FunctionId>(id: Id): FunctionOf<Id>;
export function functionById(id: string): ListedFunction | undefined;
export function functionById(id: string): ListedFunction | undefined {
  return functions.find((fn) => fn.id === id);
}
