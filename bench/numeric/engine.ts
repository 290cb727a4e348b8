/** This engine: each number exactly, as it is drawn, and float32 arrays. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../scripts/setup/build.mjs";
import { plainAlong } from "../../src/engine/functions/compile.ts";
import { type ElementwiseFunction, functionById } from "../../src/engine/functions/index.ts";
import { ofOrder } from "../../src/engine/curve/frame.ts";
import type { Subject } from "./subject.ts";

const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  readonly version: string;
};

const own = { version, roundsParameters: false };
const elementwise = (id: string) => functionById(id) as ElementwiseFunction;

export const engineSubjects: readonly Subject[] = [
  {
    ...own,
    name: "this engine",
    format: "float64",
    evaluate: (id, order, xs, params) => {
      const fn = elementwise(id);
      return Promise.resolve(xs.map((x) => ofOrder(fn.jet(x, params), order)));
    },
  },
  {
    ...own,
    name: "as drawn",
    format: "float64",
    evaluate: (id, order, xs, params) => {
      const along = plainAlong(elementwise(id), params, order);
      return Promise.resolve(xs.map((x) => along(x)));
    },
  },
  {
    ...own,
    name: "float32 arrays",
    format: "float32",
    evaluate: (id, order, xs, params) =>
      Promise.resolve(elementwise(id).values(Float32Array.from(xs), params, order)),
  },
];
