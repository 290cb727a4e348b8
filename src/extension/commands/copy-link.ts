import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";

export const copyLink = defineCommand({
  id: "activationLens.copyLink",
  title: "Copy Link to View",
  run: async ({ vscode, lab }) => {
    if (lab.state) await lab.copyLink(lab.state);
    else
      void vscode.window.showInformationMessage(l10n.t("Open the lab first: the link is to what it shows."));
  },
});
