/**
 * Start of the extension. It only registers: reading and compiling the engine takes many times as long, so the rest is
 * loaded when one of the registrations is used for the first time.
 */
import * as vscode from "vscode";
import type { Features } from "./features.ts";
import { languages } from "./languages.ts";
import { labViewType } from "./panel/view-type.ts";

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

export function activate(context: vscode.ExtensionContext): void {
  let loading: Promise<Features> | undefined;
  const load = () => (loading ??= loadFeatures(context));
  const { commands } = (context.extension.packageJSON as Manifest).contributes;
  context.subscriptions.push(
    vscode.languages.registerHoverProvider(
      languages.map((language) => ({ language })),
      {
        provideHover: async (document, position, token) =>
          (await load()).hovers.provideHover(document, position, token),
      },
    ),
    vscode.window.registerWebviewPanelSerializer(labViewType, {
      deserializeWebviewPanel: async (panel, state) =>
        (await load()).lab.deserializeWebviewPanel(panel, state),
    }),
    // The manifest's list is made from the commands themselves, and can be had without loading them.
    ...commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (...args: readonly unknown[]) =>
        (await load()).run(command, args),
      ),
    ),
  );
}

async function loadFeatures(context: vscode.ExtensionContext): Promise<Features> {
  const { Features } = await import("./features.ts");
  const features = new Features(context);
  context.subscriptions.push(features);
  return features;
}
