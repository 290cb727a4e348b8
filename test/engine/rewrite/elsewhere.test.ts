/** Replace, Port and Apply in languages beside Python: what each makes of code, by hand-written expectations. */
import assert from "node:assert/strict";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import type { FrameworkId } from "../../../src/engine/frameworks/index.ts";
import type { FunctionId, ParameterValues } from "../../../src/engine/functions/index.ts";
import { languages } from "../../../src/engine/languages/index.ts";
import { parameterPlaces } from "../../../src/engine/rewrite/parameter-places.ts";
import { type Site, applied, port, replace } from "../../../src/engine/rewrite/rewrite.ts";
import { withParameters } from "../../../src/engine/rewrite/set-parameter.ts";
import { portsFor, replacementsFor } from "../../../src/engine/rewrite/targets.ts";
import type { Syntax } from "../../../src/engine/syntax/define.ts";

/** The code, or, where what stands before it is another, too, both. */
type Expected = string | { readonly head: string } | undefined;

function file(head: string): Expected {
  return { head };
}

interface Cases {
  /** Id of the language. */
  readonly language: string;
  /** Stands before the code of each case. */
  readonly head: string;
  /** Stands behind it. */
  readonly tail?: string;
  /** The last use in the code by another function. */
  readonly replace?: readonly (readonly [code: string, id: FunctionId, expected: Expected])[];
  readonly port?: readonly (readonly [code: string, to: FrameworkId, expected: Expected])[];
  readonly set?: readonly (readonly [code: string, values: ParameterValues, expected: Expected])[];
}

const tfjs = 'import * as tf from "@tensorflow/tfjs";\n';
const named = 'import { relu } from "https://esm.sh/@tensorflow/tfjs-core@4";\n';
const required = "const { relu } = require('@tensorflow/tfjs-node');\n";
const builder = "const builder = new MLGraphBuilder(context);\n";
const candle = "use candle_nn::{ops, Activation as Act};\nfn f() {\n    ";
const burn =
  "use burn::nn::{self, LeakyRelu, Relu};\nuse burn::tensor::activation::{self, softmax};\nfn f() {\n    ";
const burnNames = "use burn::nn::{LeakyRelu, Relu};\n";
const burnMore = (line: string) => burn.replace("\nfn", `\n${line}\nfn`);
const torch =
  "#include <torch/torch.h>\nnamespace F = torch::nn::functional;\nvoid f(torch::Tensor x, float x1) {\n  ";
const mlx = "import MLX\nimport MLXNN\n";
const flux = "using Flux\n";

const all: readonly Cases[] = [
  {
    language: "typescript",
    head: tfjs,
    replace: [
      ["tf.relu(x as tf.Tensor)", "elu", "tf.elu(x as tf.Tensor)"],
      ["tf.leakyRelu(x, 0.1)", "relu", "tf.relu(x)"],
      ["tf.relu(x)", "softmax", "tf.softmax(x)"],
      ["x.relu()", "leaky_relu", "x.leakyRelu()"],
      ["[...tf.relu(x).dataSync()]", "elu", "[...tf.elu(x).dataSync()]"],
      ["apply(tf.relu)", "tanh", "apply(tf.tanh)"],
      ["tf.layers.leakyReLU({ alpha: 0.2, name: 'a' })", "elu", "tf.layers.elu({ name: 'a' })"],
      ["tf.layers.leakyReLU({\n  name, // own\n})", "relu", "tf.layers.reLU({\n  name, // own\n})"],
      ["tf.layers.leakyReLU(options)", "elu", undefined],
      ["tf.layers.leakyReLU({ ...options })", "elu", undefined],
      [
        "tf.layers.dense({ units: 2, activation: `relu` })",
        "silu",
        "tf.layers.dense({ units: 2, activation: `swish` })",
      ],
      ["tf.relu(x)", "prelu", undefined],
    ],
    set: [
      ["tf.leakyRelu(x)", { negative_slope: 0.5 }, "tf.leakyRelu(x, 0.5)"],
      ["tf.leakyRelu(x, 0.1)", { negative_slope: 0.5 }, "tf.leakyRelu(x, 0.5)"],
      ["tf.layers.leakyReLU()", { negative_slope: 0.5 }, "tf.layers.leakyReLU({ alpha: 0.5 })"],
      [
        "tf.layers.leakyReLU({ name: 'a', })",
        { negative_slope: 0.5 },
        "tf.layers.leakyReLU({ name: 'a', alpha: 0.5, })",
      ],
      ["tf.layers.reLU({ maxValue: 6 })", { beta: Infinity }, undefined],
      ["tf.layers.leakyReLU(options)", { negative_slope: 0.5 }, undefined],
    ],
    port: [["tf.relu(x)", "webnn", undefined]],
  },
  {
    language: "javascript",
    head: named,
    replace: [
      [
        "relu(x)",
        "tanh",
        file(`${named}import { tanh } from "https://esm.sh/@tensorflow/tfjs-core@4";\ntanh(x)`),
      ],
      [
        "const tanh = 1;\nrelu(x)",
        "tanh",
        file(
          `${named}import * as tf from "https://esm.sh/@tensorflow/tfjs-core@4";\nconst tanh = 1;\ntf.tanh(x)`,
        ),
      ],
    ],
  },
  {
    language: "javascript",
    head: required,
    replace: [
      ["relu(x);", "tanh", file(`${required}const { tanh } = require('@tensorflow/tfjs-node');\ntanh(x);`)],
    ],
  },
  {
    language: "javascript",
    head: builder,
    replace: [
      ["builder.relu(x)", "leaky_relu", "builder.leakyRelu(x)"],
      ["builder.leakyRelu(x, { alpha: 0.1 })", "softmax", "builder.softmax(x, -1)"],
      ["builder.elu(x, options)", "relu", undefined],
    ],
    port: [
      [
        "builder.leakyRelu(x)",
        "tfjs",
        file(`import * as tf from "@tensorflow/tfjs";\n${builder}tf.leakyRelu(x, 0.01)`),
      ],
    ],
    set: [
      ["builder.hardSigmoid(x)", { alpha: 0.5, beta: 1 }, "builder.hardSigmoid(x, { alpha: 0.5, beta: 1 })"],
      [
        "builder.hardSigmoid(x, { beta: 0 })",
        { alpha: 0.5 },
        "builder.hardSigmoid(x, { beta: 0, alpha: 0.5 })",
      ],
    ],
  },
  {
    language: "json",
    head: "",
    replace: [
      [
        '{"transformers_version": "4", "hidden_act": "gelu_new"}',
        "silu",
        '{"transformers_version": "4", "hidden_act": "silu"}',
      ],
      [
        '{"_class_name": "UNet2DModel", "act_fn": "silu"}',
        "gelu",
        '{"_class_name": "UNet2DModel", "act_fn": "gelu"}',
      ],
    ],
  },
  {
    language: "yaml",
    head: "transformers_version: '4'\n",
    replace: [
      ["hidden_act: gelu_new # fast\n", "relu", "hidden_act: relu # fast\n"],
      ["hidden_act: 'gelu_new'\n", "quick_gelu", "hidden_act: 'quick_gelu'\n"],
    ],
  },
  {
    language: "rust",
    head: candle,
    tail: "\n}\n",
    replace: [
      ["Act::Relu.forward(&x)?;", "elu", "Act::Elu(1.0).forward(&x)?;"],
      ["Act::LeakyRelu(0.2)", "silu", "Act::Silu"],
      ["ops::leaky_relu(&x, 0.2)?", "silu", "ops::silu(&x)?"],
      ["ops::silu(&f(x)?)?", "leaky_relu", "ops::leaky_relu(&f(x)?, 0.01)?"],
      ["ops::silu(&x)?", "softmax", "ops::softmax_last_dim(&x)?"],
      [
        "ops::softmax(&x, candle_core::D::Minus1)?",
        "log_softmax",
        "ops::log_softmax(&x, candle_core::D::Minus1)?",
      ],
      ["x.relu()?", "elu", "x.elu(1.0)?"],
      ["x.relu()?", "gelu_tanh", "x.gelu()?"],
    ],
    port: [
      ["Act::Gelu", "burn", file(candle.replace("\nfn", "\nuse burn::nn;\nfn") + "nn::Gelu::new()")],
      ["Act::Gelu.forward(&x)?", "burn", undefined],
      [
        "ops::leaky_relu(&x, 0.2)?",
        "burn",
        file(
          candle.replace("\nfn", "\nuse burn::tensor::activation;\nfn") + "activation::leaky_relu(x, 0.2)",
        ),
      ],
      ["ops::softmax(&x, candle_core::D::Minus1)?", "burn", undefined],
      // Nobody says what takes the result.
      ["ops::silu(&x)", "burn", undefined],
    ],
    set: [
      ["ops::leaky_relu(&x, 0.2)", { negative_slope: 1 }, "ops::leaky_relu(&x, 1.0)"],
      ["Act::Elu(0.5)", { alpha: 0.25 }, "Act::Elu(0.25)"],
    ],
  },
  {
    language: "rust",
    head: burn,
    tail: "\n}\n",
    replace: [
      ["nn::Relu::new()", "tanh", "nn::Tanh::new()"],
      ["nn::LeakyReluConfig::new().with_negative_slope(0.2).init()", "relu", "nn::Relu::new()"],
      ["nn::Relu::new()", "threshold", "nn::activation::ThresholdConfig::new(1.0, 0.0).init()"],
      ["nn::Relu::new()", "prelu", undefined],
      ["nn::Relu::new()", "gelu_tanh", "nn::Gelu::new_approximate()"],
      ["nn::Gelu::new_approximate()", "leaky_relu", "nn::LeakyReluConfig::new().init()"],
      // A configuration is another type than what it makes.
      ["nn::activation::ActivationConfig::Relu", "tanh", "nn::activation::ActivationConfig::Tanh"],
      ["nn::activation::ActivationConfig::Relu", "mish", undefined],
      ["activation::relu(x.clone())", "softplus", "activation::softplus(x.clone(), 1.0)"],
      ["softmax(x, 1)", "quiet_softmax", "activation::quiet_softmax(x, 1)"],
      // It counts dimensions from the first.
      ["activation::relu(x)", "softmax", undefined],
    ],
    port: [
      [
        "nn::LeakyReluConfig::new().init()",
        "candle",
        file(`${burnMore("use candle_nn::Activation;")}Activation::LeakyRelu(0.01)`),
      ],
      ["activation::silu(x)", "candle", file(`${burnMore("use candle_nn::ops;")}ops::silu(&x)?`)],
    ],
    set: [
      [
        "nn::HardSigmoidConfig::new().with_beta(0.4).init(device)",
        { alpha: 0.25, beta: 1 },
        "nn::HardSigmoidConfig::new().with_beta(1.0).with_alpha(0.25).init(device)",
      ],
    ],
  },
  {
    language: "rust",
    head: burnNames,
    replace: [
      ["let y = Relu::new();", "tanh", file(`${burnNames}use burn::nn::Tanh;\nlet y = Tanh::new();`)],
      // The module of its name is there, and makes none.
      [
        "let y = Relu::new();",
        "leaky_relu",
        file(`${burnNames}use burn::nn::LeakyReluConfig;\nlet y = LeakyReluConfig::new().init();`),
      ],
    ],
  },
  {
    language: "rust",
    head: "use tch::{Kind, Tensor};\nfn f() {\n    ",
    tail: "\n}\n",
    replace: [
      ["xs.relu()", "gelu_tanh", 'xs.gelu("tanh")'],
      ['xs.gelu("none")', "relu", "xs.relu()"],
    ],
  },
  {
    language: "cpp",
    head: torch,
    tail: ";\n}\n",
    replace: [
      ["torch::relu(x)", "leaky_relu", "torch::leaky_relu(x)"],
      ["x.relu()", "softmax", "x.softmax(-1)"],
      ["F::relu(x)", "softmax", "F::softmax(x, F::SoftmaxFuncOptions(-1))"],
      ["F::softmax(x, 1)", "log_softmax", "F::log_softmax(x, F::LogSoftmaxFuncOptions(1))"],
      ["F::relu(x)", "threshold", "F::threshold(x, F::ThresholdFuncOptions(1, 0))"],
      ["F::relu(x)", "gelu_tanh", 'F::gelu(x, F::GELUFuncOptions().approximate("tanh"))'],
      ["F::leaky_relu(x, options)", "relu", undefined],
      [
        "auto m = torch::nn::LeakyReLU(torch::nn::LeakyReLUOptions().negative_slope(0.2).inplace(true))",
        "elu",
        "auto m = torch::nn::ELU(torch::nn::ELUOptions().inplace(true))",
      ],
      ["torch::nn::ReLU m", "celu", "torch::nn::CELU m"],
      ["torch::nn::ELU m(torch::nn::ELUOptions().alpha(0.5))", "relu", "torch::nn::ReLU m"],
      ["torch::nn::ReLU m", "softmax", "torch::nn::Softmax m(torch::nn::SoftmaxOptions(-1))"],
      ["torch::nn::Functional(torch::relu)", "silu", "torch::nn::Functional(torch::silu)"],
      [
        "torch::nn::Functional(torch::relu)",
        "leaky_relu",
        "torch::nn::Functional([](const torch::Tensor& x) { return torch::leaky_relu(x); })",
      ],
      ["x = torch::relu(x)", "elu", "x = torch::elu(x)"],
      // What it is assigned to has a type that is not seen.
      ["act = torch::nn::ReLU()", "elu", undefined],
    ],
    set: [
      ["torch::hardtanh(x)", { max_val: 3 }, "torch::hardtanh(x, -1, 3)"],
      ["torch::hardtanh(x)", { min_val: -2 }, "torch::hardtanh(x, -2)"],
      [
        "F::softplus(x)",
        { beta: 2, threshold: 9 },
        "F::softplus(x, F::SoftplusFuncOptions().beta(2).threshold(9))",
      ],
      [
        "F::hardtanh(x, F::HardtanhFuncOptions().inplace(true))",
        { max_val: 3 },
        "F::hardtanh(x, F::HardtanhFuncOptions().inplace(true).max_val(3))",
      ],
      [
        "torch::nn::LeakyReLU()",
        { negative_slope: 0.5 },
        "torch::nn::LeakyReLU(torch::nn::LeakyReLUOptions().negative_slope(0.5))",
      ],
      [
        "torch::nn::LeakyReLU(torch::nn::LeakyReLUOptions())",
        { negative_slope: 0.5 },
        "torch::nn::LeakyReLU(torch::nn::LeakyReLUOptions().negative_slope(0.5))",
      ],
    ],
  },
  {
    language: "swift",
    head: mlx,
    replace: [
      ["relu(x)", "leaky_relu", "leakyRelu(x)"],
      ["leakyRelu(try f(x), negativeSlope: 0.2)", "relu", "relu(try f(x))"],
      ["MLXNN.relu(x)", "softmax", "softmax(x, axis: -1)"],
      ["ReLU()", "quick_gelu", "GELU(approximation: .fast)"],
      ["GELU(approximation: .precise)", "relu", "ReLU()"],
      ["ELU.init(alpha: 1.5)", "celu", "CELU(alpha: 1.5)"],
      ["xs.map(relu)", "silu", "xs.map(silu)"],
      ["xs.map(relu)", "leaky_relu", "xs.map({ leakyRelu($0) })"],
    ],
    port: [
      [
        "LeakyReLU(negativeSlope: 0.2)",
        "bnns",
        file(`${mlx}import Accelerate\nBNNS.ActivationFunction.leakyRectifiedLinear(alpha: 0.2)`),
      ],
      ["LeakyReLU()", "mlcompute", file(`${mlx}import MLCompute\nMLCActivationLayer.leakyReLU`)],
      [
        "leakyRelu(f(x))",
        "swift-tensorflow",
        file(`${mlx}import TensorFlow\nTensorFlow.leakyRelu(f(x), alpha: 0.01)`),
      ],
      // A case says which function is meant, and computes nothing.
      ["relu(x)", "bnns", undefined],
    ],
    set: [
      ["hardTanH(x, max: 2)", { min_val: -3 }, "hardTanH(x, min: -3, max: 2)"],
      ["HardTanh()", { min_val: -3, max_val: 3 }, "HardTanh(min: -3, max: 3)"],
      ["ELU.init()", { alpha: 2 }, "ELU.init(alpha: 2)"],
      ["leakyRelu(x)", { negative_slope: 0.5 }, "leakyRelu(x, negativeSlope: 0.5)"],
    ],
  },
  {
    language: "swift",
    head: "import Accelerate\n",
    replace: [
      ["let y: BNNS.ActivationFunction = .sigmoid", "elu", "let y: BNNS.ActivationFunction = .elu(alpha: 1)"],
      ["let y: BNNS.ActivationFunction = .elu(alpha: 2)", "tanh", "let y: BNNS.ActivationFunction = .tanh"],
      // A constant of another type.
      ["BNNS.ActivationFunction.sigmoid", "gelu", undefined],
      ["x.relu()", "leaky_relu", "x.leakyReLU()"],
    ],
    port: [["let y: BNNS.ActivationFunction = .sigmoid", "mlcompute", undefined]],
    set: [
      ["BNNS.ActivationFunction.elu(alpha: 2)", { alpha: 0.5 }, "BNNS.ActivationFunction.elu(alpha: 0.5)"],
    ],
  },
  {
    language: "swift",
    head: "import MetalPerformanceShadersGraph\nlet graph = MPSGraph()\n",
    replace: [
      ["graph.reLU(with: x, name: nil)", "leaky_relu", "graph.leakyReLU(with: x, alpha: 0.01, name: nil)"],
    ],
    port: [
      [
        "graph.tanh(with: x, name: nil)",
        "mlx-swift",
        file("import MetalPerformanceShadersGraph\nimport MLX\nlet graph = MPSGraph()\nMLX.tanh(x)"),
      ],
    ],
  },
  {
    language: "swift",
    head: "import MetalPerformanceShaders\n",
    replace: [
      ["MPSCNNNeuronType.sigmoid", "elu", "MPSCNNNeuronType.eLU"],
      // Its numbers are given elsewhere.
      ["MPSCNNNeuronType.sigmoid", "clipped_leaky_relu", undefined],
    ],
  },
  {
    language: "julia",
    head: flux,
    replace: [
      ["relu.(x)", "leaky_relu", "leakyrelu.(x)"],
      ["leakyrelu.(x, 0.2f0)", "relu", "relu.(x)"],
      // Of all entries together it is no function of each.
      ["relu.(x)", "softmax", "softmax(x)"],
      ["softmax(x; dims=2)", "relu", "relu.(x)"],
      ["Dense(10 => 5, relu)", "silu", "Dense(10 => 5, swish)"],
      ["Dense(10 => 5, relu)", "softmax", undefined],
      ["Chain(Dense(10 => 5), softmax)", "relu", "Chain(Dense(10 => 5), x -> relu.(x))"],
      ["Dense(10 => 5, σ)", "relu", "Dense(10 => 5, relu)"],
      ["Flux.relu.(x)", "gelu", "Flux.gelu_erf.(x)"],
      ["Base.Fix2(leakyrelu, 0.3f0)", "relu", "relu"],
    ],
    port: [
      ["leakyrelu.(x, 0.2f0)", "lux", file(`${flux}import Lux\nLux.leakyrelu.(x, 0.2f0)`)],
      ["softmax(x; dims=2)", "nnlib", file(`${flux}import NNlib\nNNlib.softmax(x; dims=2)`)],
    ],
    set: [
      ["leakyrelu.(x)", { negative_slope: 0.5 }, "leakyrelu.(x, 0.5)"],
      ["rrelu.(x)", { upper: 0.5 }, "rrelu.(x, 0.125, 0.5)"],
      ["Base.Fix2(leakyrelu, 0.3f0)", { negative_slope: 0.5 }, "Base.Fix2(leakyrelu, 0.5)"],
    ],
  },
  {
    language: "julia",
    head: "module Own\n\nusing Lux: relu\n\n",
    tail: "\nend\n",
    replace: [["relu.(x)", "silu", file("module Own\n\nusing Lux: relu\nusing Lux: swish\n\nswish.(x)")]],
    port: [["relu.(x)", "flux", file("module Own\n\nusing Lux: relu\nimport Flux\n\nFlux.relu.(x)")]],
  },
  {
    language: "julia",
    head: "",
    replace: [["relu.(x)", "silu", "swish.(x)"]],
    port: [["relu.(x)", "flux", file("import Flux\nFlux.relu.(x)")]],
  },
];

for (const { language, head, tail = "", ...cases } of all) {
  describe(`${language} behind ${JSON.stringify(head)}`, () => {
    let syntax: Syntax;
    before(async () => {
      syntax = await languages.find(({ id }) => id === language)!.load();
    });

    /** The last use in the code. */
    const siteOf = (code: string): Site => {
      const analysis = analyse([head + code + tail], syntax);
      const use = analysis.cells[0]!.uses.at(-1);
      assert.ok(use, `no use in ${code}`);
      return { analysis, cell: 0, use };
    };
    const whole = (expected: Expected) => {
      if (expected === undefined) return undefined;
      return (typeof expected === "string" ? head + expected : expected.head) + tail;
    };

    for (const [code, id, expected] of cases.replace ?? []) {
      it(`${code} by ${id}`, () => {
        const site = siteOf(code);
        const target = replacementsFor(site.use).find((candidate) => candidate.function === id);
        const rewriting = target && replace(site, target);
        assert.equal(rewriting && applied(site.analysis.cells[0]!.text, rewriting.edits), whole(expected));
      });
    }

    for (const [code, to, expected] of cases.port ?? []) {
      it(`${code} to ${to}`, () => {
        const site = siteOf(code);
        const rewriting = portsFor(site.use).includes(to) ? port(site, to) : undefined;
        assert.equal(rewriting && applied(site.analysis.cells[0]!.text, rewriting.edits), whole(expected));
        assert.deepEqual(rewriting?.traps ?? [], []);
      });
    }

    for (const [code, values, expected] of cases.set ?? []) {
      it(`${code} with ${JSON.stringify(values)}`, () => {
        const site = siteOf(code);
        const { text } = site.analysis.cells[0]!;
        const { start, end } = site.use.callRange;
        const places = parameterPlaces(site);
        const call = places && withParameters(places, values);
        assert.equal(call && text.slice(0, start) + call + text.slice(end), whole(expected));
      });
    }
  });
}

describe("a name that the code gives a function", () => {
  it("means the other one wherever it is used, and is no reason to offer nothing", async () => {
    const code = `${tfjs}const act = tf.relu;\nact(x);\nconst other = tf.relu;\nother(act(y));\n`;
    const syntax = await languages.find(({ id }) => id === "typescript")!.load();
    const analysis = analyse([code], syntax);
    const [use] = analysis.cells[0]!.uses;
    const target = replacementsFor(use!).find(({ function: id }) => id === "tanh")!;
    const rewriting = replace({ analysis, cell: 0, use: use! }, target)!;
    assert.equal(applied(code, rewriting.edits), code.replace("tf.relu", "tf.tanh"));
  });
});

describe("the type of a field or variable", () => {
  const cases: readonly (readonly [language: string, before: string, id: FunctionId, after: string])[] = [
    [
      "rust",
      "use burn::nn::Relu;\nstruct A { relu: Relu }\nstruct B { act: Relu, n: usize }\n// act: Relu\nfn f() -> B { B { act: Relu::new(), n: 1 } }\n",
      "tanh",
      "use burn::nn::Relu;\nuse burn::nn::Tanh;\nstruct A { relu: Relu }\nstruct B { act: Tanh, n: usize }\n// act: Relu\nfn f() -> B { B { act: Tanh::new(), n: 1 } }\n",
    ],
    [
      "rust",
      "use burn::nn::{self, Relu};\nstruct B { act: nn::Relu }\nfn f() -> B { let act = nn::Relu::new(); B { act } }\n",
      "leaky_relu",
      "use burn::nn::{self, Relu};\nstruct B { act: nn::LeakyRelu }\nfn f() -> B { let act = nn::LeakyReluConfig::new().init(); B { act } }\n",
    ],
    // Brought by its configuration's name alone, it is named by its whole path.
    [
      "rust",
      "use burn::nn::{EluConfig, Relu};\nstruct B { act: Relu }\nfn f() -> B { B { act: Relu::new() } }\n",
      "elu",
      "use burn::nn::{EluConfig, Relu};\nstruct B { act: burn::nn::Elu }\nfn f() -> B { B { act: EluConfig::new().init() } }\n",
    ],
    [
      "rust",
      "use candle_nn::Activation;\nfn f() { let act: Activation = Activation::Relu; }\n",
      "elu",
      "use candle_nn::Activation;\nfn f() { let act: Activation = Activation::Elu(1.0); }\n",
    ],
    [
      "swift",
      'import MLXNN\nclass M: Module {\n  @ModuleInfo(key: "act") var act: GELU\n  init() { self._act.wrappedValue = GELU(approximation: .fast) }\n}\n',
      "silu",
      'import MLXNN\nclass M: Module {\n  @ModuleInfo(key: "act") var act: SiLU\n  init() { self._act.wrappedValue = SiLU() }\n}\n',
    ],
    [
      "swift",
      "import MLXNN\nlet act: UnaryLayer = GELU()\nstruct A { let act: GELU }\n",
      "silu",
      "import MLXNN\nlet act: UnaryLayer = SiLU()\nstruct A { let act: GELU }\n",
    ],
    ["swift", "import MLXNN\nlet act: GELU = GELU()\n", "silu", "import MLXNN\nlet act: SiLU = SiLU()\n"],
    [
      "rust",
      "use burn::nn::{self, Relu};\nstruct B { act: Relu }\nfn f() -> B { let act = Relu; B { act } }\n",
      "leaky_relu",
      "use burn::nn::{self, Relu};\nstruct B { act: burn::nn::LeakyRelu }\nfn f() -> B { let act = nn::LeakyReluConfig::new().init(); B { act } }\n",
    ],
    // A type without fields is its own value.
    [
      "rust",
      "use burn::nn::Relu;\nstruct B { act: Relu }\nfn f() -> B { B { act: Relu } }\n",
      "leaky_relu",
      "use burn::nn::Relu;\nuse burn::nn::LeakyReluConfig;\nstruct B { act: burn::nn::LeakyRelu }\nfn f() -> B { B { act: LeakyReluConfig::new().init() } }\n",
    ],
  ];
  for (const [language, before, id, after] of cases) {
    it(`changes with what makes it: ${before}`, async () => {
      const syntax = await languages.find((one) => one.id === language)!.load();
      const analysis = analyse([before], syntax);
      const use = analysis.cells[0]!.uses.find(({ kind }) => kind !== "attribute_use")!;
      const target = replacementsFor(use).find((candidate) => candidate.function === id)!;
      const rewriting = replace({ analysis, cell: 0, use }, target);
      assert.equal(rewriting && applied(before, rewriting.edits), after);
    });
  }
});

describe("a module of libtorch and the type of its variable", () => {
  const declared = (type: string, made: string) =>
    [
      "#include <torch/torch.h>",
      "struct Net : torch::nn::Module {",
      `  Net() { act = register_module("act", ${made}); }`,
      "  torch::Tensor forward(torch::Tensor x) { return act(x); }",
      `  ${type} act{nullptr};`,
      "};",
      "",
    ].join("\n");
  const before = declared("torch::nn::ReLU", "torch::nn::ReLU()");
  const after = declared("torch::nn::Softmax", "torch::nn::Softmax(torch::nn::SoftmaxOptions(-1))");

  for (const at of ["torch::nn::ReLU()", "torch::nn::ReLU act"]) {
    it(`change together, asked for at ${at}`, async () => {
      const syntax = await languages.find(({ id }) => id === "cpp")!.load();
      const analysis = analyse([before], syntax);
      const use = analysis.cells[0]!.uses.find(({ range }) => range.start === before.indexOf(at))!;
      const target = replacementsFor(use).find((candidate) => candidate.function === "softmax")!;
      const rewriting = replace({ analysis, cell: 0, use }, target)!;
      assert.equal(applied(before, rewriting.edits), after);
      assert.deepEqual(rewriting.addedImports, []);
    });
  }
});
