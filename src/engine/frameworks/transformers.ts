/** Hugging Face transformers: the classes of `transformers.activations`, and the keys that name them in configurations. */
import type { Framework } from "./define.ts";
import { arg, giving, other, required, section, slots } from "./rows.ts";

const source = "huggingface/transformers src/transformers/activations.py";
const module = section("module", "transformers.activations", source);
const key = section("string", "", source);

export const transformers = {
  id: "transformers",
  name: "transformers",
  language: "python",
  version: "5.18.0",
  docs: () => undefined,
  roots: ["transformers"],
  majorOf: (newest) => newest("transformers")?.major,
  assumes: "transformers is read as transformers 5, the newest, unless the project asks for an older one.",
  aliases: [],
  spellings: [
    key("linear", "identity"),
    module("LinearActivation", "identity"),

    key("relu", "relu"),
    key("relu6", "relu6"),
    key("leaky_relu", "leaky_relu"),
    key("prelu", "prelu", [], { note: "Learned, 0.25 at the start." }),

    key("gelu", "gelu"),
    key("gelu_python", "gelu"),
    module("GELUActivation", "gelu", [other("use_gelu_python", false)]),

    key("gelu_fast", "gelu_tanh", [], {
      fixed: { alpha: 0.7978845608 },
      note: "The tanh form with a constant of ten digits, not the sigmoid form.",
    }),
    key("gelu_new", "gelu_tanh"),
    key("gelu_pytorch_tanh", "gelu_tanh"),
    key("gelu_python_tanh", "gelu_tanh"),
    key("gelu_accurate", "gelu_tanh", [], { note: "The tanh form, for all its name." }),
    module("NewGELUActivation", "gelu_tanh"),
    module("FastGELUActivation", "gelu_tanh", [], { fixed: { alpha: 0.7978845608 } }),
    module("AccurateGELUActivation", "gelu_tanh"),
    module("GELUTanh", "gelu_tanh", [other("use_gelu_tanh_python", false)]),

    key("quick_gelu", "quick_gelu"),
    module("QuickGELUActivation", "quick_gelu"),

    key("gelu_10", "clipped_gelu"),
    module("ClippedGELUActivation", "clipped_gelu", [required("min"), required("max")]),

    key("silu", "silu"),
    key("swish", "silu"),
    module("SiLUActivation", "silu"),

    key("hardswish", "hard_swish", [], { note: "Not in transformers 4.", since: 5 }),

    key("mish", "mish"),
    module("MishActivation", "mish"),

    key("sigmoid", "sigmoid"),
    key("tanh", "tanh"),

    key("sqrtsoftplus", "sqrt_softplus", [], { note: "Not in transformers 4.", since: 5 }),
    module("SqrtSoftplusActivation", "sqrt_softplus"),

    key("relu2", "squared_relu"),
    module("ReLUSquaredActivation", "squared_relu"),

    key("laplace", "laplace"),
    module("LaplaceActivation", "laplace"),

    key("xielu", "xielu", [], { note: "alpha_p and alpha_n are learned, 0.8 at the start." }),
    module("XIELUActivation", "xielu", [
      arg("alpha_p_init", 0.8, { to: "alpha_p" }),
      arg("alpha_n_init", 0.8, { to: "alpha_n" }),
      arg("beta", 0.5),
      other("eps", -1e-6),
      other("dtype", "bfloat16"),
      other("with_vector_loads", false),
    ]),
  ],
  slots: [
    ...giving("callable", slots("transformers.activations", ["ACT2FN"], "key", 0, { isIndexed: true })),
    ...giving("callable", slots("transformers.activations", ["get_activation"], "activation_string", 0)),
    ...[
      "hidden_act",
      "hidden_activation",
      "activation_function",
      "activation",
      "feat_extract_activation",
      "ff_activation",
      "mamba_hidden_act",
      "mlp_hidden_act",
      "projector_hidden_act",
      "speech_encoder_hidden_act",
      "dense_act_fn",
    ].flatMap((argument) => slots("transformers", ["*Config"], argument, null)),
  ],
} as const satisfies Framework;
