/** Opens the lab as a link says: one that the editor was given, or a text where links do not reach it, as in a browser. */
import type { Uri } from "vscode";
import type { LabState } from "../../webview/protocol.ts";
import { readLabLink } from "../panel/lab-link.ts";
import { l10n } from "../l10n.ts";
import { type Services, defineCommand } from "./define.ts";

function refusal(): string {
  return l10n.t("This is no link to a view of the lab. “Copy Link to View” makes one.");
}

/** @param uri from anywhere: untrusted */
export function openLabLink({ vscode, lab }: Pick<Services, "vscode" | "lab">, uri: Uri): void {
  const state = readLabLink(uri);
  if (state) lab.show(state, undefined, false);
  else void vscode.window.showWarningMessage(`Activation Lens: ${refusal()}`);
}

export const openLink = defineCommand({
  id: "activationLens.openLink",
  title: "Open Link to View…",
  run: async (services) => {
    const { vscode } = services;
    const text = await vscode.window.showInputBox({
      title: l10n.t("Open Link to View"),
      prompt: l10n.t("A link that “Copy Link to View” made"),
      validateInput: (value) => (readText(services, value) ? undefined : refusal()),
    });
    const state = text === undefined ? undefined : readText(services, text);
    if (state) services.lab.show(state, undefined, false);
  },
});

function readText({ vscode }: Services, text: string): LabState | undefined {
  try {
    return readLabLink(vscode.Uri.parse(text.trim()));
  } catch {
    // Not even an address.
    return undefined;
  }
}
