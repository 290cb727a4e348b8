import { applyRewriting } from "../rewrite/apply.ts";
import { isWritten, replacementEntry, whyNothing } from "../rewrite/choices.ts";
import { siteAtCursor } from "../rewrite/site.ts";
import { defineCommand } from "./define.ts";

/** Another function of the same framework in the place of the one at the cursor, written in the same form. */
export const replaceActivation = defineCommand({
  id: "activationLens.replaceActivation",
  title: "Replace Activation…",
  palette: "editorIsOpen",
  run: async (services) => {
    const { vscode } = services;
    const site = await siteAtCursor(services, "Nothing to replace");
    if (!site) return;
    if (!isWritten(site.use.framework)) {
      void vscode.window.showInformationMessage(`Nothing to replace. ${whyNothing(site.use)}`);
      return;
    }
    const [{ replacementsFor }, { rewrite }] = await Promise.all([
      import("../../engine/rewrite/targets.ts"),
      import("../../engine/rewrite/rewrite.ts"),
    ]);
    const items = replacementsFor(site.use, site.analysis.versions).map((target) => ({
      ...replacementEntry(target),
      target,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: `Replace ${site.found.code}`,
      placeHolder: "Function to put in its place",
      matchOnDescription: true,
    });
    if (!picked) return;
    const rewriting = rewrite(site, picked.target, "replace");
    if (rewriting) {
      if (await applyRewriting(vscode, site.found, rewriting)) services.done("rewrite");
    } else {
      void vscode.window.showInformationMessage(
        `${picked.description} cannot be put here. ${whyNothing(site.use)}`,
      );
    }
  },
});
