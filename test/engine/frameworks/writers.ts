/** How languages beside Python write a row of a table as code that uses it. */
import type { Literal, RowParameter, Spelling } from "../../../src/engine/frameworks/define.ts";
import type { Framework } from "../../../src/engine/frameworks/index.ts";

/** Values as written, by the names of the parameters. */
export type Given = ReadonlyMap<string, string>;

export interface Writer {
  /** Id of the language. */
  readonly language: string;
  /** Code with one use; general arithmetic stands where an activation is asked for. Undefined: there is no such place. */
  readonly code: (framework: Framework, row: Spelling, given: Given) => string | undefined;
  readonly literal: (value: Literal) => string;
  /** Whether what the code says leaves no doubt: methods are likely unless it is known what they are of. */
  readonly isCertain: (framework: Framework, row: Spelling) => boolean;
}

/** Values of the parameters that stand in order, up to the last that is given; `x` for the input. */
function inOrder(
  { params }: Spelling,
  given: Given,
  literal: (value: Literal) => string,
): { readonly texts: string[]; readonly named: readonly (readonly [RowParameter, string])[] } {
  const placed = params.filter(({ position }) => position !== null);
  const isNeeded = ({ name, mapsTo }: RowParameter) => given.has(name) || mapsTo === "x";
  const count = placed.map(isNeeded).lastIndexOf(true) + 1;
  const texts = placed
    .slice(0, count)
    .map(
      ({ name, mapsTo, default: initial }) =>
        given.get(name) ?? (mapsTo === "x" ? "x" : literal(initial ?? null)),
    );
  const named = params.flatMap((parameter) => {
    const value = parameter.position === null ? given.get(parameter.name) : undefined;
    return value === undefined ? [] : [[parameter, value] as const];
  });
  return { texts, named };
}

const javascriptLiteral = (value: Literal) => JSON.stringify(value);

const lastOf = (name: string) => name.split(/::|\./).at(-1)!;

export const javascript: Writer = {
  language: "javascript",
  literal: javascriptLiteral,
  isCertain: ({ id }, { form }) => form !== "method" || id === "webnn",
  code: ({ id, slots }, row, given) => {
    const { name, form, isArithmetic } = row;
    const builder = id === "webnn" ? "const builder = new MLGraphBuilder(context);\n" : "";
    const start = `import * as tf from "@tensorflow/tfjs";\n${builder}`;
    const { texts, named } = inOrder(row, given, javascriptLiteral);
    const options = named.map(([parameter, value]) => `${parameter.name}: ${value}`);
    const list = [...texts, ...(options.length > 0 ? [`{ ${options.join(", ")} }`] : [])].join(", ");
    const slotted = (text: string) =>
      `${start}const y = tf.layers.dense({ units: 8, activation: ${text} });\n`;
    if (form === "string") {
      const slot = slots.find(({ keys }) => keys?.includes(name) ?? true);
      return slot && `${start}const y = ${slot.owner}({ ${slot.argument}: "${name}" });\n`;
    }
    if (isArithmetic) return slotted(form === "method" ? name : `${name}(${list})`);
    if (form !== "method") return `${start}const y = ${name}(${list});\n`;
    return `${start}const y = ${id === "webnn" ? "builder" : "x"}.${lastOf(name)}(${list});\n`;
  },
};

const rustLiteral = (value: Literal) => (value === null ? "None" : JSON.stringify(value));

const rust: Writer = {
  language: "rust",
  literal: rustLiteral,
  isCertain: (_, { form }) => form !== "method",
  code: ({ roots }, row, given) => {
    const { name, form, isArithmetic } = row;
    // No framework has a place that asks for a function by its name.
    if (isArithmetic) return undefined;
    const text = (value: string) => `use ${roots[0]!};\nfn f() { let y = ${value}; }\n`;
    const { texts } = inOrder(row, given, rustLiteral);
    const list = texts.join(", ");
    if (form === "method") return text(`x.${lastOf(name)}(${list})`);
    if (form === "function") return text(`${name}(${list})`);
    if (row.made === "case") return text(texts.length > 0 ? `${name}(${list})` : name);
    if (/::[a-z]\w*$/.test(name)) return text(`${name}()`);
    const options = [...given].map(([parameter, value]) => `.with_${parameter}(${value})`);
    if (!row.made) return text(`${name}::new(${list})`);
    return text(row.params.length > 0 ? `${name}Config::new()${options.join("")}.init()` : `${name}::new()`);
  },
};

const cppLiteral = (value: Literal) => (value === null ? "{}" : JSON.stringify(value));

const cpp: Writer = {
  language: "cpp",
  literal: cppLiteral,
  isCertain: (_, { form }) => form !== "method",
  code: (_, row, given) => {
    const { name, form, isArithmetic } = row;
    // No argument asks for a function by its name.
    if (isArithmetic) return undefined;
    const text = (value: string) =>
      `#include <torch/torch.h>\nvoid f(torch::Tensor x) { auto y = ${value}; }\n`;
    const options = (type: string, values: Given) =>
      values.size > 0 ? [`${type}()${[...values].map(([key, value]) => `.${key}(${value})`).join("")}`] : [];
    if (form === "module") return text(`${name}(${options(`${name}Options`, given).join("")})`);
    const { texts, named } = inOrder(row, given, cppLiteral);
    if (form === "method") return text(`x.${lastOf(name)}(${texts.join(", ")})`);
    const byName = new Map(named.map(([{ name: key }, value]) => [key, value]));
    return text(`${name}(${[...texts, ...options(`${name}FuncOptions`, byName)].join(", ")})`);
  },
};

const juliaLiteral = (value: Literal) => (value === null ? "nothing" : JSON.stringify(value));

const julia: Writer = {
  language: "julia",
  literal: juliaLiteral,
  isCertain: () => true,
  code: ({ roots }, row, given) => {
    const { texts, named } = inOrder(row, given, juliaLiteral);
    const options = named.map(([{ name }, value]) => `${name} = ${value}`);
    const list = texts.join(", ") + (options.length > 0 ? `; ${options.join(", ")}` : "");
    return `import ${roots[0]!}\ny = ${row.name}(${list})\n`;
  },
};

const swiftLiteral = (value: Literal) =>
  value === null ? "nil" : typeof value === "string" && value.startsWith(".") ? value : JSON.stringify(value);

const swift: Writer = {
  language: "swift",
  literal: swiftLiteral,
  isCertain: ({ id }, { form }) => form !== "method" || id === "mpsgraph",
  code: ({ id, roots }, row, given) => {
    const { name, form, params, isArithmetic } = row;
    // No argument asks for a function by its name.
    if (isArithmetic) return undefined;
    const text = (value: string) => `import ${roots[0]!}\nimport MLX\n${value}\n`;
    const labelled = params.flatMap(({ name: label, mapsTo }) => {
      const value = given.get(label);
      if (mapsTo === "x") return [id === "mpsgraph" ? "with: x" : "x"];
      return value === undefined ? [] : [`${label}: ${value}`];
    });
    const list = labelled.join(", ");
    if (form === "function") return text(`let y = ${name}(${list})`);
    if (form === "method") {
      const graph = id === "mpsgraph" ? "graph" : "x";
      const start = id === "mpsgraph" ? "let graph = MPSGraph()\n" : "";
      return text(`${start}let y = ${graph}.${lastOf(name)}(${list})`);
    }
    // Cases that take nothing are not called.
    return text(`let y = ${name}${id === "mlx-swift" || labelled.length > 0 ? `(${list})` : ""}`);
  },
};

export const writers: readonly Writer[] = [javascript, rust, cpp, julia, swift];
