import { isTreeNode } from "../activations/tree.ts";
import { readLabState } from "../../webview/protocol.ts";
import { startState } from "../panel/lab-state.ts";
import { activationsView } from "../views/activations.ts";
import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";

/** Of a use or a function in the Activations view. */
export const openLabFromView = defineCommand({
  id: "activationLens.openLabFromView",
  title: "Open in Lab",
  palette: false,
  icon: "$(beaker)",
  menus: [
    {
      menu: "view/item/context",
      when: `view == ${activationsView.id} && viewItem =~ /^(use|function)$/`,
      group: "inline",
    },
  ],
  run: async ({ vscode, activations, documents, lab }, node) => {
    if (!isTreeNode(node)) return;
    if (node.kind === "group") {
      if (!node.function) return;
      lab.show(readLabState({ ...startState, functionId: node.function, params: {} }), undefined, false);
      return;
    }
    const { document, range } = await activations.locate(node.entry);
    const found = await documents.useAt(document, range.start);
    if (found) lab.show(await found.labState(), found.place, false);
    else
      void vscode.window.showInformationMessage(
        l10n.t("The code has changed since it was read: scan again."),
      );
  },
});
