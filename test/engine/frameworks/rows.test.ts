/** Every row of every table of Python, written as code and detected again; and what holds of all tables. */
import assert from "node:assert/strict";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import type { Use } from "../../../src/engine/detect/use.ts";
import type { Literal, RowParameter, Slot, Spelling } from "../../../src/engine/frameworks/define.ts";
import { type Framework, frameworks, qualifiedName } from "../../../src/engine/frameworks/index.ts";
import { canonicalName } from "../../../src/engine/frameworks/lookup.ts";
import { functionById, functions } from "../../../src/engine/functions/index.ts";

/** How a root is imported where it is not by its own name. */
const imports: Readonly<Record<string, string>> = {
  tf: "import tensorflow as tf",
  tfa: "import tensorflow_addons as tfa",
};

function importOf(name: string): string {
  const root = name.split(".")[0]!;
  return imports[root] ?? `import ${root}`;
}

const isRequired = ({ mapsTo, default: initial }: RowParameter) => mapsTo !== "x" && initial === undefined;

/** Arguments with nothing but what must be given, and the number 1 for that. */
function argumentsOf({ params }: Spelling): string {
  return params
    .flatMap((parameter) =>
      parameter.mapsTo === "x" ? ["x"] : isRequired(parameter) ? [`${parameter.name}=1`] : [],
    )
    .join(", ");
}

/** Where a callable is an activation, whatever it be. */
const slotted = (callable: string) => `keras.layers.Dense(8, activation=${callable})`;

/** A slot in which the string is asked for as an activation. */
function slotOf({ slots, earlier }: Framework, { name, until, isArithmetic }: Spelling): Slot | undefined {
  return slots.find(
    ({ owner, keys, isIndexed, isCall }) =>
      !isIndexed &&
      !(isCall && isArithmetic) &&
      (keys?.includes(name) ?? true) &&
      (until === undefined || owner.startsWith(`${earlier?.root}.`)),
  );
}

/** @param given arguments of the call */
function codeOf(framework: Framework, row: Spelling, given = argumentsOf(row)): string {
  const { name, form, isArithmetic } = row;
  const call = `${name}(${given})`;
  switch (form) {
    case "function":
    case "module":
      return `${importOf(name)}\nimport keras\ny = ${isArithmetic ? slotted(call) : call}\n`;
    case "method": {
      const { roots } = framework;
      if (isArithmetic) return `${importOf(name)}\nimport keras\ny = ${slotted(name)}\n`;
      return `import ${roots[0]!}\ny = x.${name.split(".").at(-1)!}(${given})\n`;
    }
    case "string": {
      const { owner, argument } = slotOf(framework, row)!;
      const callee = owner.replace("*", "Any");
      const more = given === "" ? "" : `, ${given}`;
      return `${importOf(owner)}\ny = ${callee}(${argument}="${name}"${more})\n`;
    }
  }
}

function usesIn(code: string): readonly Use[] {
  return analyse([code], python).cells[0]!.uses;
}

const literal = (value: Literal) =>
  value === null ? "None" : typeof value === "boolean" ? (value ? "True" : "False") : JSON.stringify(value);

const kinds = { function: "call", module: "call", method: "method", string: "string" } as const;

// Those of other languages: rows-elsewhere.test.ts.
for (const framework of frameworks.filter(({ language }) => language === "python")) {
  describe(`rows of ${framework.name}`, () => {
    for (const row of framework.spellings) {
      const shown = row.params.filter(({ mapsTo }) => mapsTo !== null && mapsTo !== "x");
      const isCalled = row.form !== "string" || slotOf(framework, row)?.isCall;

      it(`${row.form} ${row.name} is detected as ${row.function}, with its defaults`, () => {
        // ONNX's graphs ask for no activation: arithmetic is no use in them.
        if (row.form === "string" && !slotOf(framework, row)) {
          assert.ok(row.isArithmetic);
          return;
        }
        const [use, ...others] = usesIn(codeOf(framework, row));
        assert.ok(use && others.length === 0);
        assert.equal(use.kind, row.isArithmetic && row.form === "method" ? "reference" : kinds[row.form]);
        assert.equal(use.framework, framework.id);
        assert.equal(use.function, row.function);
        assert.equal(use.spelling, row);
        assert.equal(use.certainty, use.kind === "method" ? "likely" : "resolved");
        if (use.kind === "reference") return;
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

      for (const parameter of isCalled ? shown : []) {
        it(`${row.form} ${row.name} takes ${parameter.name} by name, by position and not known`, () => {
          if (row.form === "method") return;
          const { name, position, selects } = parameter;
          const given = selects ? [...selects.keys()].at(-1)! : 0.625;
          const call = (argument: string) => codeOf(framework, row, argument);
          const [named] = usesIn(call(`${name}=${literal(given)}`));
          assert.equal(named?.params[name], given);
          assert.ok(named.explicit.includes(name));
          if (selects) assert.equal(named.function, selects.get(given));
          const [open] = usesIn(call(`${name}=something()`));
          assert.deepEqual([open?.params[name], open?.unknown], [null, [name]]);
          if (position === null) return;
          const before = row.params
            .slice(0, position)
            .map(({ default: initial }) => literal(initial ?? null));
          const [placed] = usesIn(call([...before, literal(given)].join(", ")));
          assert.equal(placed?.params[name], given);
        });
      }

      if (row.isArithmetic && row.form !== "string") {
        it(`${row.form} ${row.name} is general arithmetic where no activation is asked for`, () => {
          const last = row.name.split(".").at(-1)!;
          const written =
            row.form === "method" ? `x.${last}(${argumentsOf(row)})` : `${row.name}(${argumentsOf(row)})`;
          const others = [
            written,
            row.name,
            `keras.layers.Dense(${written})`,
            `keras.Model(activation=${row.name})`,
          ];
          for (const code of others) {
            assert.deepEqual(usesIn(`${importOf(row.name)}\nimport keras\ny = ${code}\nz = F.relu\n`), []);
          }
        });
      }

      it(`${row.form} ${row.name} maps to what its function has`, () => {
        const { params } = functionById(row.general ?? row.function);
        const own = [...Object.keys(params), "x", "axis", "variant", null];
        for (const { mapsTo, selects } of row.params) {
          assert.ok(own.includes(mapsTo), String(mapsTo));
          assert.equal(mapsTo === "variant", selects !== undefined);
        }
        for (const [name, value] of Object.entries(row.fixed ?? {})) {
          assert.ok(own.includes(name), name);
          assert.notEqual(params[name]?.default, value, `${name} is fixed at its default`);
        }
      });
    }
  });
}

describe("frameworks' tables", () => {
  it("name every callable once, and each under the name the tables know it by", () => {
    const names = frameworks.flatMap(({ language, spellings }) =>
      spellings.filter(({ form }) => form !== "string").map(({ name }) => qualifiedName(language, name)),
    );
    assert.deepEqual(names, [...new Set(names)]);
    const owners = frameworks.flatMap(({ language, slots }) =>
      slots.map(({ owner }) => qualifiedName(language, owner.replace("*", "Any"))),
    );
    assert.deepEqual([...names, ...owners].map(canonicalName), [...names, ...owners]);
  });

  it("write names as their language does", () => {
    for (const { language, spellings } of frameworks) {
      const word = /^[\p{L}_][\p{L}\p{N}_]*$/u;
      for (const { name, form } of spellings) {
        if (form === "string") continue;
        const separator = language === "cpp" || language === "rust" ? "::" : ".";
        for (const segment of name.split(separator)) assert.match(segment, word, name);
      }
    }
  });

  it("know general arithmetic by its function, and by the names for bounding", () => {
    const arithmetic = ["identity", "affine", "abs", "sign", "heaviside", "sine", "exponential"];
    const names = ["clamp", "clip", "clip_by_value", "clipbyvalue"];
    for (const { spellings } of frameworks) {
      for (const { name, function: id, isArithmetic } of spellings) {
        const last = name.split(/[.:]+/).at(-1)!.toLowerCase();
        assert.equal(isArithmetic ?? false, arithmetic.includes(id) || names.includes(last), name);
      }
    }
  });

  // Functions of frameworks and languages that have no table yet; a name leaves this list when a row spells it.
  const unspelled: readonly string[] = ["gaussian", "reglu", "geglu", "swiglu"];

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
