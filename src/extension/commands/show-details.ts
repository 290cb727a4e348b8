import { readHoverTarget } from "../hover/links.ts";
import { defineCommand } from "./define.ts";

/** A hover's link: shows the same hover with its details, and puts the keyboard into it so that it can be scrolled. */
export const showDetails = defineCommand({
  id: "activationLens.showDetails",
  title: "Show Details of This Function",
  palette: false,
  run: async ({ vscode, details }, argument) => {
    const target = readHoverTarget(argument);
    const editor = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === target?.uri,
    );
    if (!target || !editor) return;
    // VS Code shows a hover by command only at the cursor.
    const position = editor.document.positionAt(target.offset);
    editor.selection = new vscode.Selection(position, position);
    details.ask(target);
    // A hover that is still shown would be kept as it is.
    await vscode.commands.executeCommand("editor.action.hideHover");
    await vscode.commands.executeCommand("editor.action.showHover", { focus: "autoFocusImmediately" });
  },
});
