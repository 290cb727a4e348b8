import { type HoverTarget, readHoverTarget } from "../hover/links.ts";
import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";

/** A hover's link: opens the lab on that use and leaves the focus in the code. */
export const openLabFromHover = defineCommand({
  id: "activationLens.openLabFromHover",
  title: "Open Lab for This Function",
  palette: false,
  run: async ({ vscode, documents, lab, done }, argument) => {
    const target: HoverTarget | undefined = readHoverTarget(argument);
    if (!target) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(target.uri));
    const found = await documents.useAt(document, document.positionAt(target.offset));
    if (!found) {
      void vscode.window.showInformationMessage(
        l10n.t("The code has changed since that hover was shown: hover the function again."),
      );
      return;
    }
    const state = await found.labState();
    lab.show(target.view ? { ...state, view: target.view } : state, found.place, true);
    done("lab");
  },
});
