/** Every row of the tables of languages beside Python, written as code and detected again. */
import assert from "node:assert/strict";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import type { Use } from "../../../src/engine/detect/use.ts";
import { matters } from "../../../src/engine/frameworks/effect.ts";
import type { RowParameter } from "../../../src/engine/frameworks/define.ts";
import { type Framework, frameworks } from "../../../src/engine/frameworks/index.ts";
import { languages } from "../../../src/engine/languages/index.ts";
import type { Syntax } from "../../../src/engine/syntax/define.ts";
import { writers } from "./writers.ts";

const kinds = { function: "call", module: "call", method: "method", string: "string" } as const;

const isRequired = ({ mapsTo, default: initial }: RowParameter) => mapsTo !== "x" && initial === undefined;

describe("writers of code", () => {
  it("are there for every language whose frameworks are read", () => {
    const written = ["python", ...writers.map(({ language }) => language)];
    assert.deepEqual(
      [...new Set(frameworks.map(({ language }) => language as string))].sort(),
      written.sort(),
    );
  });
});

for (const { language, code, literal, isCertain } of writers) {
  const own: readonly Framework[] = frameworks.filter((framework) => framework.language === language);
  let syntax: Syntax;
  const usesIn = (text: string): readonly Use[] => analyse([text], syntax).cells[0]!.uses;

  before(async () => {
    syntax = await languages.find(({ id }) => id === language)!.load();
  });

  for (const framework of own) {
    describe(`rows of ${framework.name}`, () => {
      for (const row of framework.spellings) {
        const shown = row.params.filter(matters);
        const least = new Map(row.params.filter(isRequired).map(({ name }) => [name, "1"]));
        const text = code(framework, row, least);
        if (text === undefined) continue;
        const isReference = row.isArithmetic === true && row.form === "method";

        it(`${row.form} ${row.name} is detected as ${row.function}, with its defaults`, () => {
          const [use, ...others] = usesIn(text);
          assert.ok(use && others.length === 0, text);
          assert.equal(use.framework, framework.id);
          assert.equal(use.spelling, row);
          assert.equal(use.certainty, isCertain(framework, row) || isReference ? "resolved" : "likely");
          if (isReference || (row.isArithmetic && use.kind === "reference")) return;
          // A case that takes nothing is not called: `Activation::Relu`.
          if (use.kind !== "reference" || row.form !== "module" || text.includes(`${row.name}(`))
            assert.equal(use.kind, kinds[row.form], text);
          assert.equal(use.function, row.function);
          const defaults = shown.map(({ name, default: initial }) => [
            name,
            initial === undefined ? 1 : initial,
          ]);
          assert.deepEqual(use.params, Object.fromEntries(defaults));
          assert.deepEqual(
            [...use.explicit].sort(),
            shown
              .filter(isRequired)
              .map(({ name }) => name)
              .sort(),
          );
          assert.deepEqual(use.unknown, []);
        });

        for (const { name, selects } of row.form === "string" || isReference ? [] : shown) {
          it(`${row.form} ${row.name} takes ${name}, known and not`, () => {
            const given = selects ? [...selects.keys()].at(-1)! : 0.625;
            const withValue = (value: string) => {
              const [use] = usesIn(code(framework, row, new Map([...least, [name, value]]))!);
              return use;
            };
            const known = withValue(literal(given));
            assert.equal(known?.params[name], given);
            assert.ok(known.explicit.includes(name));
            if (selects) assert.equal(known.function, selects.get(given));
            // Of what a method is cannot be told where its arguments are no numbers.
            const open = withValue("something()");
            if (open || row.form !== "method")
              assert.deepEqual([open?.params[name], open?.unknown], [null, [name]]);
          });
        }
      }
    });
  }
}
