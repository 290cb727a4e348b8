/** How a name of a framework can be written where a use stands: through the imports that are there, or with one more. */
import type { Framework } from "../frameworks/define.ts";
import { frameworks } from "../frameworks/index.ts";
import { canonicalName, firstSegment, lastSegment } from "../frameworks/lookup.ts";
import type { Scope } from "../syntax/outline.ts";

export interface Writing {
  /** `F.relu` */
  readonly text: string;
  /** A line to be added with it. */
  readonly addedImport: string | undefined;
}

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

/**
 * Ways to write a name, the best first; which of them means it at the place is for the caller to try.
 * @param name canonical
 * @param written the name that it takes the place of, with what it means
 * @param scopes outlines of all code whose imports may reach the place
 */
export function writingsOf(
  name: string,
  written: { readonly text: string; readonly means: string },
  scopes: readonly Scope[],
  isFree: (word: string) => boolean,
): Writing[] {
  const module = parentOf(name);
  const member = lastSegment(name);
  const isSibling =
    module === parentOf(written.means) && written.text.endsWith(`.${lastSegment(written.means)}`);
  const beside = isSibling ? [written.text.slice(0, -lastSegment(written.means).length) + member] : [];
  const reached = scopes
    .flatMap(importsIn)
    .filter(({ means }) => name === means || name.startsWith(`${means}.`))
    .sort((a, b) => b.means.length - a.means.length || a.local.length - b.local.length)
    .map(({ local, means }) => local + name.slice(means.length));
  const existing = [...new Set([...beside, ...reached])].map((text) => ({ text, addedImport: undefined }));
  return [...existing, ...additions(name, module, member, !written.text.includes("."), isFree)];
}

function additions(
  name: string,
  module: string,
  member: string,
  isBare: boolean,
  isFree: (word: string) => boolean,
): Writing[] {
  const root = firstSegment(name);
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
    ...fallback(name, module, member),
  ];
}

/** By its whole name; a class is no module, and is imported from one. */
function fallback(name: string, module: string, member: string): Writing[] {
  const owner = lastSegment(module);
  return /^[A-Z]/.test(owner)
    ? [{ text: `${owner}.${member}`, addedImport: `from ${parentOf(module)} import ${owner}` }]
    : [{ text: name, addedImport: `import ${module}` }];
}

/** Tables write `tf` for what is imported as `tensorflow`. */
function importable(root: string): string {
  const owner = (frameworks as readonly Framework[]).find(
    ({ roots, aliases }) =>
      !roots.includes(root) && aliases.some(([from, to]) => to === root && roots.includes(from)),
  );
  return owner?.aliases.find(([from, to]) => to === root && owner.roots.includes(from))?.[0] ?? root;
}

function importsIn(scope: Scope): { local: string; means: string }[] {
  const own = scope.imports.map(({ name, source: { module, member } }) => ({
    local: name,
    means: canonicalName(member === undefined ? module : `${module}.${member}`),
  }));
  return [...own, ...scope.children.flatMap((child) => importsIn(child.scope))];
}

function parentOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf(".")));
}
