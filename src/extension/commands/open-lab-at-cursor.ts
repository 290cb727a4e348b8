import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";

export const openLabAtCursor = defineCommand({
  id: "activationLens.openLabAtCursor",
  title: "Open Lab for Function at Cursor",
  palette: "editorIsOpen",
  run: async ({ vscode, documents, lab, done }) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) {
      void vscode.window.showInformationMessage(
        l10n.t("Open a file with a model first, then put the cursor on an activation function."),
      );
      return;
    }
    const { document, selection } = editor;
    const found = await documents.useAt(document, selection.active);
    if (found) {
      lab.show(await found.labState(), found.place, false);
      done("lab");
      return;
    }
    const why = await documents.explainAt(document, selection.active);
    void vscode.window.showInformationMessage(l10n.t("No activation function at the cursor. {0}", why));
  },
});
