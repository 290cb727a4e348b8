/** The language status item: what was analysed of the document in the active editor, and what was found. */
import * as vscode from "vscode";
import type { Diagnostics } from "../diagnostics/diagnostics.ts";
import type { Documents } from "../documents.ts";
import { summarise } from "./summary.ts";

/** Typing pauses for so long before it is counted anew. */
const restMs = 500;

export class AnalysisStatus implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  readonly #documents: Documents;
  readonly #diagnostics: Diagnostics;
  readonly #log: vscode.LogOutputChannel;
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    item: vscode.LanguageStatusItem,
    documents: Documents,
    diagnostics: Diagnostics,
    log: vscode.LogOutputChannel,
  ) {
    this.#item = item;
    this.#documents = documents;
    this.#diagnostics = diagnostics;
    this.#log = log;
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#updateSoon();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.#updateSoon();
      }),
      diagnostics.onDidLook((document) => {
        if (document === vscode.window.activeTextEditor?.document) this.#updateSoon();
      }),
    );
    this.#updateSoon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #updateSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#update().catch((error: unknown) => {
        this.#log.error("What was analysed cannot be said", error);
      });
    }, restMs);
  }

  async #update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const analysed = document && (await this.#documents.analysedIn(document));
    if (!analysed || document !== vscode.window.activeTextEditor?.document) return;
    const { text, detail } = summarise(analysed, this.#diagnostics.countIn(document));
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.accessibilityInformation = { label: `Activation Lens: ${text}. ${detail}` };
  }
}
