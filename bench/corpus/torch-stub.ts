/**
 * Just enough of PyTorch's types for a type checker to resolve every name in the generated models. The real package is
 * several hundred times larger: whoever reads these stubs instead has less to do.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pytorch } from "../../src/engine/frameworks/pytorch.ts";

const layers = [
  "Conv2d",
  "Linear",
  "BatchNorm2d",
  "LayerNorm",
  "Dropout",
  "MaxPool2d",
  "Sequential",
  "ModuleList",
  "TransformerEncoderLayer",
];

const tensor = `from typing import Any

class Tensor:
    shape: Any
    def __getattr__(self, name: str) -> Any: ...
    def __getitem__(self, index: Any) -> Tensor: ...
    def __matmul__(self, other: Tensor) -> Tensor: ...
    def __add__(self, other: Any) -> Tensor: ...
    def __mul__(self, other: Any) -> Tensor: ...
`;

const nnModule = `from typing import Any, Iterator
from torch import Tensor
from . import functional as functional, utils as utils

class Module:
    """Base class of all layers."""
    def __init__(self) -> None: ...
    def __call__(self, *args: Any, **kwargs: Any) -> Tensor: ...
    def parameters(self) -> Iterator[Tensor]: ...
`;

function namesIn(module: string): string[] {
  return pytorch.spellings
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${module}.`) && !name.slice(module.length + 1).includes("."))
    .map((name) => name.slice(module.length + 1));
}

function classes(names: readonly string[]): string {
  const body = (name: string) => `
class ${name}(Module):
    """The layer ${name}, applied elementwise or along an axis."""
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def forward(self, input: Tensor) -> Tensor: ...
`;
  return names.map(body).join("");
}

function functions(names: readonly string[]): string {
  const body = (name: string) => `
def ${name}(input: Tensor, *args: Any, **kwargs: Any) -> Tensor:
    """Applies ${name} to every element."""
`;
  return names.map(body).join("");
}

/** Writes the package `torch` into a folder. */
export function writeTorchStub(folder: string): void {
  const files: Readonly<Record<string, string>> = {
    "torch/__init__.pyi": tensor + "\nfrom . import nn as nn\n" + functions(namesIn("torch")),
    "torch/nn/__init__.pyi": nnModule + classes([...namesIn("torch.nn"), ...layers]),
    "torch/nn/functional.pyi":
      "from typing import Any\nfrom torch import Tensor\n" +
      functions([...namesIn("torch.nn.functional"), "cross_entropy"]),
    "torch/nn/utils.pyi":
      "from typing import Any\ndef clip_grad_norm_(parameters: Any, max_norm: float) -> Any: ...\n",
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
