import assert from "node:assert/strict";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import {
  type Answers,
  type Constraint,
  architectures,
  constraints,
  layers,
  snippetFrameworks,
  tasks,
} from "../../../src/engine/choose/define.ts";
import { advice, rank } from "../../../src/engine/choose/index.ts";
import { snippetOf } from "../../../src/engine/choose/snippets.ts";
import { functionById } from "../../../src/engine/functions/index.ts";
import { withDefaults } from "../../../src/engine/functions/parameters.ts";
import { python } from "../../../src/engine/syntax/python.ts";

/** Every subset. */
function subsets(): Constraint[][] {
  return Array.from({ length: 2 ** constraints.length }, (_, bits) =>
    constraints.filter((__, i) => (bits >> i) % 2 === 1),
  );
}

function* everyAnswer(): Generator<Answers> {
  for (const layer of layers)
    for (const task of tasks)
      for (const architecture of architectures)
        for (const chosen of subsets()) yield { layer, task, architecture, constraints: chosen };
}

const base: Answers = { layer: "hidden", task: "multiclass", architecture: "cnn", constraints: [] };
const first = (answers: Partial<Answers>) =>
  rank({ ...base, ...answers }).recommendations[0]!.advice.function;

describe("choosing an activation", () => {
  it("recommends something, with a reason and its source, for every combination of answers", () => {
    let count = 0;
    for (const answers of everyAnswer()) {
      const { recommendations } = rank(answers);
      assert.ok(recommendations.length >= 1, JSON.stringify(answers));
      for (const { reasons, score, advice: chosen } of recommendations) {
        assert.ok(reasons.length >= 1 && score > 0, JSON.stringify([answers, chosen.function]));
      }
      count++;
    }
    assert.equal(count, layers.length * tasks.length * architectures.length * 16);
  });

  for (const [answers, expected] of [
    [{ architecture: "cnn" }, "relu"],
    [{ architecture: "transformer" }, "gelu"],
    [{ architecture: "recurrent" }, "tanh"],
    [{ architecture: "gan" }, "leaky_relu"],
    [{ architecture: "implicit" }, "sine"],
    [{ architecture: "mlp", constraints: ["unnormalised"] }, "selu"],
    [{ architecture: "cnn", constraints: ["unnormalised"] }, "elu"],
    [{ architecture: "cnn", constraints: ["mobile"] }, "hard_swish"],
    [{ architecture: "cnn", constraints: ["quantised"] }, "relu"],
    [{ layer: "output", task: "multiclass" }, "softmax"],
    [{ layer: "output", task: "binary" }, "sigmoid"],
    [{ layer: "output", task: "multilabel" }, "sigmoid"],
    [{ layer: "output", task: "regression" }, "identity"],
    [{ layer: "output", task: "positive" }, "softplus"],
    [{ layer: "output", task: "symmetric" }, "tanh"],
  ] as const) {
    it(`puts ${expected} first for ${JSON.stringify(answers)}`, () => {
      assert.equal(first(answers as Partial<Answers>), expected);
    });
  }

  it("says that it hardly matters in a CNN, and warns of a dead start in a deep one without normalisation", () => {
    const relu = rank(base).recommendations.find(({ advice: { function: id } }) => id === "relu");
    assert.ok(relu?.reasons.some(({ text }) => text.startsWith("It hardly matters here")));
    const { recommendations } = rank({ ...base, constraints: ["unnormalised"] });
    const cautioned = recommendations.find(({ advice: { function: id } }) => id === "relu");
    assert.match(cautioned!.cautions[0]!.text, /dead/);
  });

  it("names a year and a condition with every statement", () => {
    for (const { grounds, function: id } of advice) {
      for (const { source, condition, text } of grounds) {
        assert.ok(source.year > 1950 && condition.length > 3 && text.endsWith("."), `${id}: ${text}`);
      }
    }
  });

  for (const framework of snippetFrameworks) {
    it(`writes ${framework} code that reads as the function recommended, for every combination of answers`, () => {
      const seen = new Set<string>();
      for (const answers of everyAnswer()) {
        for (const { advice: chosen } of rank(answers).recommendations) {
          const snippet = snippetOf(chosen, answers, framework);
          if (seen.has(snippet)) continue;
          seen.add(snippet);
          const uses = analyse([snippet], python).cells[0]!.uses;
          const code = chosen.code[framework];
          // A sine is reported only where an activation is asked for; a linear output has nothing to report.
          const expected = chosen.function === "sine" || code === "" ? [] : [chosen.function];
          assert.deepEqual(
            uses.map(({ function: id }) => id),
            expected,
            snippet,
          );
          for (const use of uses) {
            const wanted = withDefaults(functionById(chosen.function), chosen.params ?? {});
            for (const [name, value] of Object.entries(wanted)) {
              // PyTorch's softplus is a line from 20 on, where a double cannot tell.
              if (name !== "threshold") assert.equal(use.values[name], value, snippet);
            }
            assert.equal(use.certainty, "resolved", snippet);
          }
        }
      }
      assert.ok(seen.size > 20, `${seen.size} snippets`);
    });
  }
});
