/** Which framework code is written in: the one that was picked, else that of the code the lab was opened on. */
import type { SnippetFramework } from "../../../engine/choose/define.ts";
import type { LabState } from "../../protocol.ts";

/** The names that `LabSource.framework` has for each. */
const names: Readonly<Record<string, SnippetFramework>> = {
  PyTorch: "torch",
  Keras: "keras",
  TensorFlow: "tensorflow",
  JAX: "flax",
  Flax: "flax",
};

export function frameworkOf({ snippet, source }: Pick<LabState, "snippet" | "source">): SnippetFramework {
  if (snippet) return snippet;
  const name = source?.framework ?? "";
  return Object.hasOwn(names, name) ? names[name]! : "torch";
}
