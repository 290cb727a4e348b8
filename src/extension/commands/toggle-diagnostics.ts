import { defineCommand } from "./define.ts";

/** Switches between no diagnostics and the recommended ones, for this user; which holds now is said in the status bar. */
export const toggleDiagnostics = defineCommand({
  id: "activationLens.toggleDiagnostics",
  title: "Toggle Diagnostics",
  run: async ({ vscode, settings }) => {
    const isOff = settings.get("diagnostics.level") === "off";
    const level = isOff ? "recommended" : "off";
    await settings.set("diagnostics.level", level, vscode.ConfigurationTarget.Global);
    vscode.window.setStatusBarMessage(`Activation Lens: diagnostics ${isOff ? "on" : "off"}`, 4000);
  },
});
