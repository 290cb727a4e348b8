import { isTreeNode } from "../activations/tree.ts";
import { defineCommand } from "./define.ts";

/** Of a use in the Activations view: shows it in its file or notebook. */
export const goToActivation = defineCommand({
  id: "activationLens.goToActivation",
  title: "Go to",
  palette: false,
  run: async ({ vscode, activations }, node) => {
    if (!isTreeNode(node) || node.kind !== "use") return;
    const { document, range } = await activations.locate(node.entry);
    await vscode.commands.executeCommand("vscode.open", document.uri, { selection: range, preview: true });
  },
});
