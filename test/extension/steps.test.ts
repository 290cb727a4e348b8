import assert from "node:assert/strict";
import { doneKey, stepsDone } from "../../src/extension/steps.ts";
import { walkthrough } from "../../src/extension/walkthrough.ts";

describe("steps of the walkthrough", () => {
  it("sets a context key once a step was done, and no second time", () => {
    const keys: string[] = [];
    const done = stepsDone((key) => keys.push(key));
    done("lab");
    done("lab");
    done("hover");
    assert.deepEqual(keys, [doneKey("lab"), doneKey("hover")]);
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
