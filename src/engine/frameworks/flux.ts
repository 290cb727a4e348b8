/** Flux.jl: what it re-exports of NNlib. */
import type { Framework } from "./define.ts";
import { activations, geluForms } from "./nnlib.ts";
import { section } from "./rows.ts";

const fn = section("function", "Flux", "FluxML/Flux.jl src/Flux.jl");

export const flux = {
  id: "flux",
  name: "Flux",
  language: "julia",
  version: "0.16.11",
  docs: () => undefined,
  roots: ["Flux"],
  aliases: [],
  spellings: [...activations(fn), ...geluForms(fn)],
  slots: [],
} as const satisfies Framework;
