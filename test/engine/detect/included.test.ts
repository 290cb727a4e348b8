import assert from "node:assert/strict";
import { analyse, explainAt } from "../../../src/engine/detect/analysis.ts";
import { ModuleSearch, notYet } from "../../../src/engine/detect/module-search.ts";
import { newestVersions } from "../../../src/engine/frameworks/versions.ts";
import { cpp } from "../../../src/engine/syntax/cpp.ts";
import { searchIn } from "./project.ts";

const header = [
  "#pragma once",
  '#include "base.h"',
  "namespace F = torch::nn::functional;",
  "namespace models {",
  "class NetImpl : public torch::nn::Module {",
  " public:",
  "  NetImpl();",
  "  torch::Tensor forward(torch::Tensor x);",
  " private:",
  "  torch::nn::ReLU relu;",
  "  torch::nn::LeakyReLU leaky{torch::nn::LeakyReLUOptions().negative_slope(0.2)};",
  "  torch::nn::GELU late{nullptr};",
  "  Other own;",
  "};",
  "class TwiceImpl { torch::nn::ReLU act; };",
  "}",
  "namespace others { class TwiceImpl { torch::nn::Tanh act; }; }",
].join("\n");

const files = {
  "/net.h": header,
  "/base.h": '#pragma once\n#include "net.h"\n#include <torch/torch.h>\nusing namespace torch::nn;\n',
  "/include/deep/away.hpp": '#include "../../net.h"\nstruct Away { torch::nn::SiLU act; };\n',
};

/** "relu attribute_use relu resolved" for each use in a file at `/models/net.cpp`. */
function usesIn(code: string): string[] {
  const modules = searchIn(files).from("/models/net.cpp");
  const { text, uses } = analyse([code], cpp, undefined, newestVersions, modules).cells[0]!;
  return uses.map(
    (use) => `${text.slice(use.range.start, use.range.end)} ${use.kind} ${use.function} ${use.certainty}`,
  );
}

describe("what C++ includes", () => {
  const forward = (body: string, name = "NetImpl") =>
    `torch::Tensor ${name}::forward(torch::Tensor x) { ${body} }`;
  const cases: readonly (readonly [what: string, code: string, expected: readonly string[]])[] = [
    ["brings its namespaces", '#include "net.h"\nauto y = F::gelu(x);', ["F::gelu call gelu resolved"]],
    [
      "brings what it includes itself",
      '#include "../net.h"\nauto y = GELU()(x);',
      ["GELU call gelu resolved"],
    ],
    [
      "brings classes, whose methods stand here",
      `#include "net.h"\nnamespace models { ${forward("return leaky->forward(relu(x));")} }`,
      ["leaky attribute_use leaky_relu likely", "relu attribute_use relu likely"],
    ],
    [
      "brings fields that are made here",
      `#include "net.h"\nmodels::NetImpl::NetImpl() { late = torch::nn::GELU(); }\n${forward("return late(x);", "models::NetImpl")}`,
      ["torch::nn::GELU call gelu resolved", "late attribute_use gelu resolved"],
    ],
    [
      "lies in an include folder above",
      `#include "deep/away.hpp"\n${forward("return this->act->forward(x);", "Away")}`,
      ["this->act attribute_use silu likely"],
    ],
    [
      "says nothing of a field of another kind",
      `#include "net.h"\n${forward("return own(x);", "models::NetImpl")}`,
      [],
    ],
    [
      "says nothing of what a variable hides",
      `#include "net.h"\n${forward("auto relu = other(); return relu(x);", "models::NetImpl")}`,
      [],
    ],
    [
      "says nothing where two classes have the name",
      `#include "net.h"\n${forward("return act(x);", "TwiceImpl")}`,
      [],
    ],
    ["is not what is not there", `#include "missing.h"\n${forward("return relu->forward(x);")}`, []],
  ];
  for (const [what, code, expected] of cases) {
    it(what, () => {
      assert.deepEqual(usesIn(code), expected);
    });
  }

  it("is read again when it changes", () => {
    const changing: Record<string, string> = { "/net.h": "struct Net { torch::nn::ReLU act; };" };
    const search = searchIn(changing);
    const functions = () =>
      analyse(
        ['#include "net.h"\ntorch::Tensor Net::forward(torch::Tensor x) { return act(x); }'],
        cpp,
        undefined,
        newestVersions,
        search.from("/net.cpp"),
      ).cells[0]!.uses.map((use) => use.function);
    assert.deepEqual(functions(), ["relu"]);
    changing["/net.h"] = "struct Net { torch::nn::GELU act; };";
    assert.deepEqual([...search.changed("/net.h")], ["/net.h", "/net.cpp"]);
    assert.deepEqual(functions(), ["gelu"]);
  });

  it("is asked for again where it was not read yet", () => {
    let text: string | typeof notYet = notYet;
    const search = new ModuleSearch({
      names: () => new Set(["net.h", "net.cpp"]),
      text: () => text,
      above: () => undefined,
    });
    const analysed = () => {
      const modules = search.from("/net.cpp");
      const { cells } = analyse(
        ['#include "net.h"\nauto y = F::relu(x);'],
        cpp,
        undefined,
        newestVersions,
        modules,
      );
      return { count: cells[0]!.uses.length, isIncomplete: modules.isIncomplete };
    };
    assert.deepEqual(analysed(), { count: 0, isIncomplete: true });
    text = "namespace F = torch::nn::functional;";
    search.arrived();
    assert.deepEqual(analysed(), { count: 1, isIncomplete: false });
  });

  it("serves explanations, too", () => {
    const code = '#include "net.h"\nauto y = F::relu;';
    const modules = searchIn(files).from("/net.cpp");
    const analysis = analyse([code], cpp, undefined, newestVersions, modules);
    assert.equal(explainAt(analysis, 0, code.indexOf("relu") + 1).kind, "use");
  });
});
