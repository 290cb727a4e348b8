/** How activations are called in messages. */
import { functionById } from "../functions/index.ts";
import type { Activation } from "./analysis/value.ts";

export function nameOf({ function: id }: Activation): string {
  return functionById(id).name;
}
