/** Hugging Face diffusers: activations with a projection of their own, and the keys its blocks take. */
import type { Framework } from "./define.ts";
import { giving, other, required, section, slots, variant } from "./rows.ts";

const source = "huggingface/diffusers src/diffusers/models/activations.py";
const module = section("module", "diffusers.models.activations", source);
const key = section("string", "", source);
const feedForward = section("string", "", "huggingface/diffusers src/diffusers/models/attention.py");

const dimIn = required("dim_in", null);
const dimOut = required("dim_out", null);
const bias = other("bias", true);

/** Keys of a block's own activation, as against those of its feed-forward part. */
const plain = ["swish", "silu", "mish", "gelu", "relu"];
const projecting = ["gelu", "gelu-approximate", "geglu", "geglu-approximate", "swiglu"];

export const diffusers = {
  id: "diffusers",
  name: "diffusers",
  language: "python",
  version: "58eb52c",
  docs: ({ form }) =>
    form === "module" ? "https://huggingface.co/docs/diffusers/api/activations" : undefined,
  roots: ["diffusers"],
  aliases: [],
  lowersKeys: true,
  spellings: [
    key("relu", "relu"),

    module(
      "GELU",
      "gelu",
      [
        dimIn,
        dimOut,
        variant("approximate", "none", [
          ["none", "gelu"],
          ["tanh", "gelu_tanh"],
        ]),
        bias,
      ],
      { note: "With a linear projection before it." },
    ),
    key("gelu", "gelu"),

    module("ApproximateGELU", "quick_gelu", [dimIn, dimOut, bias], {
      note: "With a linear projection before it; the sigmoid form with 1.702.",
    }),

    module("GEGLU", "geglu", [dimIn, dimOut, bias], {
      note: "With a projection to twice the width before it: the value is its first half, the gate its second.",
    }),

    module("SwiGLU", "swiglu", [dimIn, dimOut, bias], {
      note: "With a projection to twice the width before it: the value is its first half, the gate its second.",
    }),

    key("swish", "silu"),
    key("silu", "silu"),

    key("mish", "mish"),

    feedForward("gelu-approximate", "gelu_tanh"),
    feedForward("geglu-approximate", "quick_gelu", [], { note: "The sigmoid form of GELU, not gated." }),
  ],
  slots: [
    ...giving(
      "callable",
      slots("diffusers.models.activations", ["get_activation"], "act_fn", 0, { keys: plain }),
    ),
    ...slots("diffusers", ["*"], "act_fn", null, { keys: plain }),
    ...slots("diffusers", ["*"], "non_linearity", null, { keys: plain }),
    ...slots("diffusers", ["*"], "activation_fn", null, { keys: projecting }),
  ],
} as const satisfies Framework;
