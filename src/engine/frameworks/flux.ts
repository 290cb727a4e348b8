/** Flux.jl: what it re-exports of NNlib. */
import type { Framework } from "./define.ts";
import { activations, geluForms } from "./nnlib.ts";
import { required, section } from "./rows.ts";

const maxout = section("module", "Flux", "FluxML/Flux.jl src/layers/basic.jl");
const fn = section("function", "Flux", "FluxML/Flux.jl src/Flux.jl");

export const flux = {
  id: "flux",
  name: "Flux",
  language: "julia",
  version: "0.16.11",
  docs: () => undefined,
  roots: ["Flux"],
  aliases: [["Flux.NNlib", "NNlib"]],
  spellings: [
    ...activations(fn),
    ...geluForms(fn),
    maxout("Maxout", "maxout", [required("layers", null)], {
      open: ["groups"],
      note: "The largest of the outputs of as many layers, each of its own.",
    }),
  ],
  slots: [],
} as const satisfies Framework;
