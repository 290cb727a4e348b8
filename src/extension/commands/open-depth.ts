import { startState } from "../panel/lab-state.ts";
import { defineCommand } from "./define.ts";

/** Opens the lab's depth view on the function at the cursor, else on ReLU. */
export const openDepth = defineCommand({
  id: "activationLens.openDepth",
  title: "Learn: Signal and Gradient Through Depth",
  run: async ({ vscode, documents, lab }) => {
    const editor = vscode.window.activeTextEditor;
    const found = editor && (await documents.useAt(editor.document, editor.selection.active));
    const state = found ? await found.labState() : startState;
    lab.show({ ...state, view: "depth" }, found?.place, false);
  },
});
