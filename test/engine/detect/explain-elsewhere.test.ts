/** Why nothing is shown, in languages that are read by their tokens. */
import assert from "node:assert/strict";
import { analyse, explainAt } from "../../../src/engine/detect/analysis.ts";
import { languages } from "../../../src/engine/languages/index.ts";

/** `¦` is where is asked. */
const cases: readonly (readonly [language: string, code: string, sentence: RegExp])[] = [
  ["cpp", "#include <torch/to¦rch.h>\nauto y = torch::relu(x);", /^An import only/],
  ["cpp", "auto y = torch::relu(x); // torch::re¦lu", /^This is a comment/],
  ["cpp", 'auto y = register_module("re¦lu", torch::relu);', /^The string "relu" is not passed/],
  ["cpp", "auto y = torch::n¦n::Linear(1); torch::relu(x);", /^This is torch::nn, which holds/],
  ["cpp", "auto y = torch::nn::Lin¦ear(1); torch::relu(x);", /^This is torch::nn::Linear, which is not one/],
  ["cpp", "struct A { int a; void f() { a->rel¦u(1, 2); torch::relu(x); } };", /^What a\.relu is cannot/],
  [
    "cpp",
    "struct A { torch::nn::ReLU a; void f() { a¦->forward(x); } };",
    /^This is a use of torch::nn::ReLU/,
  ],
  ["cpp", "void f(F relu) { using namespace torch; re¦lu(x); }", /^relu is a parameter \(line 1\)/],
  ["julia", "using Fl¦ux\nrelu(1)", /^An import only/],
  ["julia", "using Flux\nrelu(x) = 1\nre¦lu(1); gelu(x)", /^relu is a function defined here \(line 2\)/],
  ["julia", "using Flux\nsoftmax(x; di¦ms = 1)", /^dims is the name of an argument/],
  [
    "swift",
    "import MLXNN\nlet y = leakyRelu(x, negative¦Slope: 0.1)",
    /^negativeSlope is the name of an arg/,
  ],
  ["swift", "import MLXNN\nlet y = relu(x, own: Li¦near())", /^Nothing in this file says what Linear is/],
  ["rust", "use candle_nn::o¦ps;\nfn f() { ops::silu(1) }", /^An import only/],
  ["rust", "use candle_nn::ops;\nfn f(ops: T) { ops.si¦lu(1, 2) }", /^ops is a parameter \(line 2\)/],
];

describe("why nothing is shown, elsewhere than in Python", () => {
  for (const [id, marked, sentence] of cases) {
    it(`says so at ${JSON.stringify(marked)}`, async () => {
      const syntax = await languages.find((language) => language.id === id)!.load();
      const code = marked.replace("¦", "");
      assert.match(explainAt(analyse([code], syntax), 0, marked.indexOf("¦")).sentence, sentence);
    });
  }
});
