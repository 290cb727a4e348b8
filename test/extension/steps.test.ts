import assert from "node:assert/strict";
import { doneKey, stepsDone } from "../../src/extension/steps.ts";
import { walkthrough } from "../../src/extension/walkthrough.ts";

describe("steps of the walkthrough", () => {
  it("lets a context key hold for a moment, each time a step is done", () => {
    const changes: [string, boolean][] = [];
    const done = stepsDone((key, holds) => changes.push([key, holds]));
    done("lab");
    done("lab");
    assert.deepEqual(changes, [
      [doneKey("lab"), true],
      [doneKey("lab"), false],
      [doneKey("lab"), true],
      [doneKey("lab"), false],
    ]);
  });

  it("are ticked off by these keys, or by a view that was opened", () => {
    const keys = (["hover", "lab", "transform", "rewrite"] as const).map(
      (step) => `onContext:${doneKey(step)}`,
    );
    assert.deepEqual(
      walkthrough.steps.flatMap(({ completionEvents }) => completionEvents),
      [...keys, "onView:activationLens.activations"],
    );
  });
});
