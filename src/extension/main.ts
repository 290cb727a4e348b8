/**
 * Start of the extension. It only registers: reading and compiling the engine takes many times as long, so the rest is
 * loaded when one of the registrations is used for the first time.
 */
import * as vscode from "vscode";
import { editorIds } from "../engine/languages/index.ts";
import type { TreeNode } from "./activations/tree.ts";
import type { ActivationsHost } from "./activations/view.ts";
import type { Features } from "./features.ts";
import { labViewType } from "./panel/view-type.ts";
import { readSettings, settingsPrefix } from "./settings.ts";
import { activationsView } from "./views/activations.ts";

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

export function activate(context: vscode.ExtensionContext): void {
  let loading: Promise<Features> | undefined;
  const load = () => (loading ??= loadFeatures(context, activations, status));
  const status = languageStatus();
  const activations = activationsHost(async () => (await load()).activations);
  const { commands } = (context.extension.packageJSON as Manifest).contributes;
  context.subscriptions.push(
    status,
    activations.view,
    activations.changed,
    vscode.languages.registerHoverProvider(
      editorIds.map((language) => ({ language })),
      {
        provideHover: async (document, position, token) =>
          (await load()).hovers.provideHover(document, position, token),
      },
    ),
    vscode.languages.registerCodeActionsProvider(
      editorIds.map((language) => ({ language })),
      {
        // Only when someone asks for them: no light bulb follows the cursor, and nothing is loaded for one.
        provideCodeActions: async (document, range, context, token) =>
          context.triggerKind === vscode.CodeActionTriggerKind.Invoke
            ? (await load()).rewriteActions.provideCodeActions(document, range, context, token)
            : undefined,
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.RefactorRewrite] },
    ),
    inlayHints(async () => (await load()).inlayHints),
    vscode.window.registerWebviewPanelSerializer(labViewType, {
      deserializeWebviewPanel: async (panel, state) =>
        (await load()).lab.deserializeWebviewPanel(panel, state),
    }),
    // The manifest's list is made from the commands themselves, and can be had without loading them.
    ...commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (...args: readonly unknown[]) =>
        (await load()).run(command, args),
      ),
    ),
  );
}

/** Nothing is loaded for hints that are not wanted. */
function inlayHints(load: () => Promise<Features["inlayHints"]>): vscode.Disposable {
  const settings = readSettings(() => vscode.workspace.getConfiguration(settingsPrefix));
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${settingsPrefix}.inlayHints`)) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(
      editorIds.map((language) => ({ language })),
      {
        onDidChangeInlayHints: changed.event,
        provideInlayHints: async (document, range, token) =>
          settings.get("inlayHints.defaults")
            ? (await load()).provideInlayHints(document, range, token)
            : undefined,
        resolveInlayHint: async (hint) => (await load()).resolveInlayHint(hint),
      },
    ),
  );
}

/** Stands behind the braces of the status bar; it says more once something was analysed. */
function languageStatus(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem(
    "activationLens.analysis",
    editorIds.map((language) => ({ language })),
  );
  item.name = "Activation Lens";
  item.text = "Activation Lens";
  item.detail = "reads this file when it is first asked to";
  item.command = { command: "activationLens.showAnalysed", title: "Show What Was Analysed" };
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
