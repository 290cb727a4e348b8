import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";

/** Says what was seen at the cursor and why it is, or is not, the use of an activation function. */
export const explainNothing = defineCommand({
  id: "activationLens.explainNothing",
  title: "Why Is Nothing Shown Here?",
  run: async ({ vscode, documents, log }) => {
    const editor = vscode.window.activeTextEditor;
    const why = editor
      ? await documents.explainAt(editor.document, editor.selection.active)
      : l10n.t("No editor is open: put the cursor on a name in a file of code or a notebook.");
    log.info(why);
    void vscode.window.showInformationMessage(why);
  },
});
