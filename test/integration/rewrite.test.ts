import assert from "node:assert/strict";
import * as vscode from "vscode";
import { acceptEach, extensionId } from "./editor.ts";

const code = "import tensorflow as tf\n\ny = tf.nn.leaky_relu(x)\n";

async function openAtUse(
  content = code,
  language = "python",
  name = "leaky_relu",
): Promise<vscode.TextDocument> {
  await vscode.extensions.getExtension(extensionId)?.activate();
  const document = await vscode.workspace.openTextDocument({ content, language });
  const editor = await vscode.window.showTextDocument(document);
  const at = document.positionAt(content.indexOf(name) + 2);
  editor.selection = new vscode.Selection(at, at);
  return document;
}

describe("rewriting", () => {
  it("ports to another framework in one undo step", async () => {
    const document = await openAtUse();
    await acceptEach(vscode.commands.executeCommand("activationLens.portActivation"));
    assert.equal(
      document.getText(),
      "import tensorflow as tf\nimport torch.nn.functional as F\n\ny = F.leaky_relu(x, 0.2)\n",
    );
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), code);
  });

  for (const [language, name, before, after] of [
    [
      "typescript",
      "relu(",
      'import { relu } from "@tensorflow/tfjs";\n\nconst y = relu(x);\n',
      'import { relu } from "@tensorflow/tfjs";\nimport { relu6 } from "@tensorflow/tfjs";\n\nconst y = relu6(x);\n',
    ],
    [
      "rust",
      "Relu::",
      "use burn::nn::Relu;\n\nfn f() { let y = Relu::new(); }\n",
      "use burn::nn::Relu;\nuse burn::nn::activation::Relu6;\n\nfn f() { let y = Relu6::new(); }\n",
    ],
    [
      "json",
      "gelu_new",
      '{"transformers_version": "4", "hidden_act": "gelu_new"}',
      '{"transformers_version": "4", "hidden_act": "relu"}',
    ],
  ] as const) {
    it(`replaces in ${language} in one undo step`, async () => {
      const document = await openAtUse(before, language, name);
      await acceptEach(vscode.commands.executeCommand("activationLens.replaceActivation"));
      assert.equal(document.getText(), after);
      await vscode.commands.executeCommand("undo");
      assert.equal(document.getText(), before);
    });
  }

  for (const [language, name, content, expected] of [
    ["typescript", "leakyRelu", "tf.leakyRelu(x, 0.2);\n", ["Replace Activation…"]],
    [
      "rust",
      "silu",
      "fn f(x: T) { candle_nn::ops::silu(&x)?; }\n",
      ["Replace Activation…", "Port to Another Framework…"],
    ],
  ] as const) {
    it(`is offered among the refactorings in ${language}`, async () => {
      const document = await openAtUse(content, language, name);
      assert.deepEqual(await titlesIn(document, content.indexOf(name) + 1), expected);
    });
  }

  it("is offered among the refactorings where a function is", async () => {
    const document = await openAtUse();
    const titlesAt = (text: string) => titlesIn(document, code.indexOf(text) + 1);
    assert.deepEqual(await titlesAt("leaky_relu"), ["Replace Activation…", "Port to Another Framework…"]);
    assert.deepEqual(await titlesAt("import"), []);
  });
});

/** Titles of what is offered at a position. */
async function titlesIn(document: vscode.TextDocument, offset: number): Promise<string[]> {
  const at = document.positionAt(offset);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    new vscode.Range(at, at),
    vscode.CodeActionKind.RefactorRewrite.value,
  );
  return actions.map(({ title }) => title).filter((title) => /Activation…|Framework…/.test(title));
}
