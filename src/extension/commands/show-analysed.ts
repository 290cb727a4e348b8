import type * as vscodeApi from "vscode";
import { functionsIn, summarise } from "../status/summary.ts";
import { countedUses } from "../counts.ts";
import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";
import { explainNothing } from "./explain-nothing.ts";
import { showLog } from "./show-log.ts";

interface Item extends vscodeApi.QuickPickItem {
  readonly run?: () => Promise<void> | void;
}

/** Of the active document: the functions found in it, what is less than certain or was not read, and why. */
export const showAnalysed = defineCommand({
  id: "activationLens.showAnalysed",
  title: "Show What Was Analysed",
  palette: "editorIsOpen",
  run: async (services) => {
    const { vscode, documents, titleOf } = services;
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document } = editor;
    const analysed = await documents.analysedIn(document);
    if (!analysed) {
      void vscode.window.showInformationMessage(await documents.explainAt(document, editor.selection.active));
      return;
    }
    const { text, limits } = summarise(analysed);
    const heading = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
    const items: Item[] = [
      heading(text),
      ...functionsIn(analysed.uses).map(({ name, count, first }) => ({
        label: name,
        description: countedUses(count),
        run: () => {
          const [start, end] = [first.nameRange.start, first.nameRange.end].map((at) =>
            document.positionAt(at),
          );
          editor.selection = new vscode.Selection(start!, end!);
          editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
        },
      })),
      ...(limits.length > 0 ? [heading(l10n.t("Not certain, or not read"))] : []),
      ...limits.map((limit) => ({ label: limit })),
      heading(l10n.t("More")),
      {
        label: titleOf(explainNothing),
        description: l10n.t("at the cursor"),
        run: () => explainNothing.run(services),
      },
      {
        label: titleOf(showLog),
        run: () => {
          showLog.run(services);
        },
      },
    ];
    const picked = await vscode.window.showQuickPick(items, {
      title: l10n.t("What was analysed here"),
      placeHolder: l10n.t("A function, to go to its first use"),
    });
    await picked?.run?.();
  },
});
