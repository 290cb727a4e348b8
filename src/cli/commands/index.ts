/** Every command of the command line. */
import { check } from "./check.ts";
import type { Command } from "./define.ts";
import { detect } from "./detect.ts";
import { transform } from "./transform.ts";

export const commands: readonly Command[] = [check, detect, transform];
