/** Everything behind the registrations of `main.ts`: built by hand here, once, when the first of them is used. */
import * as vscode from "vscode";
import { type ActivationsHost, ActivationsView } from "./activations/view.ts";
import type { Services, TitleOf } from "./commands/define.ts";
import { commands } from "./commands/index.ts";
import { openLabLink } from "./commands/open-link.ts";
import { FixActions } from "./diagnostics/code-actions.ts";
import { Diagnostics } from "./diagnostics/diagnostics.ts";
import { RuleDocuments } from "./diagnostics/rule-documents.ts";
import { DifferencesDocuments } from "./differences/documents.ts";
import { Documents } from "./documents.ts";
import { DetailRequests } from "./hover/details.ts";
import { HoverProvider } from "./hover/provider.ts";
import { InlayHintsProvider } from "./inlay-hints/provider.ts";
import { l10n, speakBy } from "./l10n.ts";
import { ProjectModules } from "./modules/project-modules.ts";
import { applyParametersIn } from "./panel/apply-parameters.ts";
import { CursorFollower } from "./panel/cursor-follower.ts";
import { Lab } from "./panel/panel.ts";
import { DiffPreviews } from "./previews.ts";
import { RewriteActions } from "./rewrite/code-actions.ts";
import { Requirements } from "./requirements.ts";
import { readSettings, settingsPrefix } from "./settings.ts";
import { AnalysisStatus } from "./status/status.ts";
import { stepsDone } from "./steps.ts";

/** As VS Code gives it: its texts are in the language of the editor. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
  };
}

function titlesIn({ contributes }: Manifest): TitleOf {
  const titles = new Map(contributes.commands.map(({ command, title }) => [command, title]));
  return ({ id, title }) => titles.get(id) ?? title;
}

export class Features implements vscode.Disposable {
  readonly hovers: vscode.HoverProvider;
  readonly inlayHints: InlayHintsProvider;
  readonly rewriteActions: RewriteActions;
  readonly fixActions: FixActions;
  readonly lab: Lab;
  readonly activations: ActivationsView;
  readonly #services: Services;
  readonly #owned: vscode.Disposable;

  constructor(
    context: vscode.ExtensionContext,
    activationsHost: ActivationsHost,
    status: vscode.LanguageStatusItem,
  ) {
    speakBy(vscode.l10n);
    const log = vscode.window.createOutputChannel("Activation Lens", { log: true });
    const settings = readSettings(() => vscode.workspace.getConfiguration(settingsPrefix));
    const requirements = new Requirements();
    const modules = new ProjectModules();
    const documents = new Documents(requirements, modules);
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
      applyParameters: applyParametersIn(documents),
    });
    const previews = new DiffPreviews();
    const details = new DetailRequests();
    const activations = new ActivationsView(
      activationsHost,
      documents,
      requirements,
      modules,
      context.workspaceState,
      log,
    );
    const differences = new DifferencesDocuments();
    const ruleDocuments = new RuleDocuments();
    const diagnostics = new Diagnostics(documents, settings, log);
    const done = stepsDone((key, holds) => void vscode.commands.executeCommand("setContext", key, holds));
    const titleOf = titlesIn(context.extension.packageJSON as Manifest);
    this.#services = {
      vscode,
      documents,
      lab,
      log,
      settings,
      previews,
      details,
      activations,
      differences,
      ruleDocuments,
      titleOf,
      done,
    };
    this.lab = lab;
    this.activations = activations;
    this.inlayHints = new InlayHintsProvider(documents, log);
    this.rewriteActions = new RewriteActions(documents, log, titleOf);
    this.fixActions = new FixActions(diagnostics);
    this.hovers = new HoverProvider(documents, settings, details, log, done);
    this.#owned = vscode.Disposable.from(
      log,
      requirements,
      modules,
      documents,
      lab,
      previews,
      activations,
      differences,
      ruleDocuments,
      diagnostics,
      new AnalysisStatus(status, documents, diagnostics, log),
      new CursorFollower(documents, lab, log),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(settingsPrefix)) lab.sendSettings();
      }),
    );
  }

  /** @param uri whatever a program or a page had the editor open: untrusted */
  openLink(uri: vscode.Uri): void {
    openLabLink(this.#services, uri);
  }

  /** @param args whatever a link or another extension passed: untrusted */
  async run(id: string, args: readonly unknown[]): Promise<void> {
    const { log } = this.#services;
    try {
      const command = commands.find((candidate) => candidate.id === id);
      if (!command) throw new Error(l10n.t("there is no such command in this version"));
      await command.run(this.#services, ...args);
    } catch (error) {
      log.error(`Command ${id} failed`, error);
      void vscode.window.showErrorMessage(
        l10n.t(
          "Activation Lens: the command failed ({0}). “Activation Lens: Show Log” has the details.",
          String(error),
        ),
      );
    }
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
