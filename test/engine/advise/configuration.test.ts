import assert from "node:assert/strict";
import { configurationIn, readRules, severityIn } from "../../../src/engine/advise/configuration.ts";
import { softmaxMissingDim } from "../../../src/engine/advise/rules/softmax-missing-dim.ts";

describe("what pyproject.toml says about the rules", () => {
  it("is read from its table", () => {
    const text = `
[project]
name = "activation-lens"
[tool.activation-lens]
level = "all"
exclude = ["old/", "*.gen.py"]
[tool.activation-lens.rules]
softmax-missing-dim = "off"
`;
    assert.deepEqual(configurationIn(text), {
      level: "all",
      rules: { "softmax-missing-dim": "off" },
      exclude: ["old/", "*.gen.py"],
      problems: [],
    });
  });

  it("is nothing where there is no such table", () => {
    assert.equal(configurationIn('[project]\nname = "activation-lens"\n'), undefined);
    assert.equal(configurationIn("not = [toml"), undefined);
    assert.equal(configurationIn('[tool]\nactivation-lens = "all"\n'), undefined);
  });

  it("is told where it cannot be read, and the rest counts", () => {
    const text = `
[tool.activation-lens]
level = "some"
levels = 1
exclude = "old"
rules = { softmax-missing-dim = "loud", no-such-rule = "off" }
`;
    const { problems, ...rest } = configurationIn(text)!;
    assert.deepEqual(rest, { rules: {} });
    assert.deepEqual(problems, [
      "levels is no setting: there are level, rules and exclude",
      "level must be one of off, errors, recommended, all",
      "exclude must be a list of texts",
      "softmax-missing-dim must be one of error, warning, information, hint, off",
      "there is no rule no-such-rule",
    ]);
    assert.match(configurationIn("[tool.activation-lens\nx = 1")!.problems.join(), /^line 1: /);
    assert.equal(readRules(["a"]).problems.length, 1);
  });

  it("leaves rules alone that it does not name", () => {
    assert.equal(severityIn({})(softmaxMissingDim), undefined);
    assert.equal(severityIn({ "softmax-missing-dim": "error" })(softmaxMissingDim), "error");
    assert.equal(severityIn({})({ ...softmaxMissingDim, id: "constructor" }), undefined);
  });
});
