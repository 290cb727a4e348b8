import assert from "node:assert/strict";
import fc from "fast-check";
import { type CurveSvgOptions, curveSvg } from "../../../src/engine/curve/svg.ts";
import { themes } from "../../../src/engine/curve/theme.ts";
import {
  type FunctionId,
  type ParameterValues,
  functionById,
  functions,
} from "../../../src/engine/functions/index.ts";

const draw = (id: FunctionId, params: ParameterValues = {}, options: Partial<CurveSvgOptions> = {}) =>
  curveSvg(functionById(id), params, { theme: themes.dark, ...options });

/** Names of elements whose tags do not nest; empty for well-formed text. */
function unbalanced(svg: string): string[] {
  const open: string[] = [];
  for (const [, closing, name, selfClosing] of svg.matchAll(
    /<(\/?)([a-z]+)(?:\s+[a-zA-Z-]+="[^"<]*")*\s*(\/?)>/g,
  )) {
    if (selfClosing) continue;
    if (!closing) open.push(name!);
    else if (open.pop() !== name) return [name!];
  }
  return open;
}

/** All numbers of path data, as points. */
function pointsOf(svg: string): [number, number][] {
  const lines = [...svg.matchAll(/<path d="([^"]*)" fill="none" stroke="[^"]*" stroke-width/g)].map(
    ([, d]) => d!,
  );
  return lines.flatMap((d) =>
    [...d.matchAll(/[ML](\S+?) ([-\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as [number, number]),
  );
}

describe("a curve's picture", () => {
  it("is well-formed, small, of the size asked for, and has no ids, for every function and theme", () => {
    for (const { id } of functions) {
      for (const theme of Object.values(themes)) {
        const svg = draw(id, {}, { theme, orders: [0, 1, 2] });
        assert.deepEqual(unbalanced(svg), [], id);
        assert.ok(Buffer.byteLength(svg) < 4000, `${id}: ${svg.length}`);
        assert.match(svg, /^<svg [^>]*width="320" height="90" viewBox="0 0 320 90" role="img"/);
        assert.doesNotMatch(svg, / id=|NaN|Infinity|undefined/);
      }
    }
    assert.notDeepEqual(unbalanced("<svg><g></svg>"), []);
  });

  it("keeps its lines inside the frame", () => {
    for (const { id } of functions) {
      const points = pointsOf(draw(id, {}, { orders: [0, 1, 2] }));
      assert.ok(points.length >= 6, id);
      for (const [x, y] of points) assert.ok(x >= 0 && x <= 320 && y >= 0 && y <= 90, `${id}: ${x} ${y}`);
    }
  });

  it("draws f solid, f′ dashed, f″ dotted, each labelled", () => {
    const svg = draw("gelu", {}, { orders: [0, 1, 2] });
    assert.equal(svg.match(/stroke-linejoin="round"\/>/g)?.length, 1);
    assert.equal(svg.match(/stroke-dasharray="5 3"/g)?.length, 1);
    assert.equal(svg.match(/stroke-dasharray="1.5 3"/g)?.length, 1);
    assert.match(svg, />f<\/text>/);
    assert.match(svg, />f<tspan dx="1.5">′<\/tspan><\/text>/);
    assert.match(svg, />f<tspan dx="1.5">″<\/tspan><\/text>/);
    assert.doesNotMatch(draw("gelu", {}, { orders: [0] }), /dasharray/);
  });

  it("breaks f′ at a kink and rings the kink, full and open at a jump of f", () => {
    const relu = draw("relu");
    const [, dashed] = /<path d="([^"]*)"[^>]*dasharray/.exec(relu) ?? [];
    assert.equal(dashed?.match(/M/g)?.length, 2);
    assert.equal(relu.match(/<circle /g)?.length, 1);
    const jumping = draw("generalized_relu", { threshold: 1 });
    assert.equal(jumping.match(/<circle [^>]*fill="none"/g)?.length, 1);
    assert.equal(jumping.match(/<circle [^>]*fill="#/g)?.length, 1);
    assert.doesNotMatch(draw("gelu"), /<circle /);
  });

  it("shades the flat ends and only those", () => {
    const shades = (id: FunctionId) => draw(id).match(/<rect [^>]*fill-opacity/g)?.length ?? 0;
    assert.deepEqual(
      (["relu", "sigmoid", "leaky_relu", "relu6", "elu"] as const).map(shades),
      [1, 2, 0, 2, 1],
    );
  });

  it("follows the parameters", () => {
    assert.notEqual(draw("leaky_relu", { negative_slope: 0.2 }), draw("leaky_relu", { negative_slope: 0.3 }));
    assert.notEqual(draw("softmax", {}, { units: 2 }), draw("softmax", {}, { units: 10 }));
  });

  it("says in its title what it shows and in its description every fact", () => {
    const svg = draw("leaky_relu", { negative_slope: 0.2 });
    assert.match(svg, /<title>Leaky ReLU: f, f′ for x from -4 to 4<\/title>/);
    assert.match(svg, /<desc>f\(-2\) = -0\.4, f\(0\) = 0, f\(2\) = 2\. f′ from 0\.2 to 1\. kink at x = 0/);
  });

  it("says so where a parameter is outside its domain", () => {
    const svg = draw("elu", { alpha: -1 });
    assert.match(svg, /<desc>alpha=-1 is outside its domain/);
    assert.match(svg, />parameters outside their domain<\/text>/);
    assert.doesNotMatch(draw("elu"), /outside/);
  });

  it("survives any double as a parameter", () => {
    for (const fn of functions) {
      const names = Object.keys(fn.params);
      if (names.length === 0) continue;
      fc.assert(
        fc.property(fc.double(), fc.constantFrom(...names), (value, name) => {
          const svg = curveSvg(fn, { [name]: value }, { theme: themes.light });
          return (
            unbalanced(svg).length === 0 && svg.length < 20_000 && pointsOf(svg).flat().every(Number.isFinite)
          );
        }),
        { numRuns: 60 },
      );
    }
  });

  it("takes a size, an interval and a background, escaped", () => {
    const svg = draw("relu", {}, { width: 800, height: 500, interval: [-1, 1], background: '"><script>' });
    assert.match(svg, /width="800" height="500"/);
    assert.match(svg, /for x from -1 to 1/);
    assert.doesNotMatch(svg, /<script/);
  });
});
