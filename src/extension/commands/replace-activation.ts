import { applyRewriting } from "../rewrite/apply.ts";
import { replacementEntry, whyNothing } from "../rewrite/choices.ts";
import { siteAtCursor } from "../rewrite/site.ts";
import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";

/** Another function of the same framework in the place of the one at the cursor, written in the same form. */
export const replaceActivation = defineCommand({
  id: "activationLens.replaceActivation",
  title: "Replace Activation…",
  palette: "editorIsOpen",
  run: async (services) => {
    const { vscode } = services;
    const site = await siteAtCursor(services, (why) =>
      l10n.t("Nothing to replace: no activation function at the cursor. {0}", why),
    );
    if (!site) return;
    const [{ replacementsFor }, { replace }] = await Promise.all([
      import("../../engine/rewrite/targets.ts"),
      import("../../engine/rewrite/rewrite.ts"),
    ]);
    const items = replacementsFor(site.use, site.analysis.versions).map((target) => ({
      ...replacementEntry(target),
      target,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: l10n.t("Replace {0}", site.found.code),
      placeHolder: l10n.t("Function to put in its place"),
      matchOnDescription: true,
    });
    if (!picked) return;
    const rewriting = replace(site, picked.target);
    if (rewriting) {
      if (await applyRewriting(vscode, site.found, rewriting)) services.done("rewrite");
    } else {
      void vscode.window.showInformationMessage(
        l10n.t("{0} cannot be put here. {1}", picked.description, whyNothing(site.use)),
      );
    }
  },
});
