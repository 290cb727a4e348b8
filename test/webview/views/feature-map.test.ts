import assert from "node:assert/strict";
import { functions } from "../../../src/engine/functions/index.ts";
import { kernelOf } from "../../../src/engine/convolve/kernels.ts";
import { histogramOf, topOf } from "../../../src/webview/charts/histogram.ts";
import { readLabState } from "../../../src/webview/protocol.ts";
import { withFunction } from "../../../src/webview/state.ts";
import { mermaidOf } from "../../../src/webview/views/feature-map/mermaid.ts";
import {
  featureMapOf,
  figureRows,
  mapKey,
  problemOf,
  stepOf,
  verdictOf,
} from "../../../src/webview/views/feature-map/model.ts";
import { readPadding, readPair } from "../../../src/webview/views/feature-map/pairs.ts";
import { featureMapPresets, patchOf } from "../../../src/webview/views/feature-map/presets.ts";
import { convolutionText, kernelIdOf } from "../../../src/webview/views/feature-map/texts.ts";
import { movedBy, placeFrom, traceOf, traceText } from "../../../src/webview/views/feature-map/trace.ts";

const state = (featureMap: object = {}, functionId = "relu") => readLabState({ functionId, featureMap });

function mapOf(featureMap: object = {}, functionId = "relu") {
  const given = state(featureMap, functionId);
  return { given, map: featureMapOf(given), trace: traceOf(given, featureMapOf(given)) };
}

function preset(name: string) {
  const found = featureMapPresets().find((candidate) => candidate.name === name)!;
  const start = withFunction(readLabState(undefined), found.functionId);
  return featureMapOf({ ...start, ...patchOf(found, start) });
}

const values = (map: ReturnType<typeof featureMapOf>, id: Parameters<typeof stepOf>[1]) => [
  ...stepOf(map, id)!.plane.values,
];

describe("the feature map", () => {
  it("goes through every step in its order", () => {
    const order = (featureMap: object) => mapOf(featureMap).map.steps.map(({ id }) => id);
    assert.deepEqual(order({ pooling: "none" }), ["picture", "convolution", "activation"]);
    assert.deepEqual(order({ normalisation: "before" }), [
      "picture",
      "convolution",
      "normalisation",
      "activation",
      "pooling",
    ]);
    assert.deepEqual(order({ normalisation: "after", pooling: "none" }), [
      "picture",
      "convolution",
      "activation",
      "normalisation",
    ]);
  });

  it("has the shapes that the frameworks have", () => {
    // 32 × 32 through a first layer of ResNet: Conv2d(3, 64, 7, stride=2, padding=3), MaxPool2d(2)
    const shapes = figureRows(
      mapOf({
        kernel: kernelOf("he", [7, 7], 1),
        stride: [2, 2],
        padding: [3, 3],
      }).map,
    ).map((row) => row[2]);
    assert.deepEqual(shapes, ["32 × 32", "16 × 16", "16 × 16", "8 × 8"]);
  });

  it("takes a picture from outside from black, 0, to white, 1, exactly in 256ths", () => {
    const own = { name: "cat.png", rows: 1, columns: 4, values: [0, 127, 128, 255] };
    const { map } = mapOf({ picture: "own", own, pooling: "none" });
    assert.equal(map.steps[0]!.how, "cat.png");
    assert.deepEqual(values(map, "picture"), [0, 127 / 256, 129 / 256, 1]);
  });

  it("finds edges with their sign, of which ReLU keeps one", () => {
    const { map } = mapOf({ picture: "gradient", pooling: "none", padding: [0, 0] });
    // 0 to 1 over 31 steps, and Sobel's weights sum up 8 of them.
    for (const value of values(map, "convolution")) assert.ok(Math.abs(value - 8 / 31) < 8 / 256);
    const turned = mapOf({
      picture: "gradient",
      padding: [0, 0],
      kernel: { rows: 1, columns: 2, values: [1, -1] },
    }).map;
    assert.equal(verdictOf(turned).slice(0, 33), "100 % of the map are 0 after ReLU");
    assert.match(verdictOf(turned), /Nothing of the picture is left/);
  });

  it("counts what cancels as 0: white and black places have no edges", () => {
    const zeros = values(mapOf({ picture: "checker", pooling: "none" }).map, "convolution");
    assert.ok(zeros.filter((value) => value === 0).length > 200);
    assert.equal(
      zeros.reduce((sum, value) => sum + value, 0),
      0,
    );
  });

  it("says what its examples say", () => {
    const share = (name: string, sign: 1 | -1) => {
      const all = values(preset(name), "activation");
      return all.filter((value) => value * sign > 0).length / all.length;
    };
    assert.deepEqual([share("ReLU keeps one side", -1), share("A low bias kills the map", 1)], [0, 0]);
    assert.ok(share("ReLU keeps one side", 1) > 0.1);
    for (const name of ["Tanh keeps both", "Leaky ReLU lets some through"]) {
      assert.ok(share(name, 1) > 0.1 && share(name, -1) > 0.1, name);
    }
    assert.ok(stepOf(preset("A low bias kills the map"), "convolution")!.statistics.highest < 0);
    const [edges, revived] = [preset("ReLU keeps one side"), preset("Batch norm revives it")];
    const isEdge = (map: ReturnType<typeof featureMapOf>) =>
      values(map, "activation").map((value) => value > 0);
    assert.deepEqual(isEdge(revived), isEdge(edges));
    const pooled = preset("Pooling keeps the strongest");
    const [before, after] = ["activation", "pooling"] as const;
    assert.equal(values(pooled, after).length, values(pooled, before).length / 4);
    assert.equal(stepOf(pooled, after)!.statistics.highest, stepOf(pooled, before)!.statistics.highest);
  });

  it("takes every function of one number, and has a word for the others", () => {
    for (const { id } of functions) {
      const given = state({}, id);
      const why = problemOf(given);
      if (why === undefined) assert.ok(figureRows(featureMapOf(given)).length >= 3, id);
      else assert.match(why, /entry by entry/, id);
    }
  });

  it("says what is wrong with a kernel, and where", () => {
    const kernel = { rows: 2, columns: 2, values: [1, 2, NaN, 4] };
    const given = state({ kernel });
    assert.match(problemOf(given)!, /row 2, column 1 of the kernel is no number/);
    assert.match(problemOf(readLabState(JSON.parse(JSON.stringify(given))))!, /row 2, column 1/);
    assert.match(
      problemOf(state({ kernel: kernelOf("box", [11, 11], 1), dilation: [8, 8] }))!,
      /does not fit on the picture of 32 × 32/,
    );
    assert.match(
      problemOf(
        state({
          stride: [8, 8],
          padding: [0, 0],
          poolSize: 4,
          picture: "noise",
          kernel: kernelOf("box", [9, 9], 1),
        }),
      )!,
      /no square of 4 × 4/,
    );
  });

  it("counts values that a double has no room for, and draws the rest", () => {
    const kernel = { rows: 1, columns: 1, values: [1e6] };
    const { map } = mapOf({ kernel, padding: [0, 0], pooling: "none" }, "exponential");
    assert.match(verdictOf(map), /\d+ values are not finite/);
    assert.ok(Number.isFinite(map.limit));
  });

  it("depends on everything but the followed value and the scale", () => {
    const key = mapKey(state());
    assert.equal(mapKey(state({ at: [1, 2], isShared: false })), key);
    for (const change of [{ bias: 1 }, { seed: 2 }, { stride: [2, 1] }, { picture: "noise" }]) {
      assert.notEqual(mapKey(state(change)), key);
    }
  });
});

describe("one value of the feature map", () => {
  it("is the sum of its products, and what every step made of it", () => {
    const given = { at: [4, 7], bias: 0.5, normalisation: "before", picture: "noise", seed: 3 };
    const { trace, map } = mapOf(given, "tanh");
    const sum = trace.products.values.reduce((total, product) => total + product, 0.5);
    const [convolution, normalised, activation, pooled] = trace.links.map(({ value }) => value);
    assert.ok(Math.abs(convolution! - sum) < 1e-12);
    const { mean, variance } = stepOf(map, "convolution")!.statistics;
    assert.ok(Math.abs(normalised! - (sum - mean) / Math.sqrt(variance + 1e-5)) < 1e-12);
    assert.ok(Math.abs(activation! - Math.tanh(normalised!)) < 1e-15);
    assert.ok(pooled! >= activation!);
    assert.match(
      traceText(trace),
      /^Row 5, column 8: Convolution .*, Batch norm .*, Tanh .*, Max pooling .*\.$/,
    );
    assert.equal(trace.links[0]!.how.endsWith("+ 0.5"), true);
  });

  it("shows the formula with its number in it", () => {
    const { trace } = mapOf({ pooling: "none" });
    assert.equal(trace.links[1]!.how, `max(0, ${trace.links[0]!.value.toPrecision(4)})`);
  });

  it("outlines what the kernel lies on, also in the padding", () => {
    const layer = { at: [0, 2], stride: [2, 2], padding: [1, 1], dilation: [2, 1] };
    const { areas } = mapOf(layer).trace;
    assert.deepEqual(areas.picture, { row: -1, column: 3, rows: 5, columns: 3 });
    assert.deepEqual(areas.convolution, { row: 0, column: 2, rows: 1, columns: 1 });
    assert.deepEqual(areas.pooling, { row: 0, column: 1, rows: 1, columns: 1 });
  });

  it("stays inside a map that has become smaller, and leaves the pooling out where it was left out", () => {
    const { trace, map } = mapOf({ at: [31, 31], stride: [2, 2], padding: [0, 0] });
    assert.deepEqual(trace.at, [14, 14]);
    assert.equal(stepOf(map, "pooling")!.plane.rows, 7);
    assert.deepEqual([trace.links.at(-1)!.id, trace.areas.pooling], ["activation", undefined]);
  });

  it("is found again from the place that is pointed at in any map", () => {
    const { given, map } = mapOf({ stride: [2, 2] });
    assert.deepEqual(placeFrom(given, map, "activation", [3, 4]), [3, 4]);
    assert.deepEqual(placeFrom(given, map, "pooling", [3, 4]), [6, 8]);
    assert.deepEqual(placeFrom(given, map, "picture", [6, 8]), [3, 4]);
    assert.deepEqual(placeFrom(given, map, "picture", [31, 0]), [15, 0]);
  });

  it("moves by keys and stays at the edges", () => {
    const { map } = mapOf();
    const move = (key: string, shiftKey = false) => movedBy({ key, shiftKey }, map, [1, 30]);
    assert.deepEqual(move("ArrowUp"), [0, 30]);
    assert.deepEqual(move("ArrowUp", true), [0, 30]);
    assert.deepEqual(move("ArrowRight"), [1, 31]);
    assert.deepEqual(move("End"), [1, 31]);
    assert.deepEqual(move("Home"), [1, 0]);
    assert.deepEqual(move("PageDown"), [6, 30]);
    assert.equal(move("toString"), undefined);
  });
});

describe("the histogram", () => {
  it("counts zeros apart, leaves out what is no number, and takes the ends in", () => {
    const { bins, zeros } = histogramOf([-1, -0.01, 0, -0, 0.01, 1, NaN, Infinity], [-1, 1]);
    assert.equal(zeros, 2 / 8);
    assert.deepEqual([bins[0], bins[15], bins[16], bins[31]], [1 / 8, 1 / 8, 1 / 8, 1 / 8]);
    assert.equal(topOf({ bins, zeros }), 1 / 8);
    assert.equal(topOf({ bins: [0, 0], zeros: 1 }), 1);
  });
});

describe("the layer in words", () => {
  it("knows a kernel by its weights", () => {
    const { featureMap } = state({
      kernel: kernelOf("he", [3, 3], 4),
      seed: 4,
      padding: "same",
      dilation: [1, 2],
    });
    assert.equal(convolutionText(featureMap), "Random, He 3 × 3, stride 1, padding same, dilation 1, 2");
    assert.equal(kernelIdOf({ rows: 1, columns: 2, values: [1, 5] }, 1), undefined);
    assert.equal(kernelIdOf(kernelOf("sobel-y", [5, 5], 1), 1), "sobel-y");
  });

  it("takes one number or two, as frameworks do", () => {
    const pair = (text: string) => readPair(text, [1, 11]);
    for (const text of ["3", "3, 3", "(3, 3)", "3 × 3", "3x3", "[3,3]", " 3 3 "]) {
      assert.deepEqual(pair(text), { value: [3, 3] }, text);
    }
    assert.deepEqual(pair("1, 7"), { value: [1, 7] });
    for (const text of ["", "0", "12", "1.5", "3, 3, 3", "NaN", "a", "-3"])
      assert.ok("problem" in pair(text), text);
    assert.deepEqual(readPadding("Same", [0, 16]), { value: "same" });
    assert.deepEqual(readPadding("valid", [0, 16]), { value: [0, 0] });
  });
});

describe("the diagram as Mermaid's text", () => {
  it("has every step and every number of the followed value", () => {
    const { map, trace } = mapOf({ normalisation: "before" });
    const text = mermaidOf(map, trace);
    assert.match(text, /^flowchart LR\n/);
    assert.match(text, /picture --> convolution --> normalisation --> activation --> pooling\n/);
    assert.match(
      text,
      /convolution\["Convolution<br\/>Sobel x 3 × 3, stride 1, padding 1<br\/>32 × 32<br\/>-4 … 4, mean /,
    );
    assert.match(text, /one-window --> one-products --> one-convolution --> one-normalisation --> /);
  });

  it("keeps a label's text from ending the label, or being markup", () => {
    const { map, trace } = mapOf();
    const [picture, ...rest] = map.steps;
    const text = mermaidOf({ ...map, steps: [{ ...picture!, how: 'a"]; <b>#x' }, ...rest] }, trace);
    assert.ok(text.includes("<br/>a#34;#93;#59; #60;b#62;#35;x<br/>"), text);
  });
});
