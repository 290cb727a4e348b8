/** A diff editor of two texts that are in no file. */
import * as vscode from "vscode";
import type { Previews } from "./commands/define.ts";

const scheme = "activation-lens-preview";

export class DiffPreviews implements Previews, vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #subscriptions: vscode.Disposable;
  #count = 0;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.#texts.delete(uri.toString());
      }),
    );
  }

  show(title: string, before: string, after: string): Thenable<unknown> {
    const [left, right] = [this.#address("before", before), this.#address("after", after)];
    return vscode.commands.executeCommand("vscode.diff", left, right, title, { preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? "";
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#texts.clear();
  }

  #address(name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${++this.#count}/${name}.txt` });
    this.#texts.set(uri.toString(), text);
    return uri;
  }
}
