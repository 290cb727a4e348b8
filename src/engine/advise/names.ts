/** How activations and losses are called in messages. */
import { functionById } from "../functions/index.ts";
import type { Activation } from "./analysis/value.ts";

export function nameOf({ function: id }: Activation): string {
  return functionById(id).name;
}

/** `CrossEntropyLoss` of `torch.nn.CrossEntropyLoss` */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
