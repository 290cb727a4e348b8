import { readLabState } from "../../webview/protocol.ts";
import { comparedIn, startState } from "../panel/lab-state.ts";
import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";

/** Opens the lab's compare view on the functions that the file uses, each at the parameters it has there. */
export const compareFunctions = defineCommand({
  id: "activationLens.compareFunctions",
  title: "Compare Functions in This File",
  run: async ({ vscode, documents, lab }) => {
    const editor = vscode.window.activeTextEditor;
    const found = editor && (await documents.useAt(editor.document, editor.selection.active));
    if (found) {
      lab.show({ ...(await found.labState()), view: "compare" }, found.place, false);
      return;
    }
    const uses = editor ? await documents.usesAround(editor.document) : [];
    if (uses.length === 0) {
      void vscode.window.showInformationMessage(
        l10n.t("No activation function was found here: the lab opens with exact and tanh GELU to compare."),
      );
    }
    const compared = uses.length === 0 ? {} : { compare: comparedIn(uses), functionId: uses[0]!.function };
    lab.show(readLabState({ ...startState, params: {}, ...compared, view: "compare" }), undefined, false);
  },
});
