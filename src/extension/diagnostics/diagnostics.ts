/** Findings as diagnostics, in documents that are to be seen; once typing rests. */
import * as vscode from "vscode";
import { type Advice, advise } from "../../engine/advise/advise.ts";
import type { Place } from "../../engine/advise/place.ts";
import type { Severity } from "../../engine/advise/rules/define.ts";
import { languageOfEditor } from "../../engine/languages/index.ts";
import { explainRule } from "../commands/explain-rule.ts";
import { type AnalysedTogether, type Documents, unitOf } from "../documents.ts";
import { toEditorRange } from "../range.ts";
import { type Settings, settingsPrefix } from "../settings.ts";
import { source } from "./source.ts";
import { Projects } from "./projects.ts";
import { wanted } from "./wanted.ts";

/** Typing pauses for so long before it is looked at anew. */
const restMs = 300;

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export interface ShownFinding {
  readonly diagnostic: vscode.Diagnostic;
  readonly advice: Advice;
  readonly together: AnalysedTogether;
}

export class Diagnostics implements vscode.Disposable {
  readonly #documents: Documents;
  readonly #settings: Settings;
  readonly #log: vscode.LogOutputChannel;
  readonly #projects: Projects;
  readonly #collection = vscode.languages.createDiagnosticCollection("activation-lens");
  /** Of the documents that were looked at. */
  readonly #shown = new Map<string, readonly ShownFinding[]>();
  readonly #looked = new vscode.EventEmitter<vscode.TextDocument>();
  /** Findings of a document are others, or it is no longer looked at. */
  readonly onDidLook = this.#looked.event;
  readonly #failed = new Set<string>();
  readonly #owned: vscode.Disposable;
  /** Documents to look at when typing rests. */
  readonly #waiting = new Set<vscode.TextDocument>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(documents: Documents, settings: Settings, log: vscode.LogOutputChannel) {
    this.#documents = documents;
    this.#settings = settings;
    this.#log = log;
    this.#projects = new Projects(log);
    const lookAtAll = () => {
      for (const { document } of vscode.window.visibleTextEditors) this.#lookSoon(document);
    };
    this.#owned = vscode.Disposable.from(
      this.#collection,
      this.#looked,
      this.#projects,
      this.#projects.onDidChange(lookAtAll),
      vscode.window.onDidChangeVisibleTextEditors(lookAtAll),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isVisible(document)) this.#lookSoon(document);
      }),
      // A cell that is added, moved or deleted changes what names mean in the others.
      vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        if (contentChanges.length > 0) for (const cell of notebook.getCells()) this.#lookSoon(cell.document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#waiting.delete(document);
        this.#show(document, undefined);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        const isOurs = ["diagnostics", "rules"].some((key) =>
          change.affectsConfiguration(`${settingsPrefix}.${key}`),
        );
        if (isOurs) lookAtAll();
      }),
    );
    lookAtAll();
  }

  /** Findings that are shown where a range touches, as long as their documents are as they were. */
  at(document: vscode.TextDocument, range: vscode.Range): readonly ShownFinding[] {
    const shown = this.#shown.get(document.uri.toString()) ?? [];
    return shown.filter(
      ({ diagnostic, together }) => diagnostic.range.intersection(range) !== undefined && isFresh(together),
    );
  }

  /** How many findings are shown in a document; undefined where it is not looked at, as the settings may have it. */
  countIn({ uri }: vscode.TextDocument): number | undefined {
    return this.#shown.get(uri.toString())?.length;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#owned.dispose();
  }

  #lookSoon(document: vscode.TextDocument): void {
    if (!languageOfEditor(document.languageId)?.isAdvised) return;
    this.#waiting.add(document);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#lookAtWaiting();
    }, restMs);
  }

  async #lookAtWaiting(): Promise<void> {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    const done = new Set<vscode.TextDocument>();
    for (const document of waiting) {
      if (done.has(document) || document.isClosed) continue;
      try {
        for (const cell of await this.#look(document)) done.add(cell);
      } catch (error) {
        this.#log.error(`No diagnostics for ${document.uri.toString()}`, error);
      }
    }
  }

  /** @returns the documents that were looked at together */
  async #look(document: vscode.TextDocument): Promise<readonly vscode.TextDocument[]> {
    const { uri, cells } = unitOf(document);
    const path = vscode.workspace.getWorkspaceFolder(uri)
      ? vscode.workspace.asRelativePath(uri, false)
      : undefined;
    const choice = wanted(this.#settings, await this.#projects.around(uri), path);
    const together = choice && (await this.#documents.analysisOf(document));
    if (!together) {
      for (const cell of cells) this.#show(cell, undefined);
      return cells;
    }
    const advice = advise(together.analysis, {
      ...choice,
      onFailure: ({ id }, error) => {
        this.#tellFailure(id, error);
      },
    });
    for (const [cell, own] of together.cells.entries()) {
      const findings = advice.filter(({ place }) => place.cell === cell);
      this.#show(
        own,
        findings.map((finding) => ({
          diagnostic: diagnosticOf(finding, together),
          advice: finding,
          together,
        })),
      );
    }
    return together.cells;
  }

  /** @param findings undefined: it is not looked at */
  #show(document: vscode.TextDocument, findings: readonly ShownFinding[] | undefined): void {
    const { uri } = document;
    const key = uri.toString();
    if (findings) this.#shown.set(key, findings);
    else this.#shown.delete(key);
    this.#collection.set(
      uri,
      findings?.map(({ diagnostic }) => diagnostic),
    );
    this.#looked.fire(document);
  }

  /** Once for each rule: it would say the same with each key pressed. */
  #tellFailure(id: string, error: unknown): void {
    if (this.#failed.has(id)) return;
    this.#failed.add(id);
    this.#log.error(`The rule ${id} failed`, error);
  }
}

function isVisible(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}

/** Whether no document has changed since. */
function isFresh({ cells, versions }: AnalysedTogether): boolean {
  return cells.every(({ version }, index) => version === versions[index]);
}

function diagnosticOf(
  { rule, severity, message, place, related = [] }: Advice,
  { cells }: AnalysedTogether,
): vscode.Diagnostic {
  const rangeOf = (at: Place) => toEditorRange(cells[at.cell]!, at);
  const diagnostic = new vscode.Diagnostic(rangeOf(place), message, severities[severity]);
  const argument = encodeURIComponent(JSON.stringify([rule.id]));
  diagnostic.source = source;
  diagnostic.code = { value: rule.id, target: vscode.Uri.parse(`command:${explainRule.id}?${argument}`) };
  diagnostic.relatedInformation = related.map(({ place: at, message: what }) => {
    return new vscode.DiagnosticRelatedInformation(
      new vscode.Location(cells[at.cell]!.uri, rangeOf(at)),
      what,
    );
  });
  return diagnostic;
}
