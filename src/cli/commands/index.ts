/** Every command of the command line. */
import type { Command } from "./define.ts";
import { detect } from "./detect.ts";
import { transform } from "./transform.ts";

export const commands: readonly Command[] = [detect, transform];
