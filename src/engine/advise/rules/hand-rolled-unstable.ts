import type { Node } from "../../syntax/program.ts";
import { type Code, functionAround, type Standing } from "../code.ts";
import type { Piece } from "../pieces.ts";
import { type Found, type Home, isBounded, type Kind, recognise } from "../handwritten.ts";
import { boundName } from "../imports.ts";
import { has } from "../possibilities.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

const harms: Readonly<Record<Kind, string>> = {
  sigmoid: "exp(-x) overflows below -88 in float32 (-11 in float16), and the gradient becomes NaN",
  softplus: "exp(x) overflows from 88.7 in float32 (11.1 in float16): the value is inf, the gradient NaN",
  softmax: "exp(x) overflows from 88.7 in float32 (11.1 in float16), and inf/inf is NaN",
  tanh: "exp overflows beyond ±88.7 in float32 (±11.1 in float16), and inf/inf is NaN",
  mish: "exp(x) overflows from 88.7 in float32 (11.1 in float16), and the gradient becomes NaN",
  elu: "exp(x) overflows from 88.7 in float32 (11.1 in float16)",
};

/** Both branches are computed, and so are both gradients: 0 times infinity for the one that is not taken. */
const chosenHarm =
  "exp(x) overflows from 88.7 in float32 (11.1 in float16) in the branch that is not taken, and the gradient becomes NaN";

/** Where a stable one is, as module and name. */
const stable: Readonly<Record<Kind, Partial<Record<Home, readonly [module: string, name: string]>>>> = {
  sigmoid: {
    torch: ["torch", "sigmoid"],
    "jax.numpy": ["jax.nn", "sigmoid"],
    tf: ["tensorflow", "sigmoid"],
    "tf.math": ["tensorflow", "sigmoid"],
    "keras.ops": ["keras.ops", "sigmoid"],
    numpy: ["scipy.special", "expit"],
  },
  softplus: {
    torch: ["torch.nn.functional", "softplus"],
    "jax.numpy": ["jax.nn", "softplus"],
    tf: ["tensorflow", "math.softplus"],
    "tf.math": ["tensorflow", "math.softplus"],
    "keras.ops": ["keras.ops", "softplus"],
    numpy: ["numpy", "logaddexp"],
  },
  softmax: {
    torch: ["torch", "softmax"],
    "jax.numpy": ["jax.nn", "softmax"],
    tf: ["tensorflow", "nn.softmax"],
    "tf.math": ["tensorflow", "nn.softmax"],
    "keras.ops": ["keras.ops", "softmax"],
    numpy: ["scipy.special", "softmax"],
  },
  tanh: {
    torch: ["torch", "tanh"],
    "jax.numpy": ["jax.numpy", "tanh"],
    tf: ["tensorflow", "tanh"],
    "tf.math": ["tensorflow", "tanh"],
    "keras.ops": ["keras.ops", "tanh"],
    numpy: ["numpy", "tanh"],
  },
  mish: { torch: ["torch.nn.functional", "mish"], "jax.numpy": ["jax.nn", "mish"] },
  elu: {
    torch: ["torch.nn.functional", "elu"],
    "jax.numpy": ["jax.nn", "elu"],
    "keras.ops": ["keras.ops", "elu"],
  },
};

/** Beside 1, the logarithm of 1 plus it, or twice in an expression: how exp stands in all that is recognised. */
const spellings =
  /\b1\.?0*\s*\+\s*[\w.]*exp\(|log1p\(\s*[\w.]*exp\(|exp\([^]{1,200}?(?:\)\s*[-+]\s*1|\bexp\()/;

export const handRolledUnstable = defineRule({
  id: "hand-rolled-unstable",
  severity: "warning",
  title: "Sigmoid, softplus, softmax, tanh, Mish or ELU written with exp, which overflows",
  doc: {
    what: "`1/(1+exp(-x))`, `log(1+exp(x))`, `exp(x)/sum(exp(x))`, `(exp(x)-exp(-x))/(exp(x)+exp(-x))`, `x*tanh(log(1+exp(x)))`, `where(x>0, x, exp(x)-1)` or `where(x>20, x, log(1+exp(x)))` on tensors.",
    why: "`exp` overflows long before the function's value does. Where the value comes out right all the same, the gradient is 0 times infinity; so it is with `where`, which computes both branches.",
    harm: "From x = 88.7 in float32 and bfloat16, 11.09 in float16. `1/(1+exp(-x))` at −100 is the right 0, but its gradient is NaN in PyTorch, JAX and TensorFlow; `log1p(exp(x))` is infinite at 100.",
    bad: "p = 1 / (1 + torch.exp(-x))",
    good: "p = torch.sigmoid(x)",
    limits:
      "Textbook spellings only. `math.exp` on single numbers is left alone, and so is an argument that is bounded (`-abs(x)`, `clamp`, a maximum taken off), also by way of a name. With NumPy, where the value is right and a warning printed, and in a function named after what it computes, it is information.",
    sources: [
      "https://github.com/scikit-learn/scikit-learn/issues/4153",
      "https://github.com/karpathy/neuraltalk/issues/2",
      "https://github.com/rwightman/efficientdet-pytorch/issues/77",
    ],
  },
  needs: { of: "nothing", text: [spellings] },
  *check({ code, pieces }) {
    const known = new Set<Node>();
    const suspect = pieces.filter((piece) => has(piece.code, spellings));
    for (const standing of code.expressionsIn(suspect)) {
      // The softplus in a Mish is told of with it.
      if (standing.within.some((node) => known.has(node))) continue;
      const found = recognise(code, standing);
      if (!found || isBounded(standing, found.operand)) continue;
      known.add(standing.node);
      yield finding(code, standing, found);
    }
  },
});

function finding(code: Code, { node, piece, trail }: Standing, found: Found): Finding {
  const { kind, home, isChosen = false } = found;
  const harm = isChosen ? chosenHarm : harms[kind];
  const isTaught = functionAround({ trail })?.name.toLowerCase().includes(kind) ?? false;
  const slight = home === "numpy" || isTaught;
  // Where softplus gives way to x, the values differ a little, unless that is far out.
  const fix = fixOf(code, piece, node, found, !slight && !(kind === "softplus" && isChosen));
  return {
    place: code.placeOf(piece, node.range),
    ...(slight ? { severity: "information" } : {}),
    message: `This is ${kind} by hand: ${home === "numpy" ? "exp overflows for large numbers, with a warning" : harm}. Use the built-in one.`,
    fixes: fix ? [fix] : [],
  };
}

function fixOf(
  code: Code,
  piece: Piece,
  node: Node,
  { kind, home, operand, setting }: Found,
  certain: boolean,
): Fix | undefined {
  const [module, name] = stable[kind][home] ?? [];
  const bound = module === undefined ? undefined : boundName(code, module);
  if (bound === undefined || name === undefined || (kind === "softmax" && setting === undefined))
    return undefined;
  const own = piece.text.slice(operand.range.start, operand.range.end);
  const keyword = kind === "softmax" ? `${home === "torch" ? "dim" : "axis"}=` : "";
  const rest = setting === undefined ? "" : `, ${keyword}${setting}`;
  const given = home === "numpy" && kind === "softplus" ? `0, ${own}` : own;
  return {
    title: `Use ${bound}.${name}`,
    preferred: true,
    certain,
    edits: [{ place: code.placeOf(piece, node.range), text: `${bound}.${name}(${given}${rest})` }],
  };
}
