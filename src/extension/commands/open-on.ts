/** The lab, opened on the function at the cursor or, where there is none, on ReLU with the worked example. */
import { type LabState, type ViewId, readLabState } from "../../webview/protocol.ts";
import { startState } from "../panel/lab-state.ts";
import type { Services } from "./define.ts";

/** @param view absent: the first */
export function openOn(view?: ViewId): (services: Services) => Promise<void> {
  return openWith(view ? { view } : {});
}

/** @param change what is to be otherwise than the lab opens */
export function openWith(change: Partial<LabState>) {
  return async ({ vscode, documents, lab }: Services): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const found = editor && (await documents.useAt(editor.document, editor.selection.active));
    const state = found ? await found.labState() : startState;
    lab.show(readLabState({ ...state, ...change }), found?.place, false);
  };
}
