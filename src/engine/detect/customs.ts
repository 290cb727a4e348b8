/** What a language's frameworks call the methods that make an activation, and that apply one. */
import type { Language } from "../frameworks/define.ts";

interface Customs {
  /** Methods of what was made that apply it, as calling it does: `self.act.forward(x)`. */
  readonly applying: readonly string[];
  /** Methods of a class that make one of it: `Relu::new()`. */
  readonly making: readonly string[];
  /** Methods by which a class has those it is derived from set up the instance: `super().__init__(act=nn.GELU)`. */
  readonly initialising: readonly string[];
  /** Methods of what was made that give it back: `nn.ReLU().to(device)`. */
  readonly keeping: readonly string[];
  /** Whether the name of one is one: a case of an enumeration, `Activation::Gelu`, a type without fields, `Relu`. */
  readonly areMadeByName?: true;
  /** Objects that code has of itself, whose methods are functions of numbers: `Math.tanh(x)`. */
  readonly numbers: readonly string[];
}

export const customs: Readonly<Record<Language, Customs>> = {
  python: {
    applying: ["forward", "__call__"],
    making: [],
    initialising: ["__init__"],
    keeping: [
      ...["to", "cuda", "cpu", "float", "double", "half", "bfloat16", "type", "train", "eval"],
      ...["requires_grad_", "apply", "share_memory"],
      // MindSpore's
      ...["to_float", "shard", "set_train", "set_grad", "add_prim_attr", "recompute"],
    ],
    numbers: [],
  },
  javascript: { applying: ["apply"], making: [], initialising: [], keeping: [], numbers: ["Math"] },
  cpp: { applying: ["forward"], making: [], initialising: [], keeping: [], numbers: [] },
  rust: {
    applying: ["forward"],
    making: ["new", "init", "default"],
    initialising: [],
    keeping: [],
    areMadeByName: true,
    numbers: [],
  },
  swift: { applying: ["callAsFunction"], making: ["init"], initialising: [], keeping: [], numbers: [] },
  julia: { applying: [], making: [], initialising: [], keeping: [], numbers: [] },
};
