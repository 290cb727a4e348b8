/** ML Compute: what `MLCActivationLayer` offers. */
import type { Framework } from "./define.ts";
import { arg, required, section } from "./rows.ts";

const layer = section(
  "module",
  "MLCActivationLayer",
  "developer.apple.com MLCompute/MLCActivationLayer",
  "case",
);

const a = arg("a", 1, { to: "alpha" });

export const mlCompute = {
  id: "mlcompute",
  name: "ML Compute",
  language: "swift",
  version: "iOS 14",
  docs: () => undefined,
  roots: ["MLCompute"],
  aliases: [["MLCompute.MLCActivationLayer", "MLCActivationLayer"]],
  spellings: [
    layer("linear", "affine", [required("scale", "alpha"), required("bias", "beta")]),
    layer("absolute", "abs"),
    layer("relu", "relu"),
    layer("relu6", "relu6"),
    layer("relun", "clipped_leaky_relu", [required("a", "alpha"), required("b", "beta")], {
      note: "min(x >= 0 ? x : a*x, b).",
    }),
    layer("leakyReLU", "leaky_relu", [arg("negativeSlope", 0.01, { to: "negative_slope" })]),
    layer("elu", "elu", [a]),
    layer("celu", "celu", [a]),
    layer("selu", "selu"),
    layer("gelu", "gelu", [], { note: "x times the normal CDF." }),
    layer("hardSwish", "hard_swish"),
    layer("sigmoid", "sigmoid"),
    layer("hardSigmoid", "hard_sigmoid", [], { fixed: { alpha: 0.2 }, note: "Slope 0.2." }),
    layer("logSigmoid", "log_sigmoid"),
    layer("tanh", "tanh"),
    layer("clamp", "hard_tanh", [required("min", "min_val"), required("max", "max_val")]),
    layer("softPlus", "softplus", [arg("beta", 1)]),
    layer("softSign", "softsign"),
    layer("softShrink", "soft_shrink", [arg("a", 0.5, { to: "lambd" })]),
    layer("hardShrink", "hard_shrink", [arg("a", 0.5, { to: "lambd" })]),
    layer("tanhShrink", "tanh_shrink"),
    layer("threshold", "threshold", [required("threshold"), required("replacement", "value")]),
  ],
  slots: [],
} as const satisfies Framework;
