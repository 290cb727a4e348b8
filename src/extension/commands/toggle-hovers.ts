import { l10n } from "../l10n.ts";
import { defineCommand } from "./define.ts";

/** Switches between no hovers and compact ones, for this user; which one holds now is said in the status bar. */
export const toggleHovers = defineCommand({
  id: "activationLens.toggleHovers",
  title: "Toggle Hovers",
  run: async ({ vscode, settings }) => {
    const isOff = settings.get("hover.detail") === "off";
    await settings.set("hover.detail", isOff ? "compact" : "off", vscode.ConfigurationTarget.Global);
    const now = isOff ? l10n.t("Activation Lens: hovers on") : l10n.t("Activation Lens: hovers off");
    vscode.window.setStatusBarMessage(now, 4000);
  },
});
