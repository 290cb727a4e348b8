/** Lux.jl: what it re-exports of NNlib. */
import type { Framework } from "./define.ts";
import { activations } from "./nnlib.ts";
import { section } from "./rows.ts";

const fn = section("function", "Lux", "LuxDL/Lux.jl src/Lux.jl");

export const lux = {
  id: "lux",
  name: "Lux",
  language: "julia",
  version: "1.31.4",
  docs: () => undefined,
  roots: ["Lux"],
  aliases: [],
  spellings: [...activations(fn)],
  slots: [],
} as const satisfies Framework;
