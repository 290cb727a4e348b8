/** A parameter written into code, and the code read again: it must say the number that was asked for. */
import assert from "node:assert/strict";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import type { Use } from "../../../src/engine/detect/use.ts";
import { functionById } from "../../../src/engine/functions/index.ts";
import type { ParameterValues } from "../../../src/engine/functions/index.ts";
import { parameterPlaces } from "../../../src/engine/rewrite/parameter-places.ts";
import { type ParameterPlaces, withParameters } from "../../../src/engine/rewrite/set-parameter.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import { sites, sources, syntaxOf } from "./sites.ts";

const imports = [
  "import functools",
  "import torch",
  "import torch.nn as nn",
  "import torch.nn.functional as F",
  "import tensorflow as tf",
  "import keras",
  "import jax",
  "",
].join("\n");

function usesIn(text: string): readonly Use[] {
  return analyse([text], python).cells[0]!.uses;
}

function placesIn(text: string, use: Use): ParameterPlaces | undefined {
  return parameterPlaces({ analysis: analyse([text], python), cell: 0, use });
}

function written(code: string, values: ParameterValues): string | undefined {
  const text = imports + code;
  const [use] = usesIn(text);
  assert.ok(use, `no use in ${code}`);
  const places = placesIn(text, use);
  const call = places && withParameters(places, values);
  return (
    call && (text.slice(0, use.callRange.start) + call + text.slice(use.callRange.end)).slice(imports.length)
  );
}

describe("a parameter written into a call", () => {
  const slope = { negative_slope: 0.15 };
  for (const [before, after] of [
    ["nn.LeakyReLU()", "nn.LeakyReLU(negative_slope=0.15)"],
    ["nn.LeakyReLU(0.2)", "nn.LeakyReLU(0.15)"],
    ["nn.LeakyReLU(0.2, True)", "nn.LeakyReLU(0.15, True)"],
    ["nn.LeakyReLU(inplace=True)", "nn.LeakyReLU(inplace=True, negative_slope=0.15)"],
    ["nn.LeakyReLU(negative_slope=1e-2)", "nn.LeakyReLU(negative_slope=0.15)"],
    ["nn.LeakyReLU((0.2))", "nn.LeakyReLU((0.15))"],
    ["nn.LeakyReLU(inplace=(True))", "nn.LeakyReLU(inplace=(True), negative_slope=0.15)"],
    ["F.leaky_relu(x)", "F.leaky_relu(x, negative_slope=0.15)"],
    ["F.leaky_relu(x, -0.2)", "F.leaky_relu(x, 0.15)"],
    ["F.leaky_relu(x,)", "F.leaky_relu(x, negative_slope=0.15,)"],
    ["F.leaky_relu(\n    x,\n)", "F.leaky_relu(\n    x, negative_slope=0.15,\n)"],
    ["F.leaky_relu(\n    x,  # logits\n)", "F.leaky_relu(\n    x, negative_slope=0.15,  # logits\n)"],
    ["F.leaky_relu(\n    x  # a, b\n)", "F.leaky_relu(\n    x, negative_slope=0.15  # a, b\n)"],
    ["keras.layers.LeakyReLU(alpha=0.3)", "keras.layers.LeakyReLU(alpha=0.15)"],
    [
      "functools.partial(F.leaky_relu, negative_slope=0.3)",
      "functools.partial(F.leaky_relu, negative_slope=0.15)",
    ],
  ] as const) {
    it(`${before} becomes ${after}`, () => {
      assert.equal(written(before, slope), after);
    });
  }

  for (const code of [
    "nn.Sequential(nn.LeakyReLU)",
    "F.leaky_relu(*args)",
    "F.leaky_relu(x, **options)",
    "nn.LeakyReLU(slope)",
    "nn.LeakyReLU(",
    'keras.layers.Dense(3, activation="leaky_relu")',
  ]) {
    it(`is not offered at ${code}`, () => {
      assert.equal(written(code, slope), undefined);
    });
  }

  it("is no number where the framework wants a tensor or an initialiser", () => {
    assert.equal(written("F.prelu(x, w)", { a: 0.1 }), undefined);
    assert.equal(written("keras.layers.PReLU()", { a: 0.1 }), undefined);
    assert.equal(written("nn.PReLU()", { a: 0.1 }), "nn.PReLU(init=0.1)");
  });

  it("writes an infinite cap in the framework's word, several values at once, and nothing that is no parameter", () => {
    const before = "keras.layers.ReLU(4.0, threshold=1.0)";
    assert.equal(
      written(before, { max_value: Infinity, threshold: -0 }),
      "keras.layers.ReLU(None, threshold=-0.0)",
    );
    assert.equal(
      written(before, { negative_slope: 0.5, max_value: 2 }),
      "keras.layers.ReLU(2, threshold=1.0, negative_slope=0.5)",
    );
    assert.equal(written(before, { alpha: 1 }), undefined);
    assert.equal(written(before, { threshold: NaN }), undefined);
  });

  for (const language of sources) {
    it(`reads back as it was written, in every spelling of every framework of ${language}`, async () => {
      const syntax = await syntaxOf(language);
      let count = 0;
      for (const site of sites(language, syntax)) {
        const { analysis, use } = site;
        const { text } = analysis.cells[0]!;
        const places = parameterPlaces(site);
        const wanted = (places?.places ?? []).map(({ parameter }): [string, number] => {
          const { slider } = functionById(use.function).params[parameter as never] as {
            slider: { max: number };
          };
          return [parameter, slider.max - 0.015625];
        });
        // Each alone, and all at once.
        for (const values of [...wanted.map((one) => [one]), ...(wanted.length > 1 ? [wanted] : [])]) {
          const call = withParameters(places!, Object.fromEntries(values))!;
          const after = text.slice(0, use.callRange.start) + call + text.slice(use.callRange.end);
          const uses = analyse([after], syntax).cells[0]!.uses;
          const again = uses.find(({ range }) => range.start === use.range.start);
          for (const [parameter, value] of values) assert.equal(again?.values[parameter], value, after);
          assert.equal(again?.callRange.end, use.callRange.end + after.length - text.length, after);
          count++;
        }
      }
      const least = { python: 50, javascript: 8, rust: 20, cpp: 40, swift: 30, julia: 40 }[language];
      assert.ok(count > least, `${count} were tried`);
    });
  }
});
