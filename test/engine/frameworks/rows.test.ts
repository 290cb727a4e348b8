/** Every row of every table, written as code and detected again. */
import assert from "node:assert/strict";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import type { Use } from "../../../src/engine/detect/use.ts";
import type { Literal, RowParameter, Spelling } from "../../../src/engine/frameworks/define.ts";
import { type Framework, frameworks } from "../../../src/engine/frameworks/index.ts";
import { canonicalName } from "../../../src/engine/frameworks/lookup.ts";
import { functionById, functions } from "../../../src/engine/functions/index.ts";

/** How a root is imported where it is not by its own name. */
const imports: Readonly<Record<string, string>> = { tf: "import tensorflow as tf" };

function importOf(name: string): string {
  const root = name.split(".")[0]!;
  return imports[root] ?? `import ${root}`;
}

const isRequired = ({ mapsTo, default: initial }: RowParameter) => mapsTo !== "x" && initial === undefined;

/** A call with nothing but what must be given, and the number 1 for that. */
function callOf({ name, params }: Spelling): string {
  const given = params.flatMap((parameter) =>
    parameter.mapsTo === "x" ? ["x"] : isRequired(parameter) ? [`${parameter.name}=1`] : [],
  );
  return `${name}(${given.join(", ")})`;
}

function codeOf({ roots, slots }: Framework, row: Spelling): string {
  switch (row.form) {
    case "function":
    case "module":
      return `${importOf(row.name)}\ny = ${callOf(row)}\n`;
    case "method":
      return `import ${roots[0]!}\ny = x.${callOf({ ...row, name: row.name.split(".").at(-1)! })}\n`;
    case "string": {
      const { owner, argument } = slots[0]!;
      return `import ${roots[0]!}\ny = ${owner}(${argument}="${row.name}")\n`;
    }
  }
}

function usesIn(code: string): readonly Use[] {
  return analyse([code]).cells[0]!.uses;
}

const python = (value: Literal) =>
  value === null ? "None" : typeof value === "boolean" ? (value ? "True" : "False") : JSON.stringify(value);

const kinds = { function: "call", module: "call", method: "method", string: "string" } as const;

for (const framework of frameworks) {
  describe(`rows of ${framework.name}`, () => {
    for (const row of framework.spellings) {
      const shown = row.params.filter(({ mapsTo }) => mapsTo !== null && mapsTo !== "x");

      it(`${row.form} ${row.name} is detected as ${row.function}, with its defaults`, () => {
        const [use, ...others] = usesIn(codeOf(framework, row));
        assert.ok(use && others.length === 0);
        assert.equal(use.kind, kinds[row.form]);
        assert.equal(use.framework, framework.id);
        assert.equal(use.function, row.function);
        assert.equal(use.spelling, row);
        assert.equal(use.certainty, row.form === "method" ? "likely" : "resolved");
        assert.deepEqual(
          use.params,
          Object.fromEntries(
            shown.map(({ name, default: initial }) => [name, initial === undefined ? 1 : initial]),
          ),
        );
        assert.deepEqual(
          use.explicit,
          shown.filter(isRequired).map(({ name }) => name),
        );
        assert.deepEqual(use.unknown, []);
      });

      for (const parameter of shown) {
        it(`${row.form} ${row.name} takes ${parameter.name} by name, by position and not known`, () => {
          if (row.form === "method") return;
          const { name, position, selects } = parameter;
          const given = selects ? [...selects.keys()].at(-1)! : 0.625;
          const call = (argument: string) => `${importOf(row.name)}\ny = ${row.name}(${argument})\n`;
          const [named] = usesIn(call(`${name}=${python(given)}`));
          assert.equal(named?.params[name], given);
          assert.ok(named.explicit.includes(name));
          if (selects) assert.equal(named.function, selects.get(given));
          const [open] = usesIn(call(`${name}=something()`));
          assert.deepEqual([open?.params[name], open?.unknown], [null, [name]]);
          if (position === null) return;
          const before = row.params.slice(0, position).map(({ default: initial }) => python(initial ?? null));
          const [placed] = usesIn(call([...before, python(given)].join(", ")));
          assert.equal(placed?.params[name], given);
        });
      }

      it(`${row.form} ${row.name} maps to what its function has`, () => {
        const { params } = functionById(row.general ?? row.function);
        const own = [...Object.keys(params), "x", "axis", "variant", null];
        for (const { mapsTo, selects } of row.params) {
          assert.ok(own.includes(mapsTo), String(mapsTo));
          assert.equal(mapsTo === "variant", selects !== undefined);
        }
        for (const name of Object.keys(row.fixed ?? {})) assert.ok(own.includes(name), name);
      });
    }
  });
}

describe("frameworks' tables", () => {
  it("name every callable once, and each under the name the tables know it by", () => {
    const names = frameworks.flatMap(({ spellings }) =>
      spellings.filter(({ form }) => form !== "string").map(({ name }) => name),
    );
    assert.deepEqual(names, [...new Set(names)]);
    const owners = frameworks.flatMap(({ slots }) => slots.map(({ owner }) => owner));
    assert.deepEqual([...names, ...owners].map(canonicalName), [...names, ...owners]);
  });

  // Functions of frameworks and languages that have no table yet; a name leaves this list when a row spells it.
  const unspelled: readonly string[] = [
    "identity", "rrelu", "celu", "quick_gelu", "mish", "hard_sigmoid", "log_sigmoid", "hard_tanh", "softplus", "softsign",
    "soft_shrink", "hard_shrink", "tanh_shrink", "threshold", "squared_relu", "exponential",
  ]; // prettier-ignore

  it("spell every function somewhere", () => {
    const spelled = new Set(
      frameworks.flatMap(({ spellings }) =>
        spellings.flatMap(({ function: id, general }) => (general ? [id, general] : [id])),
      ),
    );
    assert.deepEqual(
      functions.map(({ id }) => id).filter((id) => !spelled.has(id) && !unspelled.includes(id)),
      [],
    );
  });
});
