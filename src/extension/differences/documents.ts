/** Documents that are in no file: a function's differences across frameworks, told from their address alone. */
import * as vscode from "vscode";
import { frameworks } from "../../engine/frameworks/index.ts";
import { type FunctionId, functionById } from "../../engine/functions/index.ts";
import { l10n } from "../l10n.ts";
import { type WrittenHere, differencesMarkdown } from "./markdown.ts";

const scheme = "activation-lens-differences";

export class DifferencesDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #registration: vscode.Disposable;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** Opens the document, typeset where there is a Markdown preview. */
  async show(id: FunctionId, here?: WrittenHere): Promise<void> {
    const uri = vscode.Uri.from({
      scheme,
      path: `/${l10n.t("{0} across frameworks", functionById(id).name).replaceAll("/", "-")}.md`,
      query: new URLSearchParams({ function: id, ...here }).toString(),
    });
    try {
      await vscode.commands.executeCommand("markdown.showPreview", uri);
    } catch {
      // The preview is an extension too, and may be switched off.
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    }
  }

  provideTextDocumentContent({ query }: vscode.Uri): string {
    const asked = new URLSearchParams(query);
    const fn = functionById(asked.get("function") ?? "");
    const framework = frameworks.find(({ id }) => id === asked.get("framework"))?.id;
    const name = asked.get("name");
    return fn ? differencesMarkdown(fn.id, framework && name !== null ? { framework, name } : undefined) : "";
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
