// The pictures of the documents: what a person sees on a model of their own.
import { Editor } from "./driver.ts";

const model = `import torch.nn as nn


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 32, kernel_size=3, padding=1),
            nn.LeakyReLU(0.2),
            nn.MaxPool2d(2),
            nn.Conv2d(32, 64, kernel_size=3, padding=1),
            nn.GELU(approximate="tanh"),
            nn.AdaptiveAvgPool2d(1),
        )
        self.head = nn.Linear(64, 10)

    def forward(self, images):
        return self.head(self.features(images).flatten(1))
`;

async function takeScreenshots(): Promise<void> {
  const editor = await Editor.launch({
    files: { "model.py": model },
    settings: { "editor.minimap.enabled": false, "editor.hover.above": false },
    viewport: { width: 1280, height: 760 },
  });
  try {
    await editor.setTheme("dark");
    await editor.openFile("model.py");
    await editor.runCommand("View: Toggle Primary Side Bar Visibility");
    await takeHover(editor);
    await takeLab(editor);
    await takeTransform(editor);
  } catch (error) {
    await editor.screenshot("build/ui/screenshots.png");
    throw error;
  } finally {
    await editor.close();
  }
}

async function takeHover(editor: Editor): Promise<void> {
  const hover = await editor.hoverWord("LeakyReLU");
  await hover.locator("img").first().waitFor();
  await editor.screenshot("docs/images/hover.png", { x: 0, y: 36, width: 1120, height: 480 });
  await editor.hideHover();
}

async function takeLab(editor: Editor): Promise<void> {
  await editor.clickWord("LeakyReLU");
  await editor.runCommand("Activation Lens: Open Lab for Function at Cursor");
  await editor.webview().locator("canvas").waitFor();
  await editor.page.mouse.move(400, 600);
  // A picture is taken once the chart has been drawn, which takes a frame or two.
  await editor.page.waitForTimeout(1000);
  await editor.screenshot("docs/images/lab.png");
}

async function takeTransform(editor: Editor): Promise<void> {
  await editor.webview().getByRole("tab", { name: "Transform" }).click();
  await editor.webview().getByRole("tabpanel", { name: "Transform" }).waitFor();
  await editor.webview().getByRole("combobox", { name: "Function" }).selectOption({ label: "ReLU" });
  await editor.page.waitForTimeout(1000);
  await editor.screenshot("docs/images/transform.png");
}

takeScreenshots().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
