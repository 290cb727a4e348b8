/** Shows unwritten defaults in the code: only where it is visible, and only if asked to. */
import * as vscode from "vscode";
import type { Use } from "../../engine/detect/use.ts";
import type { Documents } from "../documents.ts";
import { defaultsHint, hintTooltip } from "./hints.ts";

export class InlayHintsProvider implements vscode.InlayHintsProvider {
  readonly #documents: Documents;
  readonly #log: vscode.LogOutputChannel;
  readonly #uses = new WeakMap<vscode.InlayHint, Use>();

  constructor(documents: Documents, log: vscode.LogOutputChannel) {
    this.#documents = documents;
    this.#log = log;
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[]> {
    try {
      const { version } = document;
      const uses = await this.#documents.usesIn(document);
      if (token.isCancellationRequested || document.version !== version) return [];
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      const visible = uses.filter(({ callRange }) => callRange.end >= start && callRange.start <= end);
      const text = visible.length > 0 ? document.getText() : "";
      return visible.flatMap((use) => {
        const hint = defaultsHint(use, text);
        if (!hint) return [];
        const shown = new vscode.InlayHint(
          document.positionAt(hint.offset),
          hint.label,
          vscode.InlayHintKind.Parameter,
        );
        this.#uses.set(shown, use);
        return [shown];
      });
    } catch (error) {
      this.#log.error(`No inlay hints in ${document.uri.toString()}`, error);
      return [];
    }
  }

  resolveInlayHint(hint: vscode.InlayHint): vscode.InlayHint {
    const use = this.#uses.get(hint);
    if (use) hint.tooltip = hintTooltip(use);
    return hint;
  }
}
