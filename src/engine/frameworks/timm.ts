/** PyTorch image models: the modules of `timm.layers`, and the names that `create_act_layer` and `act_layer=` take. */
import type { Framework } from "./define.ts";
import { arg, giving, other, section, slots } from "./rows.ts";

const repository = "huggingface/pytorch-image-models timm";
const layer = section("module", "timm.layers", `${repository}/layers/activations.py`);
const mlp = section("module", "timm.layers", `${repository}/layers/mlp.py`);
const metaformer = section("module", "timm.models.metaformer", `${repository}/models/metaformer.py`);
const string = section("string", "", `${repository}/layers/create_act.py`);

const inplace = other("inplace", false);

export const timm = {
  id: "timm",
  name: "timm",
  language: "python",
  version: "1.0.29",
  docs: () => undefined,
  roots: ["timm"],
  aliases: [
    ["timm.models.layers", "timm.layers"],
    ["timm.layers.activations", "timm.layers"],
    ["timm.layers.create_act", "timm.layers"],
    ["timm.layers.mlp", "timm.layers"],
  ],
  lowersKeys: true,
  spellings: [
    string("identity", "identity"),
    string("relu", "relu"),
    string("relu6", "relu6"),
    string("leaky_relu", "leaky_relu"),

    string("prelu", "prelu", [], { note: "A module only, no function." }),
    layer("PReLU", "prelu", [other("num_parameters", 1), arg("init", 0.25, { to: "a" }), inplace]),

    string("elu", "elu"),
    string("celu", "celu"),
    string("selu", "selu"),

    string("gelu", "gelu"),
    layer("GELU", "gelu", [inplace], { note: "The first argument is inplace, not approximate." }),

    string("gelu_tanh", "gelu_tanh"),
    layer("GELUTanh", "gelu_tanh", [inplace]),

    string("quick_gelu", "quick_gelu"),
    layer("QuickGELU", "quick_gelu", [inplace]),

    string("silu", "silu"),
    string("swish", "silu"),
    layer("Swish", "silu", [inplace]),

    string("hard_swish", "hard_swish"),
    string("hardswish", "hard_swish"),
    layer("HardSwish", "hard_swish", [inplace]),

    string("mish", "mish"),
    layer("Mish", "mish", [inplace]),

    string("hard_mish", "hard_mish"),
    layer("HardMish", "hard_mish", [inplace]),

    string("sigmoid", "sigmoid"),

    string("hard_sigmoid", "hard_sigmoid"),
    string("hardsigmoid", "hard_sigmoid"),
    layer("HardSigmoid", "hard_sigmoid", [inplace]),

    string("tanh", "tanh"),
    metaformer("SquaredReLU", "squared_relu", [inplace]),
    metaformer(
      "StarReLU",
      "star_relu",
      [
        arg("scale_value", 1, { to: "scale" }),
        arg("bias_value", 0, { to: "bias" }),
        other("scale_learnable", true),
        other("bias_learnable", true),
        other("mode", null),
        inplace,
      ],
      { note: "Scale 1 and offset 0 at the start, both learned; the paper has 0.8944 and −0.4472." },
    ),
    mlp("SwiGLU", "swiglu", [], { note: "A block with three linear layers of its own." }),
    mlp("SwiGLUPacked", "swiglu", [], {
      note: "A block with two linear layers of its own; the first half is the gate.",
    }),
  ],
  slots: [
    ...giving("callable", slots("timm.layers", ["create_act_layer", "get_act_fn"], "name", 0)),
    ...giving("class", slots("timm.layers", ["get_act_layer"], "name", 0)),
    ...slots("timm", ["*"], "act_layer", null),
  ],
} as const satisfies Framework;
