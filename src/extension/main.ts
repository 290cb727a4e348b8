/** Start of the extension: every part is built here, by hand, and nowhere else. */
import * as vscode from "vscode";
import { commands } from "./commands/index.ts";
import type { Services } from "./commands/define.ts";
import { Documents } from "./documents.ts";
import { languages } from "./languages.ts";
import { CursorFollower } from "./panel/cursor-follower.ts";
import { Lab } from "./panel/panel.ts";
import { labViewType } from "./panel/view-type.ts";
import { DetailRequests } from "./hover/details.ts";
import { HoverProvider } from "./hover/provider.ts";
import { DiffPreviews } from "./previews.ts";
import { readSettings, settingsPrefix } from "./settings.ts";

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Activation Lens", { log: true });
  const settings = readSettings(() => vscode.workspace.getConfiguration(settingsPrefix));
  const documents = new Documents();
  const lab = new Lab({
    extensionUri: context.extensionUri,
    log,
    memento: context.workspaceState,
    settings: () => ({
      followCursor: settings.get("lab.followCursor"),
      digits: settings.get("transform.digits"),
    }),
    column: () =>
      settings.get("lab.column") === "beside" ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
  });
  const previews = new DiffPreviews();
  const details = new DetailRequests();
  const services: Services = { vscode, documents, lab, log, settings, previews, details };

  context.subscriptions.push(
    log,
    documents,
    lab,
    previews,
    new CursorFollower(documents, lab, log),
    vscode.languages.registerHoverProvider(
      languages.map((language) => ({ language })),
      new HoverProvider(documents, settings, details, log),
    ),
    vscode.window.registerWebviewPanelSerializer(labViewType, lab),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settingsPrefix)) lab.sendSettings();
    }),
    ...commands.map(({ id, run }) =>
      vscode.commands.registerCommand(id, async (...args: readonly unknown[]) => {
        try {
          await run(services, ...args);
        } catch (error) {
          log.error(`Command ${id} failed`, error);
          void vscode.window.showErrorMessage(
            `Activation Lens: the command failed (${String(error)}). “Activation Lens: Show Log” has the details.`,
          );
        }
      }),
    ),
  );
}
