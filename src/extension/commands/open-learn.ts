/** One command for each of the lab's views to learn from: opens it on the function at the cursor, else on ReLU. */
import type { ViewId } from "../../webview/protocol.ts";
import { startState } from "../panel/lab-state.ts";
import { type Services, defineCommand } from "./define.ts";

function openOn(view: ViewId) {
  return async ({ vscode, documents, lab }: Services): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const found = editor && (await documents.useAt(editor.document, editor.selection.active));
    const state = found ? await found.labState() : startState;
    lab.show({ ...state, view }, found?.place, false);
  };
}

export const openDepth = defineCommand({
  id: "activationLens.openDepth",
  title: "Learn: Signal and Gradient Through Depth",
  run: openOn("depth"),
});

export const openCollapse = defineCommand({
  id: "activationLens.openCollapse",
  title: "Learn: Why Linear Layers Collapse",
  run: openOn("collapse"),
});

export const openTraining = defineCommand({
  id: "activationLens.openTraining",
  title: "Learn: How Units Die",
  run: openOn("training"),
});
