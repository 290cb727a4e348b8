import { startState } from "../panel/lab-state.ts";
import { defineCommand } from "./define.ts";

/** Opens the lab on the function under the cursor or, where there is none, on ReLU with the worked example. */
export const openLab = defineCommand({
  id: "activationLens.openLab",
  title: "Open Lab",
  run: async ({ vscode, documents, lab }) => {
    const editor = vscode.window.activeTextEditor;
    const found = editor && (await documents.useAt(editor.document, editor.selection.active));
    if (found) lab.show(await found.labState(), found.place, false);
    else lab.show(startState, undefined, false);
  },
});
