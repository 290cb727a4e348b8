import { Editor, type LaunchOptions } from "./driver.ts";

const launchTimeoutMs = 240_000;

/**
 * One editor for the suite it is called in, opened before its first test and closed after its last. Where a test fails, its
 * window is kept as a picture in build/ui.
 * @param prepare brings it where the tests start from
 * @returns gives the editor, inside tests
 */
export function suiteEditor(
  options: LaunchOptions,
  prepare?: (editor: Editor) => Promise<void>,
): () => Editor {
  let editor: Editor | undefined;

  before(async function () {
    this.timeout(launchTimeoutMs);
    const opened = await Editor.launch(options);
    editor = opened;
    await prepare?.(opened).catch(async (error: unknown) => {
      await opened.screenshot(pictureFile(this.test?.parent?.fullTitle()));
      throw error;
    });
  });

  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state === "failed") await editor?.screenshot(pictureFile(test.fullTitle()));
  });

  after(async () => {
    await editor?.close();
  });

  return () => {
    if (editor === undefined) throw new Error("the editor is there in tests only");
    return editor;
  };
}

function pictureFile(title = "suite"): string {
  return `build/ui/${title.replace(/[^\w]+/g, "-")}.png`;
}
