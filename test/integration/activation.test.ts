import assert from "node:assert/strict";
import * as vscode from "vscode";
import { extensionId, openDocument } from "./editor.ts";

const activationDeadlineMs = 40_000;

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category?: string }[];
  };
}

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  if (found === undefined) throw new Error(`${extensionId} is not there`);
  return found;
}

async function activated(): Promise<boolean> {
  const deadline = Date.now() + activationDeadlineMs;
  while (!extension().isActive && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return extension().isActive;
}

describe("activation", () => {
  it("comes with a Python document", async () => {
    await openDocument("model.py");
    assert.equal(await activated(), true);
  });

  it("registers every command of the manifest", async () => {
    await extension().activate();
    const { commands } = (extension().packageJSON as Manifest).contributes;
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.ok(commands.length > 0, "the manifest has no commands");
    assert.deepEqual(
      commands.filter(({ command }) => !registered.has(command)),
      [],
    );
  });

  it("puts every command into its own category", () => {
    const { commands } = (extension().packageJSON as Manifest).contributes;
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ["Activation Lens"]);
  });
});
