import assert from "node:assert/strict";
import { themes } from "../../../src/engine/curve/theme.ts";
import { functionById, functions } from "../../../src/engine/functions/index.ts";
import { fileBytes } from "../../../src/extension/panel/exported-file.ts";
import { type CurveModel, readOut } from "../../../src/webview/charts/model.ts";
import { chartTheme } from "../../../src/webview/charts/theme.ts";
import { chartCsv, heatMapCsv, tableCsv } from "../../../src/webview/export/csv.ts";
import { chartSvg } from "../../../src/webview/export/chart-svg.ts";
import { heatMapSvg } from "../../../src/webview/export/heat-map-svg.ts";
import { chartLatex, heatMapLatex, tableLatex } from "../../../src/webview/export/latex.ts";
import { latexText } from "../../../src/webview/export/latex-text.ts";
import { readLabSettings, readLabState } from "../../../src/webview/protocol.ts";
import { entriesOf, overlay, overlayCursor } from "../../../src/webview/views/compare/model.ts";
import { depthCurves, depthCursor, theoryOf } from "../../../src/webview/views/depth/model.ts";
import { formulaOf } from "../../../src/webview/views/formula.ts";
import { curvesOf, cursorOf } from "../../../src/webview/views/function/curves.ts";
import { stepsExport, stepsSvg } from "../../../src/webview/views/transform/export.ts";
import { toTransform } from "../../../src/webview/views/transform/model.ts";
import { type Element, readSvg } from "./read-svg.ts";

const theme = chartTheme(() => "", themes.light, "system-ui, 'Ubuntu', \"Droid Sans\"");
const size = { title: "A <title> & more", width: 640, height: 320 };

function functionModel(functionId: string, more: object = {}): CurveModel {
  const state = readLabState({ functionId, orders: [true, true, true], tangent: true, ...more });
  const fn = functionById(state.functionId);
  return { ...curvesOf(fn, state, 200), ...cursorOf(fn, state) };
}

function compareModel(): CurveModel {
  const state = readLabState({
    compare: ["relu", "gelu", "leaky_relu"].map((functionId) => ({ functionId })),
  });
  const entries = entriesOf(state);
  return { ...overlay(entries, 1, 200), cursor: overlayCursor(entries, 1, 2), slope: undefined };
}

function depthModel(): CurveModel {
  const theory = theoryOf(readLabState({ functionId: "sigmoid", depth: { initialisation: "xavier" } }));
  return { ...depthCurves(theory, undefined), cursor: depthCursor(theory, undefined, 3), slope: undefined };
}

/** Numbers at the axis whose labels are anchored so, by their place: what a person reads off the picture. */
function scaleOf(elements: readonly Element[], anchor: "end" | "middle", place: "x" | "y") {
  const labels = elements.filter((e) => e.name === "text" && e.attributes["text-anchor"] === anchor);
  const [first, last] = [labels[0]!, labels.at(-1)!].map(({ attributes, text }) => ({
    at: Number(attributes[place]) - (place === "y" ? 4 : 0),
    value: Number(text.replace(/^10/, "").replace(/./g, (c) => "-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)] ?? c)),
  }));
  const slope = (last!.value - first!.value) / (last!.at - first!.at);
  return (at: number) => first!.value + slope * (at - first!.at);
}

function pointsOf({ attributes }: Element): number[][] {
  return [...attributes["d"]!.matchAll(/[ML](\S+?) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe("a chart as SVG", () => {
  for (const [name, model] of [
    ["f, f′ and f″", functionModel("gelu")],
    ["several functions", compareModel()],
    ["exponents", depthModel()],
  ] as const) {
    it(`has every curve where its numbers are on the axes: ${name}`, () => {
      const elements = readSvg(chartSvg(model, theme, size));
      const [toX, toY] = [scaleOf(elements, "middle", "x"), scaleOf(elements, "end", "y")];
      const lines = elements.filter((e) => e.name === "path" && e.attributes["stroke-width"] === "2");
      // Then the samples of the legend.
      const curves = lines.slice(0, model.lines.length).reverse();
      const [unitX, unitY] = [model.interval[1] - model.interval[0], model.range[1] - model.range[0]];
      for (const [i, { x, y }] of model.lines.entries()) {
        const points = pointsOf(curves[i]!);
        for (const [point, end] of [
          [points[0]!, 0],
          [points.at(-1)!, x.length - 1],
        ] as const) {
          assert.ok(Math.abs(toX(point[0]!) - x[end]!) < unitX / 400, `x of curve ${i}`);
          assert.ok(Math.abs(toY(point[1]!) - y[end]!) < unitY / 200, `y of curve ${i}`);
        }
      }
    });
  }

  it("has the strip of a random function's draws, all of it, where its numbers are", () => {
    const model = functionModel("rrelu", { interval: [-4, 4], tangent: false });
    const elements = readSvg(chartSvg(model, theme, size));
    const [toX, toY] = [scaleOf(elements, "middle", "x"), scaleOf(elements, "end", "y")];
    const strip = pointsOf(elements.find((e) => e.attributes["fill-opacity"] === "0.2")!);
    const ends = [strip[0]!, strip.at(-1)!].map(([x, y]) => [toX(x!), toY(y!)]);
    // Slopes between 1/8 and 1/3 are drawn.
    for (const [i, [x, y]] of (
      [
        [-4, -4 / 3],
        [-4, -4 / 8],
      ] as const
    ).entries()) {
      assert.ok(Math.abs(ends[i]![0]! - x) < 0.02, `x ${ends[i]![0]}`);
      assert.ok(Math.abs(ends[i]![1]! - y) < 0.02, `y ${ends[i]![1]}`);
    }
  });

  it("is well-formed and draws only, for every function and whatever it is called", () => {
    for (const { id } of functions) {
      for (const more of [{}, { interval: [-1e9, 1e9] }, { cursor: 77 }, { orders: [false, false, false] }]) {
        const content = chartSvg(functionModel(id, more), theme, size);
        const elements = readSvg(content);
        assert.doesNotMatch(content, /NaN|Infinity|undefined/, id);
        assert.equal(elements.find((e) => e.name === "title")!.text, size.title);
        assert.ok(fileBytes({ format: "svg", name: id, content }).length > 0);
      }
    }
  });

  it("has the read-out as its legend, with the dashes of each curve", () => {
    const model = functionModel("relu");
    const elements = readSvg(chartSvg(model, theme, size));
    const texts = elements.filter((e) => e.name === "text").map(({ text }) => text);
    for (const part of readOut(model).split(", ")) assert.ok(texts.includes(part), part);
    const dashes = new Set(elements.map(({ attributes }) => attributes["stroke-dasharray"]));
    assert.deepEqual([...dashes].filter((dash) => dash !== undefined).sort(), ["2 3", "7 4"]);
  });

  it("keeps every text inside the picture, however narrow the chart is seen", () => {
    for (const width of [100, 360, 1200]) {
      const [root, ...rest] = readSvg(chartSvg(compareModel(), theme, { ...size, width }));
      const limit = Number(root!.attributes["width"]);
      for (const { name, attributes, text } of rest) {
        if (name !== "text" || attributes["text-anchor"]) continue;
        const end = Number(attributes["x"]) + 7 * text.length;
        assert.ok(end <= limit + 8, `“${text}” ends at ${end} of ${limit}`);
      }
    }
  });
});

describe("a heat map as SVG", () => {
  const values = [0, 0, 1, -1, NaN, 2];
  const model = { rows: 2, columns: 3, values, limit: 2 };

  it("colours each cell once", () => {
    const svg = heatMapSvg(model, theme, "Map", '<svg viewBox="0 0 1 1"><circle r="1" fill="red"/></svg>');
    const cells = readSvg(svg).filter((e) => e.attributes["d"]?.endsWith("z"));
    const covered = cells.flatMap(({ attributes }) =>
      [...attributes["d"]!.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].flatMap(([, x, y, n]) =>
        Array.from({ length: Number(n) }, (_, i) => `${Number(x) + i},${y!}`),
      ),
    );
    assert.deepEqual(covered.sort(), ["0,0", "0,1", "1,0", "1,1", "2,0", "2,1"]);
    assert.equal(cells.length, 5, "equal neighbours are one stretch");
    assert.ok(fileBytes({ format: "svg", name: "m", content: svg }).length > 0);
  });

  it("has its numbers as CSV, from the top left", () => {
    assert.equal(heatMapCsv(model), "0,0,1\r\n-1,,2\r\n");
  });
});

describe("a chart as CSV", () => {
  const rowsOf = (csv: string) =>
    csv
      .trimEnd()
      .split("\r\n")
      .map((row) => row.split(","));

  it("has a column for each curve, whole doubles, and an empty field at a gap", () => {
    const model = functionModel("relu");
    const [head, ...rows] = rowsOf(chartCsv(model));
    assert.deepEqual(head, ["x", "f", "f′", "f″"]);
    assert.equal(rows.length, model.lines[0]!.x.length);
    for (const [i, row] of rows.entries()) {
      const wanted = [model.lines[0]!.x[i]!, ...model.lines.map(({ y }) => y[i]!)];
      assert.deepEqual(
        row.map((text) => (text === "" ? NaN : Number(text))),
        wanted,
      );
    }
    assert.ok(
      rows.some((row) => row[2] === ""),
      "f′ jumps at 0",
    );
  });

  it("has a row for each point where the curves have points of their own", () => {
    const model = compareModel();
    const [head, ...rows] = rowsOf(chartCsv(model));
    assert.deepEqual(head, ["curve", "x", "value"]);
    assert.equal(
      rows.length,
      model.lines.reduce((sum, { x }) => sum + x.length, 0),
    );
  });

  it("has the numbers, not their exponents", () => {
    const theory = theoryOf(readLabState({ functionId: "sigmoid", depth: { initialisation: "xavier" } }));
    const [head, ...rows] = rowsOf(chartCsv(depthModel()));
    assert.deepEqual(head, ["layer", "signal", "gradient"]);
    for (const [i, [, signal]] of rows.entries()) {
      assert.ok(Math.abs(Number(signal) / theory.signal[i]! - 1) < 1e-11);
    }
  });

  it("quotes what would be read as the end of a field", () => {
    assert.equal(tableCsv([["a,b", 'say "x"', "c\nd", "e"]]), '"a,b","say ""x""","c\nd",e\r\n');
  });
});

describe("the steps of a transform", () => {
  const state = readLabState({ functionId: "relu" });
  const model = toTransform(state, readLabSettings(undefined));
  assert.ok(model.kind === "result");
  const exported = stepsExport(model, "ReLU, step by step", formulaOf(state));

  it("are a table of values", () => {
    assert.equal(
      exported.csv(),
      'Input,Step,Output\r\n-2.0,"max(0, -2)",0\r\n0.5,"max(0, 0.5)",0.5\r\n-0.3,"max(0, -0.3)",0\r\n1.2,"max(0, 1.2)",1.2\r\n',
    );
  });

  it("are bars on one scale, each number beside its own", () => {
    const elements = readSvg(stepsSvg(model.rows, "ReLU", theme));
    const bars = elements.filter((e) => e.name === "rect").slice(1);
    assert.equal(bars.length, 8);
    const width = (i: number) => Number(bars[i]!.attributes["width"]);
    assert.ok(Math.abs(width(0) / width(6) - 2 / 1.2) < 0.02, "-2 beside 1.2");
    assert.equal(width(1), 1, "0 after ReLU is the line of 0");
    const texts = elements.filter((e) => e.name === "text").map(({ text }) => text);
    for (const text of ["-2.0", "max(0, -0.3)", "1.2"]) assert.ok(texts.includes(text), text);
  });

  it("say that they are the first of many", () => {
    const many = readLabState({
      functionId: "relu",
      numbers: Array.from({ length: 101 }, (_, i) => i).join(" "),
    });
    const result = toTransform(many, readLabSettings(undefined));
    assert.ok(result.kind === "result");
    assert.match(stepsExport(result, "ReLU", undefined).name, /the first 100 numbers$/);
  });
});

describe("a chart as LaTeX", () => {
  function check(latex: string): void {
    const code = latex.replace(/^%.*$/gm, "").replace(/\\[\\{}$&#%_]/g, "");
    assert.match(code, /^[\x20-\x7e\n]*$/, "ASCII alone, but for comments");
    let depth = 0;
    for (const letter of code) {
      depth += letter === "{" ? 1 : letter === "}" ? -1 : 0;
      assert.ok(depth >= 0, "a brace closes what was not opened");
    }
    assert.equal(depth, 0);
    const open: string[] = [];
    for (const [, what, name] of code.matchAll(/\\(begin|end)\{(\w+)\}/g)) {
      if (what === "begin") open.push(name!);
      else assert.equal(open.pop(), name);
    }
    assert.deepEqual(open, []);
    assert.equal(code.split("$").length % 2, 1, "an even number of $");
    assert.doesNotMatch(code, /Infinity|undefined|[^a-z]NaN/);
  }

  it("is balanced and ASCII for every function", () => {
    for (const { id } of functions) {
      const model = functionModel(id);
      const formula = formulaOf(readLabState({ functionId: id }));
      check(chartLatex(model, theme, { title: `${id}: f, f′ & more`, formula }));
    }
    check(chartLatex(compareModel(), theme, { title: "50 % of f′" }));
    check(chartLatex(depthModel(), theme, { title: "x_1 {" }));
    check(tableLatex("T", [["Input"], ["{2}"]], formulaOf(readLabState({ functionId: "leaky_relu" }))));
  });

  it("has the points of the curve, thinned to what no eye misses, and a gap where it jumps", () => {
    const model = functionModel("relu", { orders: [true, true, false] });
    const latex = chartLatex(model, theme, { title: "ReLU" });
    const plots = latex.split("\\addplot").slice(1);
    const points = (text: string) =>
      [...text.matchAll(/\(([^,()]+),([^,()]+)\)/g)].map(([, x, y]) => `${x!},${y!}`);
    assert.deepEqual(points(plots[0]!), ["-4,0", "0,0", "4,4"]);
    assert.deepEqual(points(plots[1]!), ["-4,0", "0,0", "0,nan", "0,1", "4,1"]);
  });

  it("leaves rows and columns out of a picture that TeX could not hold", () => {
    const values = Array.from({ length: 121 * 121 }, (_, i) => Math.sin(i));
    const latex = heatMapLatex({ rows: 121, columns: 121, values, limit: 1 }, theme, "Map");
    check(latex);
    assert.match(latex, /mesh\/cols=41/);
    assert.equal(latex.match(/\(\d+,\d+\) \[/g)!.length, 41 * 41);
  });

  it("escapes what LaTeX reads as a sign", () => {
    assert.equal(
      latexText("50 % of a_b & {c} #1 $x$ f′(x₁) 10⁻³ ☃"),
      "50 \\% of a\\_b \\& \\{c\\} \\#1 \\$x\\$ f$'$(x$_{1}$) 10$^{-}$$^{3}$ ?",
    );
    check(
      tableLatex("T", [
        ["Input", "x_i"],
        ["-2", "<0"],
      ]),
    );
  });
});
