/** NEAT-Python: the names that a genome's configuration gives its nodes' activations by. */
import type { Framework } from "./define.ts";
import { section, slots } from "./rows.ts";

const key = section("string", "", "CodeReclaimers/neat-python neat/activations.py");

export const neatPython = {
  id: "neat-python",
  name: "NEAT-Python",
  language: "python",
  version: "0b92b9d",
  docs: () => "https://neat-python.readthedocs.io/en/latest/activation.html",
  roots: ["neat"],
  aliases: [["neat.genome", "neat"]],
  // `inv`, `log`, `hat`, `square` and `cube` are no activation functions that others have.
  spellings: [
    key("identity", "identity"),
    key("abs", "abs"),
    key("relu", "relu"),
    key("lelu", "leaky_relu", [], { fixed: { negative_slope: 0.005 } }),
    key("elu", "elu"),
    key("selu", "selu"),
    key("sigmoid", "sigmoid", [], { inputScale: 5, note: "sigmoid(5x)." }),
    key("tanh", "scaled_tanh", [], { fixed: { alpha: 1, beta: 2.5 }, note: "tanh(2.5x)." }),
    key("clamped", "hard_tanh"),
    key("softplus", "softplus", [], { fixed: { beta: 5 } }),
    key("gauss", "gaussian", [], { fixed: { alpha: 5 }, note: "Its input is kept within ±3.4." }),
    key("sin", "sine", [], { fixed: { omega: 5 }, note: "sin(5x), and constant beyond ±12." }),
    key("exp", "exponential", [], { note: "Its input is kept within ±60." }),
  ],
  slots: [
    ...slots("neat", ["DefaultGenome"], "activation_default", null),
    ...slots("neat", ["DefaultGenome"], "activation_options", null),
  ],
} as const satisfies Framework;
