import assert from "node:assert/strict";
import { differencesOf } from "../../../src/engine/frameworks/differences.ts";
import { summaries, summaryOf } from "../../../src/engine/frameworks/summary.ts";
import { functions } from "../../../src/engine/functions/index.ts";

describe("a function in all frameworks, as plain data", () => {
  it("survives as JSON, for every function", () => {
    const all = summaries();
    assert.deepEqual(
      Object.keys(all),
      functions.map(({ id }) => id),
    );
    assert.deepEqual(JSON.parse(JSON.stringify(all)), all);
  });

  it("has every name of the tables once, with its parameters as the framework writes them", () => {
    for (const { id } of functions) {
      const names = differencesOf(id).rows.flatMap((row) => row.names);
      assert.deepEqual(
        summaryOf(id).spellings.flatMap((spelling) => spelling.names),
        names,
      );
    }
    const named = (name: string) =>
      summaryOf("leaky_relu").spellings.find(({ names }) => names.includes(name));
    assert.deepEqual(named("torch.nn.LeakyReLU")!.parameters, ["negative_slope=0.01"]);
    assert.equal(named("torch.nn.LeakyReLU")!.framework, "PyTorch");
    assert.deepEqual(named("tf.layers.leakyReLU")!.parameters, ["alpha: 0.3"]);
  });
});
