import { activationsKeys, activationsView } from "../views/activations.ts";
import { defineCommand } from "./define.ts";

/** Reads the whole workspace again for the Activations view. */
export const scanActivations = defineCommand({
  id: "activationLens.scanActivations",
  title: "Scan Workspace for Activations",
  palette: "workspaceFolderCount != 0",
  icon: "$(refresh)",
  menus: [
    {
      menu: "view/title",
      when: `view == ${activationsView.id} && ${activationsKeys.state} != 'scanning'`,
      group: "navigation@1",
    },
  ],
  run: async ({ vscode, activations }) => {
    activations.scanAgain();
    await vscode.commands.executeCommand(`${activationsView.id}.focus`);
  },
});
