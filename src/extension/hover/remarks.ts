/** Traps of one call, the worst first: a hover shows at most one. Pure. */
import type { Use } from "../../engine/detect/use.ts";
import { l10n } from "../l10n.ts";

interface Remark {
  /** Whether it is about this use. */
  readonly applies: (use: Use) => boolean;
  readonly text: (use: Use) => string;
}

const remarks: readonly Remark[] = [
  {
    applies: ({ spelling }) => spelling.inputScale !== undefined,
    text: ({ spelling, function: id }) =>
      l10n.t(
        "{0} multiplies its input by {1} here; the curve and the values are those of {2}(x) itself.",
        spelling.name,
        spelling.inputScale!,
        id,
      ),
  },
  {
    // PyTorch's first positional is the slope or alpha; `inplace` comes second.
    applies: (use) => booleanNumber(use) !== undefined,
    text: (use) => {
      const name = booleanNumber(use)!;
      return l10n.t(
        "{0} was given a bool, which counts as {1}: inplace is another argument.",
        name,
        Number(use.params[name]),
      );
    },
  },
  {
    applies: ({ function: id, slot }) => id === "softmax" && slot?.units === 1,
    text: () =>
      l10n.t("Softmax over one unit always gives 1, so nothing is learned through it: sigmoid, or 2 units."),
  },
  {
    // torch.nn.functional's softmax, log_softmax and softmin choose dim by rank when it is None, and warn.
    applies: ({ framework, params }) => framework === "torch" && params["dim"] === null,
    text: () =>
      l10n.t(
        "dim is not given: PyTorch then picks 0 for 0-, 1- and 3-D input, else 1, and warns. Write dim.",
      ),
  },
];

/** A numeric parameter that was given True or False. */
function booleanNumber(use: Use): string | undefined {
  return use.explicit.find((name) => {
    const parameter = use.spelling.params.find((candidate) => candidate.name === name);
    return typeof use.params[name] === "boolean" && typeof parameter?.default === "number";
  });
}

export function remarkOn(use: Use): string | undefined {
  const unknownDim = use.unknown.includes("dim");
  return remarks.find(({ applies }) => applies(use) && !unknownDim)?.text(use);
}
