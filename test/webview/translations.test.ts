import assert from "node:assert/strict";
import { english, speakBy, t, told, translationsFrom } from "../../src/engine/l10n.ts";
import { parameterProblem } from "../../src/engine/functions/parameters.ts";
import { functionById } from "../../src/engine/functions/index.ts";
import { readTranslations } from "../../src/webview/translations.ts";

describe("the page's translations", () => {
  afterEach(() => {
    speakBy(english);
  });

  it("are read as what came from outside: texts by text, nothing else", () => {
    const read = readTranslations('{"Layer {0}": "Schicht {0}", "Seed": 1, "Width": null, "Gain": ["a"]}');
    assert.deepEqual([...read], [["Layer {0}", "Schicht {0}"]]);
  });

  it("are none where there is nothing to read, and never throw", () => {
    for (const from of [null, undefined, "", "{", "null", "7", '"text"', "[1]"])
      assert.equal(readTranslations(from).size, 0, String(from));
  });

  it("stand for what is said, arguments in their order; what lacks one stays English", () => {
    speakBy(translationsFrom(new Map([["Layer {0} of {1}", "{1}: Schicht {0}"]])));
    assert.equal(t("Layer {0} of {1}", 2, "{0}"), "{0}: Schicht 2");
    assert.equal(t("Seed"), "Seed");
    assert.equal(told("toString"), "toString");
  });

  it("hold for what the engine says, with its records' clauses", () => {
    const threshold = functionById("generalized_relu").params["threshold" as never] as {
      domain: { why: string };
    };
    speakBy(
      translationsFrom(
        new Map([
          [
            "{0}={1} is outside its domain: it must be {2}, because {3}.",
            "{0}={1}: muss {2} sein, denn {3}.",
          ],
          ["at least {0}", "mindestens {0}"],
          [threshold.domain.why, "darum"],
        ]),
      ),
    );
    const problem = parameterProblem(functionById("generalized_relu"), { threshold: -1 });
    assert.equal(problem, "threshold=-1: muss mindestens 0 sein, denn darum.");
  });
});
