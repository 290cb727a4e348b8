import type * as vscodeApi from "vscode";
import { functionsIn, summarise } from "../status/summary.ts";
import { many } from "../activations/tree.ts";
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
    const { vscode, documents } = services;
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
        description: many(count, "use"),
        run: () => {
          const [start, end] = [first.nameRange.start, first.nameRange.end].map((at) =>
            document.positionAt(at),
          );
          editor.selection = new vscode.Selection(start!, end!);
          editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
        },
      })),
      ...(limits.length > 0 ? [heading("Not certain, or not read")] : []),
      ...limits.map((limit) => ({ label: limit })),
      heading("More"),
      { label: explainNothing.title, description: "at the cursor", run: () => explainNothing.run(services) },
      {
        label: showLog.title,
        run: () => {
          showLog.run(services);
        },
      },
    ];
    const picked = await vscode.window.showQuickPick(items, {
      title: "What was analysed here",
      placeHolder: "A function, to go to its first use",
    });
    await picked?.run?.();
  },
});
