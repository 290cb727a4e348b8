import assert from "node:assert/strict";
import { silencing } from "../../../src/engine/advise/suppression.ts";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import { adviceOn, applied } from "./fixtures.ts";

const start = "import torch.nn as nn\n";

describe("comments that silence findings", () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ["a = nn.Softmax()\n", 1, "no comment"],
    ["a = nn.Softmax()  # activation-lens: ignore[softmax-missing-dim]\n", 0, "by the rule's id"],
    ["a = nn.Softmax()  # why # activation-lens: ignore[other, softmax-missing-dim]\n", 0, "among several"],
    ["a = nn.Softmax()  # activation-lens: ignore[other]\n", 1, "another rule"],
    ["a = nn.Softmax()  # activation-lens: ignore\n", 0, "all rules"],
    ["a = nn.Softmax()\n# activation-lens: ignore\n", 1, "on another line"],
    ["a = nn.Softmax(\n)  # activation-lens: ignore\n", 1, "on another line of the call"],
    ["a = nn.Softmax(), '# activation-lens: ignore'\n", 1, "in a string"],
    ["a = nn.Softmax()\n# activation-lens: ignore-file[softmax-missing-dim]\n", 0, "the whole file"],
    ["# activation-lens: ignore-file\na = nn.Softmax()\n", 0, "the whole file, all rules"],
    ["'''\nactivation-lens: ignore-file\n'''\na = nn.Softmax()\n", 1, "the whole file, in a string"],
    ["a = nn.Softmax()  # activation-lens: ignored\n", 1, "another word"],
  ];
  for (const [code, count, what] of cases) {
    it(`${count === 0 ? "silence" : "leave"} it: ${what}`, () => {
      assert.equal(adviceOn([start + code]).length, count);
      assert.equal(adviceOn([(start + code).replaceAll("\n", "\r\n")]).length, count);
    });
  }

  it("hold in a notebook for their line, or for all cells", () => {
    const cells = [start, "a = nn.Softmax()\n", "b = nn.Softmax()  # activation-lens: ignore\n"];
    assert.deepEqual(
      adviceOn(cells).map(({ place }) => place.cell),
      [1],
    );
    assert.equal(adviceOn([...cells, "# activation-lens: ignore-file"]).length, 0);
  });

  const written: readonly (readonly [string, string | undefined])[] = [
    [
      "a = nn.Softmax()  \nb = 1\n",
      "a = nn.Softmax()  # activation-lens: ignore[softmax-missing-dim]  \nb = 1\n",
    ],
    ["a = nn.Softmax()", "a = nn.Softmax()  # activation-lens: ignore[softmax-missing-dim]"],
    ["a = nn.Softmax()\r\n", "a = nn.Softmax()  # activation-lens: ignore[softmax-missing-dim]\r\n"],
    ["a = nn.Softmax() # why\n", "a = nn.Softmax() # why  # activation-lens: ignore[softmax-missing-dim]\n"],
    [
      "a = nn.Softmax()  # activation-lens: ignore[other]\n",
      "a = nn.Softmax()  # activation-lens: ignore[other, softmax-missing-dim]\n",
    ],
    [
      "a = nn.Softmax()  # activation-lens: ignore[]\n",
      "a = nn.Softmax()  # activation-lens: ignore[softmax-missing-dim]\n",
    ],
    ["a = nn.Softmax() + \\\n  1\n", undefined],
    ["a = nn.Softmax(), '''\n'''\n", undefined],
  ];
  for (const [code, after] of written) {
    it(`are written ${after === undefined ? "nowhere" : "so that they silence"}: ${JSON.stringify(code)}`, () => {
      const cells = [start + code];
      const [finding] = adviceOn(cells);
      assert.ok(finding);
      const edit = silencing(analyse(cells, python), finding.rule.id, finding.place);
      assert.equal(edit && applied(cells, [edit])[0], after && start + after);
      if (edit) assert.equal(adviceOn(applied(cells, [edit])).length, 0);
    });
  }
});
