import assert from "node:assert/strict";
import { configurationIn } from "../../../src/engine/advise/configuration.ts";
import { softmaxMissingDim } from "../../../src/engine/advise/rules/softmax-missing-dim.ts";
import { type Project, wanted } from "../../../src/extension/diagnostics/wanted.ts";
import { readSettings } from "../../../src/extension/settings.ts";

function settingsWith(values: Readonly<Record<string, unknown>>) {
  return readSettings(() => ({ get: (key: string) => values[key], update: () => Promise.resolve() }));
}

function projectOf(table: string, path = "src/a.py"): Project {
  return { configuration: configurationIn(`[tool.activation-lens]\n${table}`)!, path };
}

const none = settingsWith({});

describe("which findings are wanted", () => {
  it("are all but hints, with their own severity", () => {
    const choice = wanted(none, undefined, "src/a.py");
    assert.equal(choice?.upTo, "information");
    assert.equal(choice.severityOf?.(softmaxMissingDim), undefined);
  });

  it("are fewer or more as the level says, the project's where the setting is left alone", () => {
    const level = (value: string) => settingsWith({ "diagnostics.level": value });
    assert.equal(wanted(level("off"), undefined, "a.py"), undefined);
    assert.equal(wanted(level("errors"), undefined, "a.py")?.upTo, "error");
    assert.equal(wanted(level("all"), projectOf('level = "errors"'), "a.py")?.upTo, "hint");
    assert.equal(wanted(none, projectOf('level = "errors"'), "a.py")?.upTo, "error");
    assert.equal(wanted(none, projectOf('level = "off"'), "a.py"), undefined);
  });

  it("have the severity that is set, the editor's before the project's", () => {
    const project = projectOf('rules = { softmax-missing-dim = "error" }');
    const of = (rules: unknown) =>
      wanted(settingsWith({ rules }), project, "a.py")?.severityOf?.(softmaxMissingDim);
    assert.equal(of(undefined), "error");
    assert.equal(of({ "softmax-missing-dim": "off" }), "off");
    assert.equal(of({ "softmax-missing-dim": "loud", other: "off" }), "error");
    assert.equal(of("off"), "error");
  });

  it("are none in files that are excluded, by the project where it says which", () => {
    const at = (path: string | undefined, project?: Project) => wanted(none, project, path) === undefined;
    assert.deepEqual(
      ["tests/a.py", "src/tests/b/a.py", "src/test_a.py", "src/a_test.py", "src/a.py", undefined].map(
        (path) => at(path),
      ),
      [true, true, true, true, false, false],
    );
    const project = (path: string) => projectOf('exclude = ["/old/"]', path);
    assert.deepEqual(
      [at("x/old/a.py", project("old/a.py")), at("x/tests/a.py", project("tests/a.py"))],
      [true, false],
    );
    const own = settingsWith({ "diagnostics.exclude": ["*.gen.py"] });
    assert.equal(wanted(own, undefined, "a.gen.py"), undefined);
    assert.ok(wanted(own, undefined, "tests/a.py"));
    assert.ok(wanted(none, undefined, "../elsewhere/tests/a.py"), "a path that is no path in the folder");
  });
});
