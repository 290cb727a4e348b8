import assert from "node:assert/strict";
import { advise } from "../../../../src/engine/advise/advise.ts";
import { islandsOf } from "../../../../src/engine/advise/analysis/islands.ts";
import { piecesOf } from "../../../../src/engine/advise/pieces.ts";
import { rules } from "../../../../src/engine/advise/rules/index.ts";
import { type Analysis, analyse } from "../../../../src/engine/detect/analysis.ts";
import { python } from "../../../../src/engine/syntax/python.ts";
import { adviceOn, codeIn, fixturesOf } from "../fixtures.ts";

const header = "import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n";

/** The first line of each piece of each island that holds a definition. */
function islands(...cells: string[]): string[] {
  const analysis = analyse(cells, python);
  return islandsOf(piecesOf(analysis), analysis.isUnread)
    .map(({ pieces }) => pieces.map(({ text }) => text.split("\n")[0]!).join(" + "))
    .filter((lines) => /def |class /.test(lines));
}

describe("islands of a program", () => {
  it("are apart where nothing but imports joins them", () => {
    const code = `${header}def f(x):\n    return F.relu(x)\n\ndef g(x):\n    return torch.tanh(x)\n`;
    assert.deepEqual(islands(code), ["def f(x):", "def g(x):"]);
  });

  it("are joined by names, also of what detection does not read", () => {
    const code = `${header}def f(x):\n    return F.relu(x)\n\ndef g(x):\n    return x\n\ndef h(x):\n    return f(g(x))\n`;
    assert.deepEqual(islands(code), ["def f(x): + def g(x): + def h(x):"]);
  });

  it("are joined by what is imported and bound again, or under one name from two modules", () => {
    const bound = `${header}def f(x):\n    return F.relu(x)\n\ndef g(x):\n    global F\n    F = x\n`;
    assert.deepEqual(islands(bound), ["import torch.nn as nn + def f(x): + def g(x):"]);
    const twice = [
      `${header}def f(x):\n    return F.relu(x)\n`,
      "import other as F\n",
      "def g(x):\n    return F(x)\n",
    ];
    assert.deepEqual(islands(...twice), [
      "import torch.nn as nn + def f(x): + import other as F + def g(x):",
    ]);
  });
});

/** A file of many fixtures' code, whose names are each fixture's own. */
function everything(): string {
  const names = /^(?:def|class) +(\w+)|^(\w+) *=/gm;
  return rules
    .flatMap(({ id }) => fixturesOf(id))
    .filter(({ text }, index) => index % 4 === 0 && !/# %%|activation-lens:/.test(text))
    .map(({ text }, index) => {
      const code = codeIn(text);
      const own = new Set([...code.matchAll(names)].map(([, a, b]) => a ?? b!));
      return code.replace(/\b\w+\b/g, (word) => (own.has(word) ? `${word}_${index}` : word));
    })
    .join("\n");
}

/** Plain data of all findings. */
function said(analysis: Analysis): unknown[] {
  return advise(analysis).map(({ rule, ...finding }) => ({ ...finding, rule: rule.id }));
}

describe("advice after an edit", () => {
  const text = everything();

  it("is what a fresh analysis gives", () => {
    assert.ok(adviceOn([text]).length > 20);
    const lines = text.split("\n");
    let analysis = analyse([text], python);
    advise(analysis);
    for (let at = 0; at < lines.length; at += Math.ceil(lines.length / 7)) {
      for (const change of [
        (own: string[]) => own.splice(at, 0, "# moved"),
        (own: string[]) => own.splice(at, 1),
        (own: string[]) =>
          own.splice(at, 0, "", "def added(x):", "    return torch.relu(torch.sigmoid(x))", ""),
      ]) {
        change(lines);
        const edited = lines.join("\n");
        analysis = analyse([edited], python, analysis);
        assert.deepEqual(said(analysis), said(analyse([edited], python)), `at line ${at + 1}`);
      }
    }
  });

  it("follows a change of an import that the code elsewhere uses", () => {
    const code = (module: string) =>
      `import torch\nfrom ${module} import relu\n\ndef f(x):\n    return relu(torch.sigmoid(x))\n`;
    const first = analyse([code("torch")], python);
    assert.deepEqual(said(first).length, 1);
    const second = analyse([code("mine")], python, first);
    assert.deepEqual(said(second), []);
    assert.deepEqual(said(analyse([code("torch")], python, second)).length, 1);
  });

  it("is the same for an analysis that is asked again after a later one", () => {
    const first = analyse([text], python);
    const before = said(first);
    const later = analyse([`\n\n${text}`], python, first);
    advise(later);
    assert.deepEqual(said(first), before);
  });
});
