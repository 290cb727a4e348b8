/** Hovers in files of other languages than Python, in an editor in which nothing else has started the extension. */
import assert from "node:assert/strict";
import { suiteEditor } from "./suite-editor.ts";

const files = {
  "net.cpp": `#include <torch/torch.h>
namespace nn = torch::nn;

auto act = nn::LeakyReLU(nn::LeakyReLUOptions().negative_slope(0.2));
`,
  "net.jl": `using Flux

layer = Dense(10 => 5, x -> leakyrelu(x, 0.2))
`,
  "net.rs": `use candle_nn::Activation;

let act = Activation::LeakyRelu(0.2);
`,
  "Net.swift": `import MLXNN

let act = LeakyReLU(negativeSlope: 0.2)
`,
};

const words: readonly (readonly [file: keyof typeof files, word: string, name: string])[] = [
  ["net.cpp", "LeakyReLU", "torch::nn::LeakyReLU"],
  ["net.jl", "leakyrelu", "leakyrelu"],
  ["net.rs", "LeakyRelu", "LeakyRelu"],
  ["Net.swift", "LeakyReLU", "LeakyReLU"],
];

describe("a hover beside Python", () => {
  const editor = suiteEditor({ files }, (opened) => opened.openFile("net.cpp"));

  for (const [file, word, name] of words) {
    it(`says in ${file} what the function is there`, async () => {
      await editor().openFile(file);
      const text = await (await editor().hoverWord(word)).innerText();
      for (const part of ["Leaky ReLU", name, "0.2 (given", "f(-2)=-0.4"])
        assert.ok(text.includes(part), `${part} is not in: ${text}`);
      await editor().hideHover();
    });
  }
});
