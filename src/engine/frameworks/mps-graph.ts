/** MPSGraph: methods of a graph. */
import type { Framework } from "./define.ts";
import { input, required, section } from "./rows.ts";

const method = section("method", "MPSGraph", "developer.apple.com MetalPerformanceShadersGraph/MPSGraph");

/** Its label is another. */
const tensor = { ...input("tensor"), aliases: ["with"] };
const name = required("name", null);

export const mpsGraph = {
  id: "mpsgraph",
  name: "MPSGraph",
  language: "swift",
  version: "iOS 14",
  docs: () => undefined,
  roots: ["MetalPerformanceShadersGraph"],
  aliases: [["MetalPerformanceShadersGraph.MPSGraph", "MPSGraph"]],
  spellings: [
    method("sign", "sign", [tensor, name]),
    method("reLU", "relu", [tensor, name], { note: "max(x, 0)." }),
    method("leakyReLU", "leaky_relu", [tensor, required("alpha", "negative_slope"), name], {
      note: "No default slope; the documentation prints f(x) = max(x, alpha), presumably max(x, alpha*x): unverified.",
    }),
    method("sigmoid", "sigmoid", [tensor, name]),
    method("tanh", "tanh", [tensor, name]),
    method("exponent", "exponential", [tensor, name]),
    method("softMax", "softmax", [tensor, required("axis"), name], { note: "axis required." }),
  ],
  slots: [],
} as const satisfies Framework;
