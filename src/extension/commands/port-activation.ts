import type { Rewriting } from "../../engine/rewrite/define.ts";
import { realPace } from "../activations/slices.ts";
import { applyRewriting } from "../rewrite/apply.ts";
import { portEntry, whyNothing } from "../rewrite/choices.ts";
import { siteAtCursor } from "../rewrite/site.ts";
import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";

/** The function at the cursor as another framework writes it, with the parameters that keep its numbers the same. */
export const portActivation = defineCommand({
  id: "activationLens.portActivation",
  title: "Port to Another Framework…",
  palette: "editorIsOpen",
  run: async (services) => {
    const { vscode } = services;
    const site = await siteAtCursor(services, (why) =>
      l10n.t("Nothing to port: no activation function at the cursor. {0}", why),
    );
    if (!site) return;
    const [{ portsFor }, { port }] = await Promise.all([
      import("../../engine/rewrite/targets.ts"),
      import("../../engine/rewrite/rewrite.ts"),
    ]);
    const rewritings: Rewriting[] = [];
    for (const framework of portsFor(site.use)) {
      // Each is analysed again: others are to have their turn in between.
      await realPace.rest();
      const rewriting = port(site, framework);
      if (rewriting) rewritings.push(rewriting);
    }
    if (rewritings.length === 0) {
      void vscode.window.showInformationMessage(l10n.t("Nothing to port. {0}", whyNothing(site.use)));
      return;
    }
    const items = rewritings.map((rewriting) => ({ ...portEntry(rewriting), rewriting }));
    const picked = await vscode.window.showQuickPick(items, {
      title: l10n.t("Port {0}", site.found.code),
      placeHolder: l10n.t("Framework to write it in"),
      matchOnDescription: true,
    });
    if (picked && (await applyRewriting(vscode, site.found, picked.rewriting))) services.done("rewrite");
  },
});
