/** JAX: `jax.nn`, `jax.numpy`, `jax.lax`, `jax.scipy.special`; Haiku's layers take these. */
import type { Framework, Spelling } from "./define.ts";
import { arg, input, other, required, section, slots, variant } from "./rows.ts";

const nn = section("function", "jax.nn", "jax-ml/jax jax/_src/nn/functions.py");
const ufuncs = "jax-ml/jax jax/_src/numpy/ufuncs.py";
const numpy = section("function", "jax.numpy", ufuncs);
const lax = section("function", "jax.lax", ufuncs);
const scipy = section("function", "jax.scipy.special", "jax-ml/jax jax/_src/scipy/special.py");

const x = input("x");

/** `jax.nn` and what re-exports it. */
export function activations(
  row: ReturnType<typeof section>,
  exportNote: (name: string) => string | undefined = () => undefined,
): Spelling[] {
  const named = (...[name, fn, args, extras]: Parameters<typeof row>): Spelling => {
    const notes = [exportNote(name), extras?.note].filter((note) => note !== undefined);
    return row(name, fn, args, { ...extras, ...(notes.length === 0 ? {} : { note: notes.join(" ") }) });
  };
  return [
    named("relu", "relu", [x]),
    named("relu6", "relu6", [x]),
    named("leaky_relu", "leaky_relu", [x, arg("negative_slope", 0.01)], { kinkDerivatives: [[0, 1]] }),
    named("elu", "elu", [x, arg("alpha", 1)]),
    named("celu", "celu", [x, arg("alpha", 1)]),
    named("selu", "selu", [x]),
    named(
      "gelu",
      "gelu_tanh",
      [
        x,
        variant("approximate", true, [
          [true, "gelu_tanh"],
          [false, "gelu"],
        ]),
      ],
      { note: "The tanh approximation is the default." },
    ),
    named("silu", "silu", [x]),
    named("swish", "silu", [x], { note: "Another name of silu, without beta." }),
    named("hard_silu", "hard_swish", [x]),
    named("hard_swish", "hard_swish", [x], { note: "Another name of hard_silu." }),
    named("sigmoid", "sigmoid", [x]),
    named("hard_sigmoid", "hard_sigmoid", [x]),
    named("log_sigmoid", "log_sigmoid", [x]),
    named("tanh", "tanh", [x]),
    named("hard_tanh", "hard_tanh", [x], {
      kinkDerivatives: [
        [-1, 1],
        [1, 1],
      ],
      note: "The bounds are fixed.",
    }),
    named("softplus", "softplus", [x], { note: "Without beta and threshold." }),
    named("soft_sign", "softsign", [x]),
    named("softmax", "softmax", [x, arg("axis", -1), other("where", null)]),
    named("log_softmax", "log_softmax", [x, arg("axis", -1), other("where", null)]),
    named("glu", "glu", [x, arg("axis", -1)]),
  ];
}

export const jax = {
  id: "jax",
  name: "JAX",
  language: "python",
  version: "0.10.2",
  docs: ({ name }) => `https://docs.jax.dev/en/latest/_autosummary/${name}.html`,
  roots: ["jax", "haiku"],
  aliases: [
    ["jax._src.nn.functions", "jax.nn"],
    ["jax.nn.functions", "jax.nn"],
  ],
  spellings: [
    ...activations(nn),
    nn("identity", "identity", [x]),
    nn("mish", "mish", [x]),
    nn("squareplus", "squareplus", [x, arg("b", 4)]),
    nn("sparse_plus", "sparse_plus", [x]),
    nn("sparse_sigmoid", "sparse_sigmoid", [x]),
    numpy("tanh", "tanh", [x]),
    lax("tanh", "tanh", [x]),
    lax("logistic", "sigmoid", [x]),
    scipy("expit", "sigmoid", [x]),
    numpy("abs", "abs", [x], { note: "f′(0) is 1." }),
    numpy("sign", "sign", [x]),
    numpy("heaviside", "heaviside", [input("x1"), required("x2", "value_at_threshold")]),
    numpy(
      "clip",
      "hard_tanh",
      [
        input("arr"),
        arg("min", null, { to: "min_val", numbers: new Map([[null, -Infinity]]) }),
        arg("max", null, { to: "max_val", numbers: new Map([[null, Infinity]]) }),
      ],
      { note: "f′ is 0.5 at a bound." },
    ),
    numpy("sin", "sine", [x]),
    numpy("exp", "exponential", [x]),
  ],
  // Haiku has no functions of its own: its users call jax.nn.
  slots: slots("haiku.nets", ["MLP"], "activation", 4),
} as const satisfies Framework;
