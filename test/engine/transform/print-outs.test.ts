import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { transformSteps } from "../../../src/engine/transform/transform.ts";

interface PrintOut {
  readonly name: string;
  readonly text: string;
  readonly numbers: readonly (number | string)[];
}

const file = new URL("../../fixtures/transform/print-outs.json", import.meta.url);
const { printOuts } = JSON.parse(readFileSync(file, "utf8")) as { printOuts: readonly PrintOut[] };

describe("numbers in what NumPy, Python and JSON print", () => {
  for (const { name, text, numbers } of printOuts) {
    it(name, () => {
      const found = transformSteps(text, { function: "relu" });
      const inputs = found.kind === "steps" ? found.steps.map(({ input }) => input) : [];
      assert.deepEqual(
        inputs,
        numbers.map((x) => (typeof x === "string" ? Number(x.replace("inf", "Infinity")) : x)),
      );
    });
  }
});
