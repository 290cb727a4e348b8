/** What Replace and Port offer, as the entries of a list. Pure. */
import type { Use } from "../../engine/detect/use.ts";
import { frameworkById } from "../../engine/frameworks/index.ts";
import { functionById } from "../../engine/functions/index.ts";
import type { Rewriting, Target } from "../../engine/rewrite/define.ts";
import { l10n } from "../l10n.ts";

export interface Entry {
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
}

/** "GELU  torch.nn.GELU" */
export function replacementEntry({ function: id, spelling }: Target): Entry {
  return { label: functionById(id).name, description: spelling.name };
}

/** "PyTorch  F.leaky_relu(x, 0.2)", and below it what is not the same. */
export function portEntry({ target, code, traps, remarks, addedImports }: Rewriting): Entry {
  const warnings = traps.map((trap) => `$(warning) ${l10n.t("Not the same numbers: {0}", trap)}`);
  const notes = [...addedImports.map((line) => l10n.t("adds “{0}”", line)), ...remarks];
  return {
    label: frameworkById(target.framework).name,
    description: code.replace(/\s+/g, " "),
    ...(warnings.length + notes.length === 0 ? {} : { detail: [...warnings, ...notes].join(" · ") }),
  };
}

/** Why a use has nothing to offer. */
export function whyNothing({ kind, spelling, framework }: Use): string {
  switch (kind) {
    case "attribute_use":
      return l10n.t(
        "This calls what was assigned elsewhere in the class: put the cursor on the function there.",
      );
    case "definition":
      return l10n.t("This is a function written by hand, and no call of a framework's.");
    case "string":
      return l10n.t(
        "The string is read by {0}, and says nothing to another framework.",
        frameworkById(framework).name,
      );
    case "call":
    case "reference":
    case "method":
      return l10n.t(
        "The arguments of {0} cannot all be read here, or no other way to write it is known.",
        spelling.name,
      );
  }
}
