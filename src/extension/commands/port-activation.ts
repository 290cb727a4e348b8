import type { Rewriting } from "../../engine/rewrite/define.ts";
import { realPace } from "../activations/slices.ts";
import { applyRewriting } from "../rewrite/apply.ts";
import { portEntry, whyNothing } from "../rewrite/choices.ts";
import { siteAtCursor } from "../rewrite/site.ts";
import { defineCommand } from "./define.ts";

/** The function at the cursor as another framework writes it, with the parameters that keep its numbers the same. */
export const portActivation = defineCommand({
  id: "activationLens.portActivation",
  title: "Port to Another Framework…",
  palette: "editorIsOpen",
  run: async (services) => {
    const { vscode } = services;
    const site = await siteAtCursor(services, "Nothing to port");
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
      void vscode.window.showInformationMessage(`Nothing to port. ${whyNothing(site.use)}`);
      return;
    }
    const items = rewritings.map((rewriting) => ({ ...portEntry(rewriting), rewriting }));
    const picked = await vscode.window.showQuickPick(items, {
      title: `Port ${site.found.code}`,
      placeHolder: "Framework to write it in",
      matchOnDescription: true,
    });
    if (picked && (await applyRewriting(vscode, site.found, picked.rewriting))) services.done("rewrite");
  },
});
