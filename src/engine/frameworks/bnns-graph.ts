/** BNNSGraph of Accelerate: methods of a builder's tensor. */
import type { Framework } from "./define.ts";
import { arg, required, section } from "./rows.ts";

const method = section(
  "method",
  "BNNSGraph.Builder.Tensor",
  "developer.apple.com Accelerate/BNNSGraph/Builder/Tensor",
);

export const bnnsGraph = {
  id: "bnnsgraph",
  name: "BNNSGraph",
  language: "swift",
  version: "iOS 26",
  docs: () => undefined,
  roots: ["Accelerate"],
  aliases: [["Accelerate.BNNSGraph", "BNNSGraph"]],
  spellings: [
    method("relu", "relu"),
    method("leakyReLU", "leaky_relu", [arg("alpha", 0.01, { to: "negative_slope" })]),
    method("geluTanhApproximation", "gelu_tanh"),
    method("silu", "silu"),
    method("softplus", "softplus", [required("alpha", null)], {
      note: "Meaning of alpha not stated: unverified.",
    }),
    method("softsign", "softsign"),
  ],
  slots: [],
} as const satisfies Framework;
