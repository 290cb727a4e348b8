/**
 * Start of the extension. It only registers: reading and compiling the engine takes many times as long, so the rest is
 * loaded when one of the registrations is used for the first time.
 */
import * as vscode from "vscode";
import type { TreeNode } from "./activations/tree.ts";
import type { ActivationsHost } from "./activations/view.ts";
import { source } from "./diagnostics/source.ts";
import type { Features } from "./features.ts";
import { l10n, speakBy } from "./l10n.ts";
import { labViewType } from "./panel/view-type.ts";
import { readSettings, settingsPrefix } from "./settings.ts";
import { activationsView } from "./views/activations.ts";

/** Made from the lists of languages and commands, and read here so that the lists themselves need not be loaded. */
interface Manifest {
  readonly readLanguages: readonly string[];
  readonly advisedLanguages: readonly string[];
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

export function activate(context: vscode.ExtensionContext): void {
  speakBy(vscode.l10n);
  let loading: Promise<Features> | undefined;
  const load = () => (loading ??= loadFeatures(context, activations, status));
  const manifest = context.extension.packageJSON as Manifest;
  const code = selectorOf(manifest.readLanguages);
  const status = languageStatus(code);
  const activations = activationsHost(async () => (await load()).activations);
  context.subscriptions.push(
    status,
    activations.view,
    activations.changed,
    vscode.languages.registerHoverProvider(code, {
      provideHover: async (document, position, token) =>
        (await load()).hovers.provideHover(document, position, token),
    }),
    vscode.languages.registerCodeActionsProvider(
      code,
      {
        // Only when someone asks for them: no light bulb follows the cursor, and nothing is loaded for one.
        provideCodeActions: async (document, range, context, token) =>
          context.triggerKind === vscode.CodeActionTriggerKind.Invoke
            ? (await load()).rewriteActions.provideCodeActions(document, range, context, token)
            : undefined,
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.RefactorRewrite] },
    ),
    vscode.languages.registerCodeActionsProvider(
      code,
      {
        // Where no mistake is shown, nothing is loaded to find that there is nothing to do.
        provideCodeActions: async (document, range, { diagnostics }) =>
          diagnostics.some((diagnostic) => diagnostic.source === source)
            ? (await load()).fixActions.provideCodeActions(document, range)
            : undefined,
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    onceCodeIsSeen(selectorOf(manifest.advisedLanguages), load),
    inlayHints(code, async () => (await load()).inlayHints),
    vscode.window.registerWebviewPanelSerializer(labViewType, {
      deserializeWebviewPanel: async (panel, state) =>
        (await load()).lab.deserializeWebviewPanel(panel, state),
    }),
    vscode.window.registerUriHandler({
      handleUri: async (uri) => {
        (await load()).openLink(uri);
      },
    }),
    ...manifest.contributes.commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (...args: readonly unknown[]) =>
        (await load()).run(command, args),
      ),
    ),
  );
}

function selectorOf(languages: readonly string[]): vscode.DocumentSelector {
  return languages.map((language) => ({ language }));
}

/** The editor is given this long to start, or to open what was asked for, before code that is seen is looked at. */
const restMs = 500;

/**
 * Nobody asks for diagnostics: what makes them is loaded once code is to be seen, if they are wanted at all.
 * @param code in the languages that have any
 */
function onceCodeIsSeen(code: vscode.DocumentSelector, load: () => Promise<Features>): vscode.Disposable {
  const settings = readSettings(() => vscode.workspace.getConfiguration(settingsPrefix));
  const look = () => {
    if (settings.get("diagnostics.level") === "off") return;
    const isSeen = vscode.window.visibleTextEditors.some(
      ({ document }) => vscode.languages.match(code, document) > 0,
    );
    if (!isSeen) return;
    watching.dispose();
    void load();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, restMs);
  };
  const watching = vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(lookSoon),
    vscode.workspace.onDidChangeConfiguration(lookSoon),
    {
      dispose: () => {
        clearTimeout(timer);
      },
    },
  );
  lookSoon();
  return watching;
}

/** Nothing is loaded for hints that are not wanted. */
function inlayHints(
  code: vscode.DocumentSelector,
  load: () => Promise<Features["inlayHints"]>,
): vscode.Disposable {
  const settings = readSettings(() => vscode.workspace.getConfiguration(settingsPrefix));
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${settingsPrefix}.inlayHints`)) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(code, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints: async (document, range, token) =>
        settings.get("inlayHints.defaults")
          ? (await load()).provideInlayHints(document, range, token)
          : undefined,
      resolveInlayHint: async (hint) => (await load()).resolveInlayHint(hint),
    }),
  );
}

/** Stands behind the braces of the status bar; it says more once something was analysed. */
function languageStatus(code: vscode.DocumentSelector): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem("activationLens.analysis", code);
  item.name = "Activation Lens";
  item.text = "Activation Lens";
  item.detail = l10n.t("reads this file when it is first asked to");
  item.command = { command: "activationLens.showAnalysed", title: l10n.t("Show What Was Analysed") };
  return item;
}

/** A view asks for its tree when it is opened, and not before. */
function activationsHost(load: () => Promise<Features["activations"]>): ActivationsHost {
  const changed = new vscode.EventEmitter<undefined>();
  const treeDataProvider: vscode.TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => (await load()).getChildren(node),
    getTreeItem: async (node) => (await load()).getTreeItem(node),
  };
  const view = vscode.window.createTreeView(activationsView.id, { treeDataProvider, showCollapseAll: true });
  return { view, changed };
}

async function loadFeatures(
  context: vscode.ExtensionContext,
  activations: ActivationsHost,
  status: vscode.LanguageStatusItem,
): Promise<Features> {
  const { Features } = await import("./features.ts");
  const features = new Features(context, activations, status);
  context.subscriptions.push(features);
  return features;
}
