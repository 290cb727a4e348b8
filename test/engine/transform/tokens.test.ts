import assert from "node:assert/strict";
import { transformSteps } from "../../../src/engine/transform/transform.ts";

/** The numbers of a text, as written; « and » are put around them, so that a case is one string. */
function marked(text: string): string {
  const found = transformSteps(text, { function: "relu" });
  if (found.kind === "problem") return text;
  const { steps } = found;
  return steps.reduceRight(
    (marks, { start, end }) => `${marks.slice(0, start)}«${marks.slice(start, end)}»${marks.slice(end)}`,
    text,
  );
}

const cases: Readonly<Record<string, readonly string[]>> = {
  "a number is digits with point, exponent and underscores": [
    "«3» «0.5» «.5» «5.» «1e-5» «1.E+05» «1_000» «007» «-.5» «+2»",
    "5..7 1._5 1__0 1_ 1e 1e+ 2e-x . .. -",
    "[«0.1», «-2.»]",
  ],
  "it touches no letter, underscore, colon, quote or further point": [
    "conv2d cuda:0 float32 x1 _1 1_ 5px 0x1F 1.0f 1:2 '5 5\" 1.2.3 10² λ3 3λ 𝜋2 2𝜋",
    "x[:-1] x[1:]",
    '{"a":«1»,"b":«-2», c:3, "d": «4», 5:6}',
    "«5»% $«5» «1»|«2» «3»°",
  ],
  "minus is a sign unless an operand stands right before it": [
    "«3»-«2» x-«2»",
    "«1» «-2» «3» - «4»",
    "[«-2», «- 3»,\n  «-4»] ([«- 5»])",
    "a[1]-[«2»]",
    "[(«1»)-«2», «3»-«-4»]",
    "[«−1.5», «3»−«2»]",
    "- «2.5»\n- «3.5»",
  ],
  "with brackets, only what stands inside them": [
    "2 * [«1», «-2»] + 3",
    "tensor(«0.5»)",
    "{«1», «2»} («3»",
    "conv2d(«3», «16»)",
    "«1», «2»], [«3», «4»",
    "«1», «2»]), 3",
    "«1»\n«2»], 3 [«4»]",
  ],
  "but not in keyword arguments": [
    "f(«1», lr=0.1, «2», betas=[0.9, 0.99], x = (1), «3» == «4»)",
    "array([«1.», «2.»], dtype=float32, shape=(2,))",
    "x = [«1», «2»]",
    "x=[«1»]; f(«1», y=[2, 3])",
    "«0.2», slope=0.3)",
    "[dict(a=1), «2»]",
  ],
  "nor in quotes": [
    "['1', \"2\", «3»]",
    "[b'1', r\"2\\\" 2 \", '''\n3\n''', «4»]",
    '["it\'s 1", «2»]',
    "it's «1» and don't «2»",
    '«0.5» " «1»',
    'f(x) # ["]\n[«1»]',
  ],
  "nor in comments": [
    "[«1», # 2\n«3»]",
    "[«1», // 2\n«3»]",
    "[«1» /* 2\n3 */, «4»]",
    "[«0.5» // layer 2\n, «1»]",
    "[«7» // «2», n // «2», f(n)//(«3»), «7» // n, «3»]",
    "// 1\n«2»",
    "# 1\n«2» /* «3»",
  ],
  "an index is no data": [
    "x[0] = [«1», «-2»]",
    "x[0][1] + x[i-1] + x[2, 3] + [«1»]",
    "float w[4] = {«1», «2»}",
    "Float32[«1.0», «-2.0»]",
    "q[[«1.5»]]",
    "logits[«1» «-2» «3»]",
    "[«1» «2»][«3» «4»]",
  ],
  "nor are complex numbers and dates": [
    "[1+2j, «-3», 1.  -2.j, 4 - 5J, 2j, 3+4i, «5»]",
    "2024-01-31,«0.5»,2024/01/31,«2024»-«1»-«31»",
  ],
  "NaN and infinities are numbers in their usual spellings": [
    "«nan» «NaN» «NAN» «inf» «-inf» «+Inf» «INF» «Infinity» «-Infinity»",
    "[«np.nan», «-np.inf», «math.inf», «float('inf')», «float(\"-inf\")», «-float('nan')»]",
    "infinite nano x.inf inf_ inf2 np.infty finf inf:",
    "[np.nan_to_num(«1», nan=0.0, posinf=1), self.inf]",
  ],
  "print-outs of frameworks": [
    "tensor([[ «0.1», «-2.»],\n        [«nan», «1e-5»]], device='cuda:0', grad_fn=<ReluBackward0>)",
    "<tf.Tensor: shape=(2,), dtype=float32, numpy=array([«1.», «-2.»], dtype=float32)>",
    "[<tf.Tensor: shape=(), dtype=float32, numpy=«0.5»>, <tf.Tensor: shape=(), dtype=float32, numpy=«-1.0»>]",
    "tf.Tensor([«1.» «-2.»], shape=(2,), dtype=float32)",
    "Array([«1.», «-2.»], dtype=float32)",
    "Parameter containing:\ntensor([«0.25»], requires_grad=True)",
    "Tensor(shape=[2], dtype=float32, place=Place(cpu), stop_gradient=True,\n       [«1.», «-2.»])",
    "[«0.» «1.» ... «98.» «99.»]",
  ],
  tables: [
    "a (b)\n1, («2»)",
    "time (s), voltage (mV)\n«0.1», «-2»\n«0.2», «3»\n",
    "a\tb\n«1»\t«-2»",
    "| x | y |\n|---|---|\n| «1» | «-2» |",
    "f(x)\nno number here",
    "y = f(x)\n3",
  ],
};

describe("which numbers of a text are transformed", () => {
  for (const [rule, texts] of Object.entries(cases)) {
    it(rule, () => {
      for (const text of texts) assert.equal(marked(text.replace(/[«»]/g, "")), text);
    });
  }

  it("takes time in proportion to the text, whatever is left open", function () {
    // Together they take a few seconds; quadratic, a single one would take minutes.
    this.timeout(40_000);
    for (const piece of [
      "[",
      "]",
      "'",
      '\\"',
      "/*",
      "'''",
      "//",
      "1j ",
      "1-",
      "- ",
      "x[1.0",
      "((",
      "1 + 2j",
      "\t(",
      "=a",
    ]) {
      transformSteps(piece.repeat(400_000 / piece.length), { function: "relu" });
    }
  });
});
