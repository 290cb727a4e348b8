/** BNNS of Accelerate: cases of `BNNS.ActivationFunction`, and constants that Swift has no case for. */
import type { Framework } from "./define.ts";
import { required, section } from "./rows.ts";

const activation = section(
  "module",
  "BNNS.ActivationFunction",
  "developer.apple.com Accelerate/BNNS/ActivationFunction",
  "case",
);
const constant = section("module", "", "developer.apple.com Accelerate/BNNSActivationFunction", "plain case");

const alpha = required("alpha");
const beta = required("beta");

const spellings = [
  activation("identity", "identity"),

  activation("linear", "affine", [alpha], { fixed: { beta: 0 } }),
  activation("linearWithBias", "affine", [alpha, beta]),

  activation("abs", "abs"),
  activation("rectifiedLinear", "relu"),
  constant("BNNSActivationFunctionReLU6", "relu6", [], { note: "No formula in the documentation text." }),
  activation("clampedLeakyRectifiedLinear", "clipped_leaky_relu", [alpha, beta]),
  activation("leakyRectifiedLinear", "leaky_relu", [required("alpha", "negative_slope")]),
  constant("BNNSActivationFunctionPReLUPerChannel", "prelu", [], { note: "Slopes supplied per channel." }),
  activation("elu", "elu", [alpha]),
  activation("celu", "celu", [alpha]),
  activation("selu", "selu"),
  constant("BNNSActivationFunctionGELU", "gelu", [], {
    note: "iOS 16.4; no formula in the documentation text (assumed erf form, unverified).",
  }),
  activation("geluApproximation", "gelu_tanh", [alpha, beta], {
    note: "Both tanh constants are required arguments: pass sqrt(2/pi) and 0.044715 for the usual GELU.",
  }),
  constant("BNNSActivationFunctionGELUApproximationSigmoid", "quick_gelu", [], {
    note: "iOS 16.4 or later; no formula in the documentation text: 1.702 unverified.",
  }),
  activation("silu", "silu", [], { note: "iOS 15." }),

  activation("geluApproximation2", "hard_swish", [required("alpha", null), required("beta", null)], {
    note: "Documented operation is x*ReLU6(x+3)/6, that is hard swish, whatever alpha and beta.",
  }),
  activation("hardSwish", "hard_swish", [required("alpha", null), required("beta", null)], {
    note: "Documented formula ignores alpha and beta.",
  }),

  activation("sigmoid", "sigmoid"),
  activation("hardSigmoid", "hard_sigmoid", [alpha, beta]),
  activation("logSigmoid", "log_sigmoid"),
  activation("tanh", "tanh"),
  activation("scaledTanh", "scaled_tanh", [alpha, beta], { note: "alpha*tanh(beta*x)." }),
  activation("clamp", "hard_tanh", [required("bounds", null)], { note: "min(max(x, lower), upper)." }),
  activation("softplus", "parametric_softplus", [alpha, beta], { note: "alpha*log(1+exp(beta*x))." }),
  activation("softsign", "softsign"),
  activation("softShrink", "soft_shrink", [required("alpha", "lambd")]),
  activation("hardShrink", "hard_shrink", [required("alpha", "lambd")]),
  activation("tanhShrink", "tanh_shrink"),
  activation("threshold", "threshold", [required("alpha", "threshold"), required("beta", "value")]),
  activation("softmax", "softmax"),
];

/** The module brings them under their own names. */
const names = ["BNNS", ...spellings.map(({ name }) => name).filter((name) => !name.includes("."))];

export const bnns = {
  id: "bnns",
  name: "BNNS",
  language: "swift",
  version: "iOS 16.4",
  docs: () => undefined,
  roots: ["Accelerate"],
  aliases: names.map((name) => [`Accelerate.${name}`, name] as const),
  spellings,
  slots: [],
} as const satisfies Framework;
