/** Shows in the lab what is under the cursor, while the lab is asked to follow it. */
import * as vscode from "vscode";
import type { Documents } from "../documents.ts";
import type { Lab } from "./panel.ts";

/** Long enough that holding an arrow key shows only where it ends. */
const restMs = 150;

export class CursorFollower implements vscode.Disposable {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #subscription: vscode.Disposable;

  constructor(documents: Documents, lab: Lab, log: vscode.LogOutputChannel) {
    this.#subscription = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      clearTimeout(this.#timer);
      if (!lab.isFollowing) return;
      this.#timer = setTimeout(() => {
        follow(documents, lab, textEditor).catch((error: unknown) => {
          log.error("The lab could not follow the cursor", error);
        });
      }, restMs);
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }
}

async function follow(documents: Documents, lab: Lab, editor: vscode.TextEditor): Promise<void> {
  const { document, selection } = editor;
  const found = await documents.useAt(document, selection.active);
  if (!found || document.version !== found.version || !lab.isFollowing) return;
  lab.show(found.labState(), found.place, true);
}
