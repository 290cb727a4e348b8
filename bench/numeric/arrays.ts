/** Float32Arrays of 10⁶ elements through one function, on one thread. */
import { type ElementwiseFunction, type FunctionId, functionById } from "../../src/engine/functions/index.ts";
import { withDefaults } from "../../src/engine/functions/parameters.ts";
import { sequence } from "../corpus/random.ts";
import { type Group, type Line, atMostTimes } from "../define.ts";
import { inTurns } from "../measure.ts";
import { type OnnxTensor, onnxOperators, onnxRuntime, onnxSession } from "./onnx-runtime.ts";
import { type Score, scoreOf } from "./score.ts";
import { type Tensor, tensorFlow, tensorFlowRecipes } from "./tensorflow-js.ts";

const count = 1e6;
const rounds = 15;

/** How many times as long as ONNX Runtime, or for ReLU as a copy, a function may take. */
export const limits: readonly (readonly [id: FunctionId, times: number])[] = [
  ["relu", 3],
  ["sigmoid", 6],
  ["tanh", 6],
  ["silu", 6],
  ["gelu", 12],
];

/** How many times as fast as TensorFlow.js the engine has to be. */
const faster = 4;

export interface ArrayGroup extends Group {
  readonly id: FunctionId;
  /** Of a sample of the results, by name of the line. */
  readonly scores: readonly (readonly [name: string, score: Score])[];
}

export async function* arrayGroups(): AsyncGenerator<ArrayGroup, void> {
  for (const [id, times] of limits) yield await elementwiseGroup(id, times);
  yield await softmaxGroup(12);
}

/** As the inputs of layers are: normally distributed, three wide. */
function inputs(): Float32Array {
  const next = sequence(11);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return Float32Array.from({ length: count }, () => 3 * normal());
}

async function elementwiseGroup(id: FunctionId, times: number): Promise<ArrayGroup> {
  const fn = functionById(id) as ElementwiseFunction;
  const params = withDefaults(fn, undefined);
  const xs = inputs();
  const session = await onnxSession(onnxOperators[id]!(params), [count]);
  const x = new (onnxRuntime().Tensor)("float32", xs, [count]);
  const tf = await tensorFlow("cpu");
  const tensor = tf.tensor(xs);
  const recipe = tensorFlowRecipes[id]!;
  const results: Record<string, ArrayLike<number>> = {};
  const subjects = [
    { name: "ONNX Runtime", run: async () => (results["ONNX Runtime"] = (await session.run({ x })).y.data) },
    { name: "this engine", run: () => (results["this engine"] = fn.values(xs)) },
    {
      name: "TensorFlow.js cpu",
      run: async () => (results["TensorFlow.js cpu"] = await resultOf(recipe(tf, tensor, params))),
    },
  ];
  const copies = [
    { name: "a copy", run: () => xs.slice() },
    { name: "a copy by a loop", run: () => copied(xs) },
  ];
  const lines = await inTurns(id === "relu" ? [...copies, ...subjects] : subjects, { rounds });
  await session.release();
  tensor.dispose();
  return {
    id,
    title: fn.name,
    ...(id === "relu" ? { note: noteOnCopies } : {}),
    lines: judged(lines, times),
    scores: Object.entries(results).map(([name, ys]) => [name, sampleScore(fn, xs, ys)] as const),
  };
}

const noteOnCopies =
  "a copy is one call to the runtime; a loop that only copies is the least that a function written in JavaScript takes";

function copied(xs: Float32Array): Float32Array {
  const ys = new Float32Array(xs.length);
  for (let i = 0; i < xs.length; i++) ys[i] = xs[i]!;
  return ys;
}

async function softmaxGroup(times: number): Promise<ArrayGroup> {
  const softmax = functionById("softmax");
  const width = 1000;
  const xs = inputs();
  const rows = Array.from({ length: count / width }, (_, i) => xs.subarray(i * width, (i + 1) * width));
  const shape = [count / width, width];
  const session = await onnxSession({ op: "Softmax", attributes: { axis: 1 } }, shape);
  const x: OnnxTensor = new (onnxRuntime().Tensor)("float32", xs, shape);
  const tf = await tensorFlow("cpu");
  const tensor = tf.tensor(xs, shape);
  const lines = await inTurns(
    [
      { name: "ONNX Runtime", run: () => session.run({ x }) },
      { name: "this engine", run: () => rows.map((row) => softmax.values(row)) },
      { name: "TensorFlow.js cpu", run: () => resultOf(tf.softmax(tensor)) },
    ],
    { rounds },
  );
  await session.release();
  tensor.dispose();
  return { id: "softmax", title: `Softmax, rows of ${width}`, lines: judged(lines, times), scores: [] };
}

async function resultOf(y: Tensor): Promise<Float32Array> {
  const data = await y.data();
  y.dispose();
  return data;
}

/** The engine beside the first line, TensorFlow.js beside the engine. */
function judged(lines: readonly Line[], times: number): readonly Line[] {
  const first = lines[0]!;
  const own = lines.find(({ name }) => name === "this engine")!;
  return lines.map((line) => {
    if (line === own) return atMostTimes(times, first, line);
    if (line.name !== "TensorFlow.js cpu") return line;
    const used = (faster * own.cpu!.p50) / line.cpu!.p50;
    return { ...line, budget: { text: `≥ ${faster} × this engine`, used } };
  });
}

function sampleScore(fn: ElementwiseFunction, xs: Float32Array, ys: ArrayLike<number>): Score {
  const places = Array.from({ length: count / 100 }, (_, i) => 100 * i);
  const truth = places.map((i) => fn.value(xs[i]!));
  return scoreOf(
    "float32",
    places.map((i) => xs[i]!),
    truth,
    places.map((i) => ys[i]!),
  );
}
