/** NNlib.jl, which Flux and Lux re-export. */
import type { Framework, Spelling } from "./define.ts";
import { arg, input, keyword, section } from "./rows.ts";

const x = input("x");
const alpha = arg("α", 1, { to: "alpha" });
const theta = arg("theta", 1);

type Rows = ReturnType<typeof section>;

/** What Flux and Lux both re-export. */
export function activations(fn: Rows): Spelling[] {
  return [
    fn("relu", "relu", [x]),
    fn("relu6", "relu6", [x]),
    fn("leakyrelu", "leaky_relu", [x, arg("a", 0.01, { to: "negative_slope" })]),
    fn("rrelu", "rrelu", [x, arg("l", 0.125, { to: "lower" }), arg("u", 1 / 3, { to: "upper" })], {
      note: "Always random: there is no training flag or evaluation mode.",
    }),
    fn("elu", "elu", [x, alpha], { kinkDerivatives: [[0, 1]] }),
    fn("celu", "celu", [x, alpha]),
    fn("selu", "selu", [x]),

    fn("gelu", "gelu_tanh", [x]),

    fn("swish", "silu", [x], { note: "No beta; there is no name silu." }),
    fn("hardswish", "hard_swish", [x], {
      kinkDerivatives: [
        [-3, -0.5],
        [3, 1.5],
      ],
    }),
    fn("mish", "mish", [x]),

    fn("σ", "sigmoid", [x]),
    fn("sigmoid", "sigmoid", [x]),
    fn("sigmoid_fast", "sigmoid", [x], { note: "Slightly less accurate." }),

    fn("hardσ", "hard_sigmoid", [x]),
    fn("hardsigmoid", "hard_sigmoid", [x]),

    fn("logσ", "log_sigmoid", [x]),
    fn("logsigmoid", "log_sigmoid", [x]),

    fn("tanh_fast", "tanh", [x], { note: "Slightly less accurate." }),
    fn("hardtanh", "hard_tanh", [x], { note: "Bounds fixed." }),
    fn("softplus", "softplus", [x]),
    fn("softsign", "softsign", [x]),
    fn("softshrink", "soft_shrink", [x, arg("λ", 0.5, { to: "lambd" })]),
    fn("tanhshrink", "tanh_shrink", [x]),

    fn("trelu", "thresholded_relu", [x, theta], {
      note: "Derivative rule is (output > 0): wrong for theta < 0 on (theta, 0].",
    }),
    fn("thresholdrelu", "thresholded_relu", [x, theta]),

    fn("lisht", "lisht", [x]),
    fn("logcosh", "logcosh", [x]),
    fn("softmax", "softmax", [x, keyword(arg("dims", 1, { to: "axis" }))], {
      note: "dims = 1 (the first dimension): arrays are column-major with batch last.",
    }),
    fn("logsoftmax", "log_softmax", [x, keyword(arg("dims", 1, { to: "axis" }))], {
      note: "dims = 1 (the first dimension): arrays are column-major with batch last.",
    }),
  ];
}

/** Of NNlib and Lux. */
export function gated(fn: Rows): Spelling {
  return fn("glu", "glu", [x, arg("dim", 1, { to: "axis" })], {
    note: "Splits the first dimension by default.",
  });
}

/** GELU under the names of its forms, which Lux does not re-export. */
export function geluForms(fn: Rows): Spelling[] {
  return [
    fn("gelu_erf", "gelu", [x], { note: "Exact; needs SpecialFunctions.jl to be loaded." }),
    fn("gelu_tanh", "gelu_tanh", [x]),
    fn("gelu_sigmoid", "gelu_tanh", [x], {
      note: "The same function as gelu_tanh written with a sigmoid; not the 1.702 form.",
    }),
  ];
}

const own = section("function", "NNlib", "FluxML/NNlib.jl src/activations.jl");

const exported = [...activations(own), ...geluForms(own)];
/** What files use that others include, which have imported it; `σ` is too often something else. */
const names = exported.map(({ name }) => name.slice("NNlib.".length)).filter((name) => name !== "σ");

export const nnlib = {
  id: "nnlib",
  name: "NNlib",
  language: "julia",
  version: "0.9.36",
  docs: () => undefined,
  roots: ["NNlib"],
  globals: names,
  aliases: names.map((name) => [name, `NNlib.${name}`] as const),
  spellings: [...exported, gated(own)],
  slots: [],
} as const satisfies Framework;
