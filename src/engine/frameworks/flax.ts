/** Flax: linen and nnx, which re-export `jax.nn` and add modules with learned parameters. */
import type { Framework } from "./define.ts";
import { activations } from "./jax.ts";
import { arg, input, keyword, other, section } from "./rows.ts";

const linenSource = "google/flax flax/linen/activation.py";
const nnxSource = "google/flax flax/nnx/nn/activations.py";

const reexport = (name: string) => `Re-export of jax.${name === "tanh" ? "numpy" : "nn"}.${name}.`;
const learned = "One learned slope, 0.01 at the start (0.25 in PyTorch).";

export const flax = {
  id: "flax",
  name: "Flax",
  language: "python",
  version: "0.12.8",
  docs: ({ name }) =>
    name.startsWith("flax.nnx")
      ? "https://flax.readthedocs.io/en/latest/api_reference/flax.nnx/nn/activations.html"
      : "https://flax.readthedocs.io/en/latest/api_reference/flax.linen/activation_functions.html",
  roots: ["flax"],
  aliases: [
    ["flax.linen.activation", "flax.linen"],
    ["flax.nnx.nn.activations", "flax.nnx"],
    ["flax.nnx.activations", "flax.nnx"],
    ["flax.experimental.nnx", "flax.nnx"],
  ],
  spellings: [
    ...activations(section("function", "flax.linen", linenSource), reexport),
    section("module", "flax.linen", linenSource)(
      "PReLU",
      "prelu",
      [other("param_dtype", "float32"), arg("negative_slope_init", 0.01, { to: "a" })],
      { kinkDerivatives: [[0, 1]], note: `${learned} The first positional argument is param_dtype.` },
    ),
    ...activations(section("function", "flax.nnx", nnxSource), reexport),
    section("function", "flax.nnx", nnxSource)("identity", "identity", [input("x")], {
      note: reexport("identity"),
    }),
    section("module", "flax.nnx", nnxSource)(
      "PReLU",
      "prelu",
      [
        arg("negative_slope_init", 0.01, { to: "a" }),
        keyword(other("dtype", null)),
        keyword(other("param_dtype", "float32")),
      ],
      { kinkDerivatives: [[0, 1]], note: learned },
    ),
  ],
  slots: [],
} as const satisfies Framework;
