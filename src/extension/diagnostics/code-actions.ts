/** What can be done about a finding: its fixes, silence, and a look at it in the lab. */
import * as vscode from "vscode";
import type { Edit } from "../../engine/advise/rules/define.ts";
import { silencing } from "../../engine/advise/suppression.ts";
import { openLabFromHover } from "../commands/open-lab-from-hover.ts";
import { turnRuleOff } from "../commands/turn-rule-off.ts";
import type { AnalysedTogether } from "../documents.ts";
import { toEditorRange } from "../range.ts";
import { l10n } from "../l10n.ts";
import type { Diagnostics, ShownFinding } from "./diagnostics.ts";

export class FixActions implements vscode.CodeActionProvider {
  readonly #diagnostics: Diagnostics;

  constructor(diagnostics: Diagnostics) {
    this.#diagnostics = diagnostics;
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    return this.#diagnostics.at(document, range).flatMap(actionsFor);
  }
}

function actionsFor({ diagnostic, advice, together }: ShownFinding): vscode.CodeAction[] {
  const action = (title: string) => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.diagnostics = [diagnostic];
    return made;
  };
  const { rule, place, fixes = [] } = advice;
  const actions = fixes.map(({ title, preferred, edits }) => {
    const fix = action(title);
    fix.edit = workspaceEdit(edits, together);
    if (preferred) fix.isPreferred = true;
    return fix;
  });
  const uses = together.analysis.cells[place.cell]!.uses;
  const use = uses.find(({ nameRange }) => nameRange.start <= place.end && place.start <= nameRange.end);
  if (use) {
    const why = action(l10n.t("Show why in the lab"));
    const { uri } = together.cells[place.cell]!;
    const target = { uri: uri.toString(), offset: use.nameRange.start };
    why.command = { command: openLabFromHover.id, title: why.title, arguments: [target] };
    actions.push(why);
  }
  const silence = silencing(together.analysis, rule.id, place);
  if (silence) {
    const ignore = action(l10n.t("Ignore {0} on this line", rule.id));
    ignore.edit = workspaceEdit([silence], together);
    actions.push(ignore);
  }
  const off = action(l10n.t("Turn {0} off in this workspace", rule.id));
  off.command = { command: turnRuleOff.id, title: off.title, arguments: [rule.id] };
  return [...actions, off];
}

function workspaceEdit(edits: readonly Edit[], { cells }: AnalysedTogether): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { place, text } of edits) {
    const document = cells[place.cell]!;
    edit.replace(document.uri, toEditorRange(document, place), text);
  }
  return edit;
}
