/** Documents that are in no file: the page of a rule, told from its address alone. */
import * as vscode from "vscode";
import { pageOf } from "../../engine/advise/documentation.ts";
import { rules } from "../../engine/advise/rules/index.ts";

const scheme = "activation-lens-rule";

export class RuleDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #registration: vscode.Disposable;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** Opens the page, typeset where there is a Markdown preview. @param id of a rule */
  async show(id: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${id}.md` });
    try {
      await vscode.commands.executeCommand("markdown.showPreview", uri);
    } catch {
      // The preview is an extension too, and may be switched off.
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    }
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    const rule = rules.find(({ id }) => path === `/${id}.md`);
    return rule ? pageOf(rule) : "";
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
