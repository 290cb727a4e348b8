import type * as vscodeApi from "vscode";
import type { Transformed } from "../../engine/transform/transform.ts";
import type { SettingValue } from "../settings.ts";
import { askForChoice } from "../transform/ask.ts";
import { previewLine } from "../transform/preview.ts";
import { transformAll } from "../transform/run.ts";
import { l10n } from "../l10n.ts";
import { type Services, defineCommand } from "./define.ts";
import { transformNumbers } from "./transform-numbers.ts";

/** Applies a function to the numbers in every selection; only number tokens change, in one undo step. */
export const transformSelection = defineCommand({
  id: "activationLens.transformSelection",
  title: "Transform Selection…",
  run: async (services) => {
    const { vscode, settings } = services;
    const editor = vscode.window.activeTextEditor;
    const selections = (editor?.selections ?? []).filter((selection) => !selection.isEmpty);
    if (!editor || selections.length === 0) {
      await transformNumbers.run(services);
      return;
    }
    const { document } = editor;
    const version = document.version;
    const choice = await askForChoice(vscode);
    if (!choice) return;
    const texts = selections.map((selection) => document.getText(selection));
    const results = await transformAll(vscode, texts, {
      function: choice.fn.id,
      params: choice.params,
      order: choice.order,
      digits: settings.get("transform.digits"),
    });
    if (!results) return;
    const done = results.map((result) => (result.kind === "transformed" ? result : undefined));
    if (done.every((result) => result === undefined)) {
      const problem = results.find((result) => result.kind === "problem");
      const why = problem?.message ?? l10n.t("nothing was selected.");
      void vscode.window.showWarningMessage(`Activation Lens: ${why}`);
      return;
    }
    const pieces = selections.flatMap((selection, index): Piece[] => {
      const result = done[index];
      return result ? [{ selection, before: texts[index]!, result }] : [];
    });
    await deliver(services, editor, version, pieces, choice.fn.name);
  },
});

interface Piece {
  readonly selection: vscodeApi.Selection;
  readonly before: string;
  readonly result: Transformed;
}

type Delivery = Exclude<SettingValue<"transform.result">, "ask">;

async function deliver(
  services: Services,
  editor: vscodeApi.TextEditor,
  version: number,
  pieces: readonly Piece[],
  name: string,
): Promise<void> {
  const { vscode, settings, done } = services;
  const wanted = settings.get("transform.result");
  const delivery = wanted === "ask" ? await askForDelivery(services, pieces, name) : wanted;
  if (!delivery) return;
  done("transform");
  if (delivery === "copy") {
    await vscode.env.clipboard.writeText(pieces.map(({ result }) => result.text).join("\n"));
    vscode.window.setStatusBarMessage(l10n.t("Activation Lens: result copied"), 4000);
    return;
  }
  const isApplied =
    editor.document.version === version &&
    (await editor.edit((builder) => {
      for (const piece of pieces) {
        if (delivery === "replace") replace(vscode, editor.document, builder, piece);
        else insertBelow(vscode, editor.document, builder, piece);
      }
    }));
  if (!isApplied) {
    void vscode.window.showWarningMessage(
      l10n.t(
        "Activation Lens: nothing was changed, because the text changed while you chose. Select the numbers and try again.",
      ),
    );
  }
}

/** Number by number, so that cursors, folds and everything between the numbers stay. */
function replace(
  { Range }: typeof vscodeApi,
  document: vscodeApi.TextDocument,
  builder: vscodeApi.TextEditorEdit,
  { selection, result }: Piece,
): void {
  const start = document.offsetAt(selection.start);
  for (const edit of result.edits) {
    const range = new Range(document.positionAt(start + edit.start), document.positionAt(start + edit.end));
    builder.replace(range, edit.text);
  }
}

/** On a line of its own, indented like the selection's last line. */
function insertBelow(
  { EndOfLine }: typeof vscodeApi,
  document: vscodeApi.TextDocument,
  builder: vscodeApi.TextEditorEdit,
  { selection, result }: Piece,
): void {
  const endsAtLineStart = selection.end.character === 0 && selection.end.line > selection.start.line;
  const line = document.lineAt(endsAtLineStart ? selection.end.line - 1 : selection.end.line);
  const newline = document.eol === EndOfLine.CRLF ? "\r\n" : "\n";
  const indent = selection.start.character === 0 ? "" : /^\s*/.exec(line.text)![0];
  builder.insert(line.range.end, newline + indent + result.text.replace(/\r?\n$/, ""));
}

interface DeliveryItem extends vscodeApi.QuickPickItem {
  readonly delivery: Delivery | "preview";
}

async function askForDelivery(
  { vscode, previews }: Services,
  pieces: readonly Piece[],
  name: string,
): Promise<Delivery | undefined> {
  const numbers = pieces.reduce((sum, { result }) => sum + result.count, 0);
  const [before, after] = [
    pieces.map((piece) => piece.before).join("\n"),
    pieces.map(({ result }) => result.text).join("\n"),
  ];
  const detail = previewLine(before, after);
  const items: DeliveryItem[] = [
    {
      delivery: "replace",
      label: numbers === 1 ? l10n.t("Replace 1 number") : l10n.t("Replace {0} numbers", numbers),
      detail,
    },
    {
      delivery: "insert",
      label: l10n.t("Insert Below"),
      detail: l10n.t("The selection stays; the result goes on the next line."),
    },
    {
      delivery: "copy",
      label: l10n.t("Copy"),
      detail: l10n.t("The result goes to the clipboard; the document stays."),
    },
    {
      delivery: "preview",
      label: l10n.t("Preview"),
      detail: l10n.t("Opens before and after side by side; nothing is changed."),
    },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t("{0}: what to do with the result", name),
    placeHolder: detail,
  });
  if (picked?.delivery !== "preview") return picked?.delivery;
  await previews.show(l10n.t("{0}: before ↔ after", name), before, after);
  return undefined;
}
