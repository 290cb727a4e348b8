import { startState } from "../panel/lab-state.ts";
import { defineCommand } from "./define.ts";

/** Opens the lab's choose view; its code is in the framework of the function at the cursor. */
export const chooseActivation = defineCommand({
  id: "activationLens.chooseActivation",
  title: "Choose an Activation…",
  run: async ({ vscode, documents, lab }) => {
    const editor = vscode.window.activeTextEditor;
    const found = editor && (await documents.useAt(editor.document, editor.selection.active));
    const state = found ? await found.labState() : startState;
    lab.show({ ...state, view: "choose" }, found?.place, false);
  },
});
