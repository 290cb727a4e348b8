/** SciPy: `scipy.special`. */
import type { Framework } from "./define.ts";
import { arg, input, section } from "./rows.ts";

const special = section("function", "scipy.special", "scipy/scipy scipy/special");

const x = input("x");

export const scipy = {
  id: "scipy",
  name: "SciPy",
  language: "python",
  version: "1",
  docs: ({ name }) => `https://docs.scipy.org/doc/scipy/reference/generated/${name}.html`,
  roots: ["scipy"],
  aliases: [],
  spellings: [
    special("expit", "sigmoid", [x]),
    special("softmax", "softmax", [x, arg("axis", null)], { note: "axis=None is the whole array." }),
    special("log_softmax", "log_softmax", [x, arg("axis", null)], { note: "axis=None is the whole array." }),
  ],
  slots: [],
} as const satisfies Framework;
