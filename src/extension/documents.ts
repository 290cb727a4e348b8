/** One analysis per document version, shared by every feature; reparsed from the edits alone. */
import * as vscode from "vscode";
import { modelsElsewhere } from "../engine/advise/models-elsewhere.ts";
import type { Analysis } from "../engine/detect/analysis.ts";
import type { Modules } from "../engine/detect/exports.ts";
import type { Use } from "../engine/detect/use.ts";
import type { WrittenConvolution } from "../engine/convolve/define.ts";
import type { ParameterPlaces } from "../engine/rewrite/set-parameter.ts";
import type { Site } from "../engine/rewrite/rewrite.ts";
import { functionById } from "../engine/functions/index.ts";
import type { Versions } from "../engine/frameworks/versions.ts";
import { languageOfEditor, languages } from "../engine/languages/index.ts";
import type { Syntax } from "../engine/syntax/define.ts";
import type { LabState } from "../webview/protocol.ts";
import { describeUse } from "./hover/content.ts";
import { plainText } from "./hover/plain-text.ts";
import type { CodePlace } from "./panel/code-place.ts";
import { labStateFor } from "./panel/lab-state.ts";
import { toEditorRange } from "./range.ts";
import type { Requirements } from "./requirements.ts";
import type { Analysed } from "./status/summary.ts";
import { l10n } from "./l10n.ts";
import type { ProjectModules } from "./modules/project-modules.ts";

/** The parser is read from disk only when the first document is looked at. */
const loadEngine = () => import("../engine/detect/analysis.ts");
type Engine = Awaited<ReturnType<typeof loadEngine>>;

/** Syntax trees are large; this many files are remembered, the least recently used goes first. */
const remembered = 12;

/** How long after a hover, in milliseconds, the whole of its file is read. */
const patience = 250;

/** A file, or all cells of a notebook in one language in their order: what is analysed together. */
interface Unit {
  readonly key: string;
  readonly uri: vscode.Uri;
  readonly cells: readonly vscode.TextDocument[];
}

export interface AnalysedTogether {
  readonly analysis: Analysis;
  /** The analysis' cells, in their order. */
  readonly cells: readonly vscode.TextDocument[];
  /** Of the cells, when they were analysed. */
  readonly versions: readonly number[];
}

interface Entry extends AnalysedTogether {
  /** Whether all uses were asked for. */
  readonly isWhole: boolean;
}

interface Reading {
  readonly engine: Engine;
  readonly together: AnalysedTogether;
  /** Which of the cells the document is. */
  readonly cell: number;
}

export class Documents implements vscode.Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #subscription: vscode.Disposable;
  readonly #requirements: Requirements;
  readonly #modules: ProjectModules;
  /** What is to be read as a whole, and when. */
  #soon:
    { readonly document: vscode.TextDocument; readonly timer: ReturnType<typeof setTimeout> } | undefined;
  #engine: Engine | undefined;

  /** @param modules of the project, which imports are followed into */
  constructor(requirements: Requirements, modules: ProjectModules) {
    this.#requirements = requirements;
    this.#modules = modules;
    this.#subscription = vscode.workspace.onDidCloseTextDocument((document) => {
      this.#entries.delete(unitOf(document).key);
    });
  }

  /** What a hover at this position is about; undefined where there is none. No more of the file is read than that takes. */
  async hoveredAt(document: vscode.TextDocument, position: vscode.Position): Promise<HoveredUse | undefined> {
    const reading = await this.#analyse(document, position);
    if (!reading) return undefined;
    const { engine, cell } = reading;
    const { analysis } = reading.together;
    this.#analyseSoon(document);
    const use = engine.useAt(analysis, cell, document.offsetAt(position));
    return use && { document, use, range: rangeOf(document, use), versions: analysis.versions };
  }

  /** The use at this position; undefined where there is none. */
  async useAt(document: vscode.TextDocument, position: vscode.Position): Promise<FoundUse | undefined> {
    return (await this.siteAt(document, position))?.found;
  }

  /** The use at a position with all that was read around it; undefined where there is none. */
  async siteAt(document: vscode.TextDocument, position: vscode.Position): Promise<FoundSite | undefined> {
    const reading = await this.#analyse(document);
    if (!reading) return undefined;
    const { engine, cell } = reading;
    const { analysis } = reading.together;
    const use = engine.useAt(analysis, cell, document.offsetAt(position));
    return use && { analysis, cell, use, found: new FoundUse(document, use, analysis) };
  }

  /** All that was analysed together with a document; undefined where its language is not read. */
  async analysisOf(document: vscode.TextDocument): Promise<AnalysedTogether | undefined> {
    return (await this.#analyse(document))?.together;
  }

  /** What there is to say of a document's analysis; undefined where its language is not read. */
  async analysedIn(document: vscode.TextDocument): Promise<Analysed | undefined> {
    const reading = await this.#analyse(document);
    if (!reading) return undefined;
    const { analysis } = reading.together;
    const { uses, chunks } = analysis.cells[reading.cell]!;
    return {
      uses,
      wasParsed: chunks !== undefined,
      versions: analysis.versions,
      elsewhere: modelsElsewhere(analysis),
    };
  }

  /** Every use in a file, or in all cells of a notebook together. */
  async usesAround(document: vscode.TextDocument): Promise<readonly Use[]> {
    const reading = await this.#analyse(document);
    return reading ? usesOf(reading.together.analysis) : [];
  }

  /** Every use in a document, in the order of the code; none where its language is not read. */
  async usesIn(document: vscode.TextDocument): Promise<readonly Use[]> {
    const reading = await this.#analyse(document);
    return reading?.together.analysis.cells[reading.cell]?.uses ?? [];
  }

  /** Why there is, or is not, a use at this position: a sentence for a person. */
  async explainAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
    const reading = await this.#analyse(document);
    if (!reading) {
      return l10n.t(
        "Files of type {0} are not read. Activation Lens reads these, in files and in the cells of notebooks: {1}.",
        document.languageId,
        languages.map(({ name }) => name).join(", "),
      );
    }
    const { engine, together, cell } = reading;
    return engine.explainAt(together.analysis, cell, document.offsetAt(position)).sentence;
  }

  /** Where one place was asked about, others will be. */
  #analyseSoon(document: vscode.TextDocument): void {
    if (this.#soon?.document === document) return;
    clearTimeout(this.#soon?.timer);
    const timer = setTimeout(() => {
      this.#soon = undefined;
      // Whatever is wrong is said where somebody asks.
      if (!document.isClosed) this.#analyse(document).catch(() => undefined);
    }, patience);
    this.#soon = { document, timer };
  }

  dispose(): void {
    clearTimeout(this.#soon?.timer);
    this.#subscription.dispose();
    this.#entries.clear();
  }

  /** @param position uses around it are all that is asked for */
  async #analyse(document: vscode.TextDocument, position?: vscode.Position): Promise<Reading | undefined> {
    const language = languageOfEditor(document.languageId);
    if (!language) return undefined;
    const engine = (this.#engine ??= await loadEngine());
    const syntax = await language.load();
    const { uri } = unitOf(document);
    const versions = await this.#requirements.of(uri);
    const analyse = (modules?: Modules) =>
      this.#analysed(document, { engine, syntax, versions, modules, position });
    return language.followsFiles ? this.#modules.with(uri, analyse) : analyse();
  }

  #analysed(
    document: vscode.TextDocument,
    { engine, syntax, versions, modules, position }: Circumstances,
  ): Reading {
    const unit = unitOf(document);
    const cell = unit.cells.indexOf(document);
    const entry = this.#entries.get(unit.key);
    this.#entries.delete(unit.key);
    const isKept =
      entry?.isWhole &&
      isFresh(entry, unit) &&
      entry.analysis.versions === versions &&
      (!modules || entry.analysis.modules === modules);
    const at = position && { cell, offset: document.offsetAt(position) };
    const texts = () => unit.cells.map((cell) => cell.getText());
    const analysis = isKept
      ? entry.analysis
      : engine.analyse(texts(), syntax, entry?.analysis, versions, modules, at);
    const together = { analysis, cells: unit.cells, versions: unit.cells.map(({ version }) => version) };
    this.#entries.set(unit.key, { ...together, isWhole: isKept === true || !at });
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= remembered) break;
      this.#entries.delete(key);
    }
    return { engine, together, cell };
  }
}

/** What an analysis hangs on beside the text. */
interface Circumstances {
  readonly engine: Engine;
  readonly syntax: Syntax;
  readonly versions: Versions;
  /** Undefined where imports are not followed. */
  readonly modules: Modules | undefined;
  readonly position: vscode.Position | undefined;
}

function isFresh(entry: AnalysedTogether, { cells }: Pick<Unit, "cells">): boolean {
  return (
    entry.cells.length === cells.length &&
    cells.every((cell, index) => cell === entry.cells[index] && cell.version === entry.versions[index])
  );
}

/** What is analysed together with a document. */
export function unitOf(document: vscode.TextDocument): Unit {
  const notebook = vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some((cell) => cell.document === document),
  );
  const language = languageOfEditor(document.languageId);
  if (!notebook)
    return {
      key: `${language?.id ?? ""} ${document.uri.toString()}`,
      uri: document.uri,
      cells: [document],
    };
  const cells = notebook
    .getCells()
    .map((cell) => cell.document)
    .filter(({ languageId }) => languageOfEditor(languageId) === language);
  return { key: `${language?.id ?? ""} ${notebook.uri.toString()}`, uri: notebook.uri, cells };
}

function usesOf({ cells }: Analysis): readonly Use[] {
  return cells.flatMap(({ uses }) => uses);
}

export interface HoveredUse {
  readonly document: vscode.TextDocument;
  readonly use: Use;
  /** Of its name. */
  readonly range: vscode.Range;
  /** Of the frameworks, as the project asks for them. */
  readonly versions: Versions;
}

function rangeOf(document: vscode.TextDocument, { nameRange }: Use): vscode.Range {
  return toEditorRange(document, nameRange);
}

export interface FoundSite extends Site {
  readonly found: FoundUse;
}

/** A use in an open document, as it stood at the version it was found in. */
export class FoundUse {
  readonly document: vscode.TextDocument;
  readonly use: Use;
  readonly version: number;
  readonly #analysis: Analysis;

  /** @param analysis of the file or notebook */
  constructor(document: vscode.TextDocument, use: Use, analysis: Analysis) {
    this.document = document;
    this.use = use;
    this.#analysis = analysis;
    this.version = document.version;
  }

  /** "Leaky ReLU" */
  get name(): string {
    return functionById(this.use.function).name;
  }

  get range(): vscode.Range {
    return rangeOf(this.document, this.use);
  }

  get place(): CodePlace {
    const range = toEditorRange(this.document, this.use.callRange);
    return { uri: this.document.uri, range, at: this.range.start, text: this.document.getText(range) };
  }

  /** "nn.LeakyReLU(0.2)", on one line */
  get code(): string {
    const { range, callRange } = this.use;
    const whole = this.document.getText(toEditorRange(this.document, callRange));
    return (whole.length <= 80 ? whole : this.document.getText(toEditorRange(this.document, range))).replace(
      /\s+/g,
      " ",
    );
  }

  async labState(): Promise<LabState> {
    const { uri, range } = this.place;
    const file = uri.path.slice(uri.path.lastIndexOf("/") + 1);
    const call = await this.parameterPlaces();
    const inFile = usesOf(this.#analysis);
    const convolution = await this.#convolution();
    return labStateFor(this.use, `${file}:${range.start.line + 1}`, this.code, inFile, call, convolution);
  }

  get #cell(): number {
    return this.#analysis.cells.findIndex(({ uses }) => uses.includes(this.use));
  }

  /** The layer whose results the activation gets. */
  async #convolution(): Promise<WrittenConvolution | undefined> {
    const { convolutionBefore } = await import("../engine/advise/convolution-before.ts");
    return convolutionBefore(this.#analysis, this.#cell, this.use);
  }

  /** Where the call's parameters stand in it. */
  async parameterPlaces(): Promise<ParameterPlaces | undefined> {
    const { parameterPlaces } = await import("../engine/rewrite/parameter-places.ts");
    return parameterPlaces({ analysis: this.#analysis, cell: this.#cell, use: this.use });
  }

  /** The hover's facts as plain text. */
  description(): string {
    return plainText(describeUse(this.use));
  }
}
