/** TensorFlow.js, by its own operations; what tfjs-layers composes is composed as there. */
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../../scripts/setup/build.mjs";
import type { FunctionId, ParameterValues } from "../../src/engine/functions/index.ts";
import { once } from "../../src/engine/math/exact/once.ts";
import { librariesFolder, libraryFolder, libraryVersion } from "./install.ts";
import type { Subject } from "./subject.ts";

/** As much of @tensorflow/tfjs-core as is used. */
export interface Tensor {
  data(): Promise<Float32Array>;
  dispose(): void;
}
type Unary = (x: Tensor) => Tensor;
export interface TensorFlow {
  setWasmPaths(folder: string): void;
  setBackend(name: string): Promise<boolean>;
  tensor(values: Float32Array, shape?: readonly number[]): Tensor;
  grad(f: Unary): Unary;
  relu: Unary;
  relu6: Unary;
  selu: Unary;
  elu: Unary;
  sigmoid: Unary;
  tanh: Unary;
  softplus: Unary;
  logSigmoid: Unary;
  exp: Unary;
  sin: Unary;
  abs: Unary;
  sign: Unary;
  erf: Unary;
  leakyRelu(x: Tensor, alpha: number): Tensor;
  softmax(x: Tensor): Tensor;
  logSoftmax(x: Tensor): Tensor;
  clipByValue(x: Tensor, low: number, high: number): Tensor;
  add(a: Tensor, b: Tensor | number): Tensor;
  mul(a: Tensor | number, b: Tensor): Tensor;
  div(a: Tensor, b: Tensor | number): Tensor;
}

export type TensorFlowRecipe = (tf: TensorFlow, x: Tensor, params: ParameterValues) => Tensor;

/** @source tfjs-layers/src/activations.ts for those that are composed */
export const tensorFlowRecipes: Partial<Record<FunctionId, TensorFlowRecipe>> = {
  relu: (tf, x) => tf.relu(x),
  relu6: (tf, x) => tf.relu6(x),
  leaky_relu: (tf, x, params) => tf.leakyRelu(x, params["negative_slope"]!),
  elu: (tf, x) => tf.elu(x),
  selu: (tf, x) => tf.selu(x),
  sigmoid: (tf, x) => tf.sigmoid(x),
  tanh: (tf, x) => tf.tanh(x),
  softplus: (tf, x) => tf.softplus(x),
  log_sigmoid: (tf, x) => tf.logSigmoid(x),
  exponential: (tf, x) => tf.exp(x),
  sine: (tf, x) => tf.sin(x),
  abs: (tf, x) => tf.abs(x),
  sign: (tf, x) => tf.sign(x),
  softsign: (tf, x) => tf.div(x, tf.add(tf.abs(x), 1)),
  silu: (tf, x) => tf.mul(tf.sigmoid(x), x),
  mish: (tf, x) => tf.mul(x, tf.tanh(tf.softplus(x))),
  gelu: (tf, x) => tf.mul(0.5, tf.mul(x, tf.add(tf.erf(tf.div(x, Math.SQRT2)), 1))),
};

/** Its gradients are registered by a module that Node cannot resolve, so all of it is bundled. */
const bundled = once(async () => {
  const { build } = await import("esbuild");
  const outfile = path.join(root, "build/bench/tensorflow-js.cjs");
  await build({
    stdin: {
      contents: `export * from "@tensorflow/tfjs-core";
        import "@tensorflow/tfjs-core/dist/register_all_gradients";
        import "@tensorflow/tfjs-backend-cpu";
        export { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";`,
      resolveDir: librariesFolder,
    },
    bundle: true,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    outfile,
    logLevel: "warning",
  });
  const tf = createRequire(outfile)(outfile) as TensorFlow;
  tf.setWasmPaths(`${libraryFolder("@tensorflow/tfjs-backend-wasm")}/wasm-out/`);
  return tf;
});

export async function tensorFlow(backend: "cpu" | "wasm"): Promise<TensorFlow> {
  const tf = await bundled();
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend}`);
  return tf;
}

export function tensorFlowSubject(backend: "cpu" | "wasm"): Subject {
  return {
    name: `TensorFlow.js ${backend}`,
    version: libraryVersion("@tensorflow/tfjs-core"),
    format: "float32",
    roundsParameters: backend === "wasm",
    evaluate: async (id, order, xs, params) => {
      const recipe = tensorFlowRecipes[id];
      if (!recipe || order === 2) return undefined;
      const tf = await tensorFlow(backend);
      const f: Unary = (x) => recipe(tf, x, params);
      try {
        return await (order === 0 ? f : tf.grad(f))(tf.tensor(Float32Array.from(xs))).data();
      } catch (error) {
        // A backend without a kernel, or an operation without a gradient, says so.
        if (/not registered|kernel|gradient/i.test(String(error))) return undefined;
        throw error;
      }
    },
  };
}
