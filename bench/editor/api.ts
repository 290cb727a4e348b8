/**
 * Stands in for VS Code around the built extension, so that the extension itself can be measured in a bare Node: what a
 * hover needs is here, everything else answers with something that does nothing.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../../scripts/setup/build.mjs";
import { english } from "../../src/extension/l10n.ts";
import type { StubDocument } from "./document.ts";
import { type Edit, fileUri } from "./document.ts";

interface Extension {
  readonly activate: (context: unknown) => unknown;
}

interface HoverProvider {
  provideHover(document: unknown, position: unknown, token: unknown): Promise<Hover | undefined>;
}

type Listener = (event: unknown) => void;

// No arrow function: those cannot be built.
function noOperation(): unknown {
  return anything;
}

/** Whatever is asked of it, called or built: itself; what it is told, it forgets. It is no promise, no list and no number. */
const anything: unknown = new Proxy(noOperation, {
  get: (_target, name) => (typeof name === "symbol" || name === "then" ? undefined : anything),
  set: () => true,
  apply: () => anything,
  construct: () => anything as object,
});

class Place {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class Span {
  constructor(
    readonly start: Place,
    readonly end: Place,
  ) {}
}

class MarkdownString {
  supportHtml = false;
  isTrusted: unknown = false;
  constructor(readonly value: string) {}
}

class Hover {
  readonly contents: readonly MarkdownString[];
  constructor(
    contents: MarkdownString,
    readonly range: Span,
  ) {
    this.contents = [contents];
  }
}

/** `base`, and behind it whatever else is asked for. */
function withAnything<T extends object>(base: T): T {
  return new Proxy(base, {
    get: (target, name) => Reflect.get(target, name) ?? (anything as Record<string | symbol, unknown>)[name],
  });
}

/** Names that must be there: bundles copy a module's own properties. */
const others = [
  "CancellationTokenSource",
  "CodeAction",
  "CodeActionKind",
  "CodeActionTriggerKind",
  "ConfigurationTarget",
  "Diagnostic",
  "DiagnosticRelatedInformation",
  "DiagnosticSeverity",
  "Disposable",
  "EventEmitter",
  "FileType",
  "InlayHint",
  "InlayHintKind",
  "LanguageStatusSeverity",
  "Location",
  "NotebookRange",
  "ProgressLocation",
  "QuickPickItemKind",
  "RelativePattern",
  "Selection",
  "TextEditorRevealType",
  "ThemeIcon",
  "TreeItem",
  "TreeItemCollapsibleState",
  "Uri",
  "ViewColumn",
  "WorkspaceEdit",
  "commands",
  "env",
  "extensions",
];

export class StubEditor {
  #provider: HoverProvider | undefined;
  readonly #changed: Listener[] = [];

  readonly api: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(others.map((name) => [name, anything])),
    Position: Place,
    Range: Span,
    MarkdownString,
    Hover,
    l10n: english,
    ColorThemeKind: { Light: 1, Dark: 2, HighContrast: 3, HighContrastLight: 4 },
    window: withAnything({ activeColorTheme: { kind: 2 }, visibleTextEditors: [] }),
    // All files lie in one folder, in which nothing else does.
    Uri: withAnything({ joinPath: () => fileUri("/") }),
    workspace: withAnything({
      getWorkspaceFolder: () => undefined,
      fs: withAnything({
        readFile: () => Promise.reject(new Error("no such file")),
        readDirectory: () => Promise.resolve([]),
      }),
      notebookDocuments: [],
      textDocuments: [],
      // Nothing is set: the extension takes its own defaults.
      getConfiguration: () => ({ get: () => undefined, update: () => Promise.resolve() }),
      onDidChangeTextDocument: (listener: Listener) => {
        this.#changed.push(listener);
        return { dispose: noOperation };
      },
    }),
    languages: withAnything({
      registerHoverProvider: (_selector: unknown, provider: HoverProvider) => {
        this.#provider = provider;
        return { dispose: noOperation };
      },
    }),
  };

  /** @returns the hover's markdown; undefined where the extension says nothing */
  async hover(document: StubDocument, offset: number): Promise<string | undefined> {
    if (!this.#provider) throw new Error("the extension registered no hovers");
    const { line, character } = document.positionAt(offset);
    const token = { isCancellationRequested: false, onCancellationRequested: noOperation };
    const hover = await this.#provider.provideHover(document, new Place(line, character), token);
    return hover?.contents.map(({ value }) => value).join("\n");
  }

  edit(document: StubDocument, edit: Edit): void {
    document.edit(edit);
    const { start, end, text } = edit;
    const contentChanges = [{ rangeOffset: start, rangeLength: end - start, text }];
    for (const listener of this.#changed) listener({ document, contentChanges });
  }
}

const manifest: unknown = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

const globalName = "activationLensBenchApi";

/**
 * A folder in which the built extension finds the stub as `vscode`, and beside it an extension that does nothing.
 * @param folder empty
 */
export function layOut(
  folder: string,
  extensionFile: string,
): { readonly lens: string; readonly empty: string } {
  const vscode = path.join(folder, "node_modules/vscode");
  const [lens, empty] = [path.join(folder, "lens.js"), path.join(folder, "empty.js")];
  mkdirSync(vscode, { recursive: true });
  writeFileSync(path.join(vscode, "index.js"), `module.exports = globalThis.${globalName};`);
  cpSync(extensionFile, lens);
  cpSync(path.join(path.dirname(extensionFile), "features.js"), path.join(folder, "features.js"));
  writeFileSync(empty, `const vscode = require("vscode");\nexports.activate = () => vscode.version;\n`);
  return { lens, empty };
}

/** Reads and starts an extension that was laid out, as VS Code does. */
export async function activateExtension(editor: StubEditor, file: string): Promise<void> {
  Object.assign(globalThis, { [globalName]: editor.api });
  const extension = createRequire(file)(file) as Extension;
  await extension.activate(
    withAnything({
      subscriptions: [],
      extension: { packageJSON: manifest },
      workspaceState: { get: noOperation, update: () => Promise.resolve() },
    }),
  );
}
