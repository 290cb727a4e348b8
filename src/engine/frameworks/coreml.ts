/** Core ML: operations of the model intermediate language, as coremltools builds them. */
import type { Framework } from "./define.ts";
import { arg, input, keyword, required, section, variant } from "./rows.ts";

const row = section(
  "function",
  "coremltools.converters.mil.Builder",
  "apple/coremltools coremltools/converters/mil/mil/ops/defs/iOS15/activation.py",
);

/** The builder hands every operation its keywords and nothing else (mil/ops/registry.py: `add_op(cls, **kwargs)`). */
function builder(...[name, fn, args = [], extras]: Parameters<typeof row>) {
  return row(name, fn, args.map(keyword), extras);
}

const x = input("x");
const alpha = required("alpha");
const beta = required("beta");

export const coreml = {
  id: "coreml",
  name: "Core ML",
  language: "python",
  version: "9.1",
  docs: () => "https://apple.github.io/coremltools/source/coremltools.converters.mil.mil.ops.defs.html",
  roots: ["coremltools"],
  aliases: [["coremltools.converters.mil.mil.Builder", "coremltools.converters.mil.Builder"]],
  spellings: [
    builder("linear_activation", "affine", [x, alpha, beta]),
    builder("relu", "relu", [x]),
    builder("relu6", "relu6", [x]),
    builder("clamped_relu", "clipped_leaky_relu", [x, alpha, beta]),
    builder("leaky_relu", "leaky_relu", [x, required("alpha", "negative_slope")]),
    builder("prelu", "prelu", [x, required("alpha", "a")], { note: "Along the channels, axis 1." }),
    builder("elu", "elu", [x, alpha]),
    builder("gelu", "gelu", [
      x,
      variant("mode", "EXACT", [
        ["EXACT", "gelu"],
        ["TANH_APPROXIMATION", "gelu_tanh"],
        ["SIGMOID_APPROXIMATION", "quick_gelu"],
      ]),
    ]),
    builder("silu", "silu", [x]),
    builder("sigmoid", "sigmoid", [x]),
    builder("sigmoid_hard", "hard_sigmoid", [x, alpha, beta]),
    builder("scaled_tanh", "scaled_tanh", [x, alpha, beta]),
    builder("softplus", "softplus", [x]),
    builder("softplus_parametric", "parametric_softplus", [x, alpha, beta], {
      note: "A value for each channel.",
    }),
    builder("softsign", "softsign", [x]),
    builder("thresholded_relu", "thresholded_relu", [x, required("alpha", "theta")], {
      note: "x ≥ alpha keeps x: everywhere else the comparison is strict.",
    }),
    builder("softmax", "softmax", [x, arg("axis", -1)]),
  ],
  slots: [],
} as const satisfies Framework;
