/**
 * Replace and Port among the refactorings, only when someone asks for code actions: no light bulb follows the cursor.
 */
import * as vscode from "vscode";
import type { TitleOf } from "../commands/define.ts";
import { portActivation } from "../commands/port-activation.ts";
import { replaceActivation } from "../commands/replace-activation.ts";
import type { Documents } from "../documents.ts";

export class RewriteActions implements vscode.CodeActionProvider {
  readonly #documents: Documents;
  readonly #log: vscode.LogOutputChannel;
  readonly #titleOf: TitleOf;

  constructor(documents: Documents, log: vscode.LogOutputChannel, titleOf: TitleOf) {
    this.#documents = documents;
    this.#log = log;
    this.#titleOf = titleOf;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    _context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    try {
      const site = await this.#documents.siteAt(document, range.start);
      if (!site || token.isCancellationRequested) return [];
      const { replacementsFor, portsFor } = await import("../../engine/rewrite/targets.ts");
      const offered = [
        ...(replacementsFor(site.use, site.analysis.versions).length > 0 ? [replaceActivation] : []),
        ...(portsFor(site.use).length > 0 ? [portActivation] : []),
      ];
      return offered.map((command) => {
        const title = this.#titleOf(command);
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
        action.command = { command: command.id, title };
        return action;
      });
    } catch (error) {
      this.#log.error(`No code actions at ${document.uri.toString()}:${range.start.line + 1}`, error);
      return [];
    }
  }
}
