import type { Language } from "./define.ts";

export const julia = {
  id: "julia",
  name: "Julia",
  editorIds: ["julia"],
  starts: true,
  extensions: [".jl"],
  notebookNames: /^julia/i,
  load: async () => (await import("../syntax/julia.ts")).julia,
} as const satisfies Language;
