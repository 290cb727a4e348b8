import { setFlagsFromString } from "node:v8";

/**
 * For a program that reads every file once: V8 spent a third of its processor time on optimising functions, each with
 * what it calls written into it, and most are done before that pays. With less written in, all of it takes a sixth less.
 */
export function compileLess(): void {
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=100");
}
