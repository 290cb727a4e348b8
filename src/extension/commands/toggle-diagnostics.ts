import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";

/** Switches between no diagnostics and the recommended ones, for this user; which holds now is said in the status bar. */
export const toggleDiagnostics = defineCommand({
  id: "activationLens.toggleDiagnostics",
  title: "Toggle Diagnostics",
  run: async ({ vscode, settings }) => {
    const isOff = settings.get("diagnostics.level") === "off";
    const level = isOff ? "recommended" : "off";
    await settings.set("diagnostics.level", level, vscode.ConfigurationTarget.Global);
    const now = isOff
      ? l10n.t("Activation Lens: diagnostics on")
      : l10n.t("Activation Lens: diagnostics off");
    vscode.window.setStatusBarMessage(now, 4000);
  },
});
