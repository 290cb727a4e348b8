import { defineCommand } from "./define.ts";

/** Turns a rule off in the workspace, or for the user where no folder is open. */
export const turnRuleOff = defineCommand({
  id: "activationLens.turnRuleOff",
  title: "Turn Rule Off in This Workspace",
  palette: false,
  run: async ({ vscode, settings }, id) => {
    if (typeof id !== "string") return;
    const { Global, Workspace } = vscode.ConfigurationTarget;
    const target = vscode.workspace.workspaceFolders === undefined ? Global : Workspace;
    await settings.set("rules", { ...settings.get("rules"), [id]: "off" }, target);
  },
});
