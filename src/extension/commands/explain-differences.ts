import type * as vscodeApi from "vscode";
import { isTreeNode } from "../activations/tree.ts";
import { type FunctionId, functions } from "../../engine/functions/index.ts";
import { activationsView } from "../views/activations.ts";
import { l10n } from "../l10n.ts";
import { type Services, defineCommand } from "./define.ts";

/** Of the function at the cursor, or of a function in the Activations view: its facts in every framework, as tables. */
export const explainDifferences = defineCommand({
  id: "activationLens.explainDifferences",
  title: "Explain Differences Across Frameworks",
  menus: [
    {
      menu: "view/item/context",
      when: `view == ${activationsView.id} && viewItem =~ /^(use|function)$/`,
      group: "1_explain",
    },
  ],
  run: async (services, node) => {
    const { vscode, documents, differences } = services;
    if (isTreeNode(node)) {
      const id = node.kind === "use" ? node.entry.use.function : node.function;
      if (id) await differences.show(id);
      return;
    }
    const editor = vscode.window.activeTextEditor;
    const found = editor && (await documents.useAt(editor.document, editor.selection.active));
    if (found) {
      const { function: id, framework, spelling } = found.use;
      const name = spelling.form === "string" ? `"${spelling.name}"` : spelling.name;
      await differences.show(id, { framework, name });
      return;
    }
    const id = await askForFunction(services);
    if (id) await differences.show(id);
  },
});

async function askForFunction({ vscode }: Services): Promise<FunctionId | undefined> {
  const items = functions.map(({ id, name }): vscodeApi.QuickPickItem & { readonly id: FunctionId } => ({
    id,
    label: name,
    description: id,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t("Explain differences across frameworks"),
    placeHolder: l10n.t("No activation function is at the cursor: choose one"),
    matchOnDescription: true,
  });
  return picked?.id;
}
