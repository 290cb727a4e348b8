/** What is known of every gated function. */
import type { Note } from "./define.ts";
import { shazeer2020 } from "./sources.ts";

export const takesTwoMatrices: Note = {
  text: "Takes two matrices for what takes one without a gate; two thirds of the width keep the count of weights.",
  condition: "feed-forward blocks of Transformers",
  source: shazeer2020,
};
