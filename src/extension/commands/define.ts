/** The shape of a command. `contributes.commands` and the registration both derive from the list in `index.ts`. */
import type * as vscodeApi from "vscode";
import type { ActivationsView } from "../activations/view.ts";
import type { RuleDocuments } from "../diagnostics/rule-documents.ts";
import type { DifferencesDocuments } from "../differences/documents.ts";
import type { Documents } from "../documents.ts";
import type { DetailRequests } from "../hover/details.ts";
import type { Lab } from "../panel/panel.ts";
import type { Settings } from "../settings.ts";
import type { Step } from "../steps.ts";

/** What a command may use. The editor's API comes in here, so that the list can be read without an editor. */
export interface Services {
  readonly vscode: typeof vscodeApi;
  readonly documents: Documents;
  readonly lab: Lab;
  readonly log: vscodeApi.LogOutputChannel;
  readonly settings: Settings;
  readonly previews: Previews;
  readonly details: DetailRequests;
  readonly activations: ActivationsView;
  readonly differences: DifferencesDocuments;
  readonly ruleDocuments: RuleDocuments;
  /** A command's title in the language of the editor. */
  readonly titleOf: TitleOf;
  /** Says that a step of the walkthrough was done. */
  readonly done: (step: Step) => void;
}

/** Shows texts side by side without touching a file. */
export interface Previews {
  /** Opens a diff editor of the two texts. */
  show(title: string, before: string, after: string): Thenable<unknown>;
}

export type TitleOf = (command: Pick<Command, "id" | "title">) => string;

/** A place beside the palette where a command is offered. */
export interface MenuItem {
  /** VS Code's name of the menu: `view/title`, `editor/context` … */
  readonly menu: string;
  readonly when: string;
  /** `navigation` and `inline` show the icon. */
  readonly group: string;
}

export interface Command {
  readonly id: `activationLens.${string}`;
  readonly title: string;
  /** When the palette offers it; absent: always. `false`: never, it is run by links only. */
  readonly palette?: string | false;
  /** Codicon: `$(refresh)` */
  readonly icon?: `$(${string})`;
  readonly menus?: readonly MenuItem[];
  /** @param args whatever a link or another extension passed: untrusted */
  readonly run: (services: Services, ...args: readonly unknown[]) => Promise<void> | void;
}

export function defineCommand<const C extends Command>(command: C): C {
  return command;
}
