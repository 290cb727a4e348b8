import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";

export const copyDescription = defineCommand({
  id: "activationLens.copyDescription",
  title: "Copy Description of Function at Cursor",
  palette: "editorIsOpen",
  run: async ({ vscode, documents }) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    const found = await documents.useAt(document, selection.active);
    if (!found) {
      const why = await documents.explainAt(document, selection.active);
      void vscode.window.showInformationMessage(
        l10n.t("Nothing to copy: no activation function at the cursor. {0}", why),
      );
      return;
    }
    await vscode.env.clipboard.writeText(found.description());
    vscode.window.setStatusBarMessage(l10n.t("Activation Lens: description of {0} copied", found.name), 4000);
  },
});
