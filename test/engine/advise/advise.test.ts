import assert from "node:assert/strict";
import type { Rule } from "../../../src/engine/advise/rules/define.ts";
import { softmaxMissingDim } from "../../../src/engine/advise/rules/softmax-missing-dim.ts";
import { adviceOn } from "./fixtures.ts";

const code = "import torch.nn as nn\nact = nn.Softmax()\n";

const throwing: Rule = {
  ...softmaxMissingDim,
  id: "throwing",
  *check(seen) {
    yield* softmaxMissingDim.check(seen);
    throw new Error("broken");
  },
};

describe("advice", () => {
  it("isolates a rule that throws, tells of it, and lets the others go on", () => {
    const failures: string[] = [];
    const found = adviceOn([code], {
      rules: [throwing, softmaxMissingDim],
      onFailure: ({ id }, error) => failures.push(`${id}: ${String(error)}`),
    });
    assert.deepEqual(failures, ["throwing: Error: broken"]);
    assert.deepEqual(
      found.filter(({ rule }) => rule === softmaxMissingDim).map(({ severity }) => severity),
      ["warning"],
    );
  });

  it("takes the severity that somebody has set, and leaves out what is off or too slight", () => {
    const at = (severity: "error" | "hint" | "off") =>
      adviceOn([code], { severityOf: () => severity, upTo: "information" }).map((advice) => advice.severity);
    assert.deepEqual(at("error"), ["error"]);
    assert.deepEqual(at("hint"), []);
    assert.deepEqual(at("off"), []);
  });

  it("does not look where no use was found, unless a word says that there is something", () => {
    const needs: Rule["needs"] = { of: "nothing", text: [/loss/] };
    const words: Rule = { ...softmaxMissingDim, needs, check: () => [{ place, message: "" }] };
    const place = { cell: 0, start: 0, end: 1 };
    const count = (text: string) => adviceOn([text], { rules: [words] }).length;
    assert.deepEqual(
      [count("import torch\nx = 1\n"), count("import torch\nloss = 1\n"), count("loss = 1\n")],
      [0, 1, 0],
    );
  });

  it("warns of a logarithm that becomes infinite, and informs where it is kept finite or p is needed as well", () => {
    const severities = (...lines: readonly string[]) =>
      adviceOn([`import torch\ndef f(x, y):\n    p = torch.sigmoid(x)\n    ${lines.join("\n    ")}\n`]).map(
        ({ severity }) => severity,
      );
    assert.deepEqual(severities("return y * torch.log(p) + (1 - y) * torch.log(1 - p)"), [
      "warning",
      "warning",
    ]);
    assert.deepEqual(severities("return torch.log(p + 1e-8)"), ["information"]);
    assert.deepEqual(severities("q = p.clamp(1e-6)", "return torch.log(q)"), ["information"]);
    assert.deepEqual(severities("return p * torch.log(p)"), ["information"]);
  });

  it("takes layers without an activation for a demonstration only where nothing in the file is trained", () => {
    const net =
      "import torch.nn as nn\nimport torch.nn.functional as F\nnet = nn.Sequential(nn.Linear(8, 8), nn.Linear(8, 2))\n";
    const train = "def train(model, x, y):\n    return F.cross_entropy(model(x), y)\n";
    const severities = (text: string) => adviceOn([text]).map(({ severity }) => severity);
    assert.deepEqual(severities(net), ["information"]);
    assert.deepEqual(severities(net + train), ["warning"]);
  });
});
