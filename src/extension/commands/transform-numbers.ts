import { workedExample } from "../../webview/protocol.ts";
import { transformText } from "../../engine/transform/transform.ts";
import { startState } from "../panel/lab-state.ts";
import { askForChoice } from "../transform/ask.ts";
import { previewLine } from "../transform/preview.ts";
import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";

/** Applies a function to numbers typed in; starts with the worked example. */
export const transformNumbers = defineCommand({
  id: "activationLens.transformNumbers",
  title: "Transform Numbers…",
  run: async ({ vscode, settings, lab, done }) => {
    const numbers = await vscode.window.showInputBox({
      title: l10n.t("Transform numbers"),
      prompt: l10n.t("Numbers in any notation: a list, nested lists, a print-out, CSV"),
      value: workedExample,
      validateInput: (text) => {
        const result = transformText(text, { function: "relu" });
        return result.kind === "problem" ? result.message : undefined;
      },
    });
    if (numbers === undefined) return;
    const choice = await askForChoice(vscode);
    if (!choice) return;
    const result = transformText(numbers, {
      function: choice.fn.id,
      params: choice.params,
      order: choice.order,
      digits: settings.get("transform.digits"),
    });
    if (result.kind === "problem") {
      void vscode.window.showWarningMessage(`Activation Lens: ${result.message}`);
      return;
    }
    const detail = previewLine(numbers, result.text);
    const editor = vscode.window.activeTextEditor;
    const items = [
      { id: "copy", label: l10n.t("Copy"), detail },
      ...(editor ? [{ id: "insert", label: l10n.t("Insert at Cursor"), detail: result.text }] : []),
      {
        id: "lab",
        label: l10n.t("Open in Lab"),
        detail: l10n.t("Shows step by step how each number comes about."),
      },
    ] as const;
    const picked = await vscode.window.showQuickPick(items, {
      title: `${choice.fn.name}: ${result.text}`,
      placeHolder: detail,
    });
    if (picked) done("transform");
    if (picked?.id === "copy") await vscode.env.clipboard.writeText(result.text);
    if (picked?.id === "insert") {
      await editor?.edit((builder) => {
        builder.replace(editor.selection, result.text);
      });
    }
    if (picked?.id === "lab") {
      lab.show(
        {
          ...startState,
          view: "transform",
          functionId: choice.fn.id,
          params: choice.params,
          transformOrder: choice.order,
          numbers,
        },
        undefined,
        false,
      );
    }
  },
});
