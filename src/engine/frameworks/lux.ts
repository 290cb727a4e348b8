/** Lux.jl: what it re-exports of NNlib. */
import type { Framework } from "./define.ts";
import { activations, gated } from "./nnlib.ts";
import { required, section } from "./rows.ts";

const maxout = section("module", "Lux", "LuxDL/Lux.jl src/layers/containers.jl");
const fn = section("function", "Lux", "LuxDL/Lux.jl src/Lux.jl");

export const lux = {
  id: "lux",
  name: "Lux",
  language: "julia",
  version: "1.31.4",
  docs: () => undefined,
  roots: ["Lux"],
  aliases: [["Lux.NNlib", "NNlib"]],
  spellings: [
    ...activations(fn),
    gated(fn),
    maxout("Maxout", "maxout", [required("layers", null)], {
      open: ["groups"],
      note: "The largest of the outputs of as many layers, each of its own.",
    }),
  ],
  slots: [],
} as const satisfies Framework;
