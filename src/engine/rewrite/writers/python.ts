/** How Python writes arguments and imports. */
import type { Framework } from "../../frameworks/define.ts";
import { frameworks } from "../../frameworks/index.ts";
import type { NewCall, OldCall, Room, Wanted, Writer } from "./define.ts";
import { endOfList } from "./lists.ts";
import type { Writing } from "../define.ts";

/** What people import these modules as: a short name that readers know. */
const customary: Readonly<Record<string, { readonly name: string; readonly line: string }>> = {
  "torch.nn": { name: "nn", line: "from torch import nn" },
  "torch.nn.functional": { name: "F", line: "import torch.nn.functional as F" },
  "jax.numpy": { name: "jnp", line: "import jax.numpy as jnp" },
  "jax.nn": { name: "jax", line: "import jax" },
  "flax.linen": { name: "nn", line: "from flax import linen as nn" },
  "flax.nnx": { name: "nnx", line: "from flax import nnx" },
  "keras.layers": { name: "layers", line: "from keras import layers" },
  "keras.activations": { name: "activations", line: "from keras import activations" },
  "keras.ops": { name: "ops", line: "from keras import ops" },
  "mlx.core": { name: "mx", line: "import mlx.core as mx" },
  "mlx.nn": { name: "nn", line: "from mlx import nn" },
  "coremltools.converters.mil.Builder": {
    name: "mb",
    line: "from coremltools.converters.mil import Builder as mb",
  },
  "paddle.nn": { name: "nn", line: "from paddle import nn" },
  "paddle.nn.functional": { name: "F", line: "import paddle.nn.functional as F" },
};

/** In the signature's order: by position while nothing is left out, then by keyword. */
function listed({ spelling, given, foreign }: NewCall, isHeld: boolean): string[] {
  const texts: string[] = [];
  for (const [parameter, { text, value, keyword }] of given) {
    const { name, position, mapsTo, default: initial } = parameter;
    // Behind the input that is still to come, `partial` can give nothing by position.
    const isInPlace = position === texts.length && !isHeld;
    const isNumber = mapsTo !== "variant" && mapsTo !== "axis" && mapsTo !== null;
    const isClear =
      mapsTo === "x" ||
      (isNumber &&
        initial !== null &&
        spelling.general === undefined &&
        (value === undefined || typeof initial !== "string")) ||
      (initial === undefined && mapsTo !== "axis");
    const wasKeyword = keyword !== undefined && mapsTo !== null;
    texts.push(isInPlace && isClear && !wasKeyword ? text : `${name}=${text}`);
  }
  return [...texts, ...foreign.map(({ keyword, text }) => `${keyword!}=${text}`)];
}

function additions({ path, isBare, isFree }: Wanted): Writing[] {
  const name = path.join(".");
  const module = path.slice(0, -1).join(".");
  const [root, member] = [path[0]!, path.at(-1)!];
  const real = importable(root);
  if (real !== root) return [{ text: name, addedImport: `import ${real} as ${root}` }];
  const alias = customary[module];
  const short = alias && (isFree(alias.name) || alias.name === root);
  return [
    ...(isBare && module !== "" && isFree(member)
      ? [{ text: member, addedImport: `from ${module} import ${member}` }]
      : []),
    ...(short
      ? [{ text: alias.name === root ? name : `${alias.name}.${member}`, addedImport: alias.line }]
      : []),
    ...fallback(path, module, member),
  ];
}

/** By its whole name; a class is no module, and is imported from one. */
function fallback(path: readonly string[], module: string, member: string): Writing[] {
  const owner = path.at(-2) ?? "";
  return /^[A-Z]/.test(owner)
    ? [
        {
          text: `${owner}.${member}`,
          addedImport: `from ${path.slice(0, -2).join(".")} import ${owner}`,
        },
      ]
    : [{ text: path.join("."), addedImport: `import ${module}` }];
}

/** Tables write `tf` for what is imported as `tensorflow`. */
function importable(root: string): string {
  const owner = (frameworks as readonly Framework[]).find(
    ({ roots, aliases, language }) =>
      language === "python" &&
      !roots.includes(root) &&
      aliases.some(([from, to]) => to === root && roots.includes(from)),
  );
  return owner?.aliases.find(([from, to]) => to === root && owner.roots.includes(from))?.[0] ?? root;
}

function room(old: OldCall): Room | undefined {
  const point = endOfList(old);
  return (
    point && {
      points: [point],
      addition: ({ name }) => ({ point: 0, before: `${name}=`, after: "", otherwise: null }),
    }
  );
}

export const python: Writer = {
  separator: ".",
  passesDefaults: true,
  list: (call) => `(${listed(call, false).join(", ")})`,
  partial: {
    name: "functools.partial",
    list: (call) =>
      `${listed(call, call.spelling.form === "function")
        .map((argument) => `, ${argument}`)
        .join("")})`,
  },
  applied: (module, input) => `${module}(${input})`,
  room,
  additions,
  // Behind the comments, the docstring and the imports from the future that a module must begin with.
  top: /^(?:\uFEFF)?(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)|[ \t]*%[^\r\n]*(?:\r\n|\n|\r)|[rRuU]?(?:"""[^]*?"""|'''[^]*?''')[ \t]*(?:\r\n|\n|\r))*/,
};
