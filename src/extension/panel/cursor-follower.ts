/** Shows in the lab what is under the cursor, while the lab is asked to follow it. */
import * as vscode from "vscode";
import type { Documents } from "../documents.ts";
import type { Lab } from "./panel.ts";

/** Long enough that holding an arrow key shows only where it ends. */
const restMs = 150;

export class CursorFollower implements vscode.Disposable {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was shown last: a cursor that moves within one call leaves the lab's sliders as they are. */
  #shown = "";
  readonly #subscription: vscode.Disposable;

  constructor(documents: Documents, lab: Lab, log: vscode.LogOutputChannel) {
    this.#subscription = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      clearTimeout(this.#timer);
      if (!lab.isFollowing) return;
      this.#timer = setTimeout(() => {
        this.#follow(documents, lab, textEditor).catch((error: unknown) => {
          log.error("The lab could not follow the cursor", error);
        });
      }, restMs);
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }

  async #follow(documents: Documents, lab: Lab, { document, selection }: vscode.TextEditor): Promise<void> {
    const found = await documents.useAt(document, selection.active);
    if (!found || document.version !== found.version || !lab.isFollowing) return;
    const { uri, range } = found.place;
    const shown = `${uri.toString()}:${range.start.line}:${range.start.character} ${found.code}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    lab.follow(await found.labState(), found.place);
  }
}
