/** ONNX Runtime, by a model of one operator for each function. */
import type { FunctionId, ParameterValues } from "../../src/engine/functions/index.ts";
import { library, libraryVersion } from "./install.ts";
import { type Operator, onnxModel } from "./onnx-model.ts";
import type { Subject } from "./subject.ts";

/** As much of onnxruntime-node as is used. */
export interface OnnxRuntime {
  readonly InferenceSession: {
    create(model: Uint8Array, options: Readonly<Record<string, unknown>>): Promise<Session>;
  };
  readonly Tensor: new (type: "float32", data: Float32Array, shape: readonly number[]) => OnnxTensor;
}
export interface OnnxTensor {
  readonly data: Float32Array;
}
export interface Session {
  run(feeds: Readonly<Record<"x", OnnxTensor>>): Promise<Readonly<Record<"y", OnnxTensor>>>;
  release(): Promise<void>;
}

/** The newest that this version of the runtime knows all of these operators in. */
const opset = 24;

/** One thread, so that it is compared with one. */
const options = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 };

export const onnxOperators: Partial<Record<FunctionId, (params: ParameterValues) => Operator>> = {
  relu: () => ({ op: "Relu" }),
  leaky_relu: (params) => ({ op: "LeakyRelu", attributes: { alpha: params["negative_slope"]! } }),
  elu: (params) => ({ op: "Elu", attributes: { alpha: params["alpha"]! } }),
  celu: (params) => ({ op: "Celu", attributes: { alpha: params["alpha"]! } }),
  selu: ({ alpha, scale }) => ({ op: "Selu", attributes: { alpha: alpha!, gamma: scale! } }),
  gelu: () => ({ op: "Gelu" }),
  gelu_tanh: () => ({ op: "Gelu", attributes: { approximate: "tanh" } }),
  hard_swish: () => ({ op: "HardSwish" }),
  mish: () => ({ op: "Mish" }),
  silu: ({ beta }) => ({ op: "Swish", attributes: { alpha: beta! } }),
  sigmoid: () => ({ op: "Sigmoid" }),
  hard_sigmoid: ({ alpha, beta }) => ({ op: "HardSigmoid", attributes: { alpha: alpha!, beta: beta! } }),
  tanh: () => ({ op: "Tanh" }),
  softsign: () => ({ op: "Softsign" }),
  softplus: () => ({ op: "Softplus" }),
  exponential: () => ({ op: "Exp" }),
  sine: () => ({ op: "Sin" }),
  shrink: ({ lambd, bias }) => ({ op: "Shrink", attributes: { lambd: lambd!, bias: bias! } }),
  thresholded_relu: ({ theta }) => ({ op: "ThresholdedRelu", attributes: { alpha: theta! } }),
  identity: () => ({ op: "Identity" }),
  abs: () => ({ op: "Abs" }),
  sign: () => ({ op: "Sign" }),
};

export const onnxRuntime = () => library("onnxruntime-node") as OnnxRuntime;

export function onnxSession(operator: Operator, shape: readonly number[]): Promise<Session> {
  return onnxRuntime().InferenceSession.create(onnxModel(operator, shape, opset), options);
}

export function onnxSubject(): Subject {
  return {
    name: "ONNX Runtime",
    version: libraryVersion("onnxruntime-node"),
    format: "float32",
    roundsParameters: true,
    evaluate: async (id, order, xs, params) => {
      const operator = onnxOperators[id];
      if (!operator || order > 0) return undefined;
      const session = await onnxSession(operator(params), [xs.length]);
      const x = new (onnxRuntime().Tensor)("float32", Float32Array.from(xs), [xs.length]);
      const { y } = await session.run({ x });
      return y.data;
    },
  };
}
