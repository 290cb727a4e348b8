// Drives a real VS Code as a person does: by mouse, keyboard and what is on the screen. The packaged extension is installed,
// and the workspace is a copy, so that nothing in the tree changes.
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser, type FrameLocator, type Locator, type Page } from "playwright-core";
import { cleanUp, onStopRequest, temporaryFolder } from "../../scripts/setup/processes.mjs";
import { browserLaunchOptions } from "../host/browser.mjs";
import { editions } from "../host/install.mjs";
import { pageAddress, startServer, type Server } from "../host/server.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const startDeadlineMs = 60_000;
const stepDeadlineMs = 45_000;
const listDeadlineMs = 5000;

/** The four kinds of theme: how VS Code's own theme of the kind is called, and the class its workbench then has. */
export const themes = {
  light: { name: "Light Modern", workbenchClass: "vs" },
  dark: { name: "Dark Modern", workbenchClass: "vs-dark" },
  "high-contrast": { name: "Dark High Contrast", workbenchClass: "hc-black" },
  "high-contrast-light": { name: "Light High Contrast", workbenchClass: "hc-light" },
} as const;
export type ThemeKind = keyof typeof themes;

export interface LaunchOptions {
  /** Files of the workspace beside the samples: name → text. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Of what the extension says, with which the editor is started in another language than English. */
  readonly translations?: Readonly<Record<string, string>>;
}

/** Any but English: VS Code's own texts stay as they are where there is no language pack. */
const otherLanguage = "de";

export class Editor {
  private constructor(
    readonly page: Page,
    readonly workspace: string,
    private readonly server: Server,
    private readonly browser: Browser,
  ) {}

  static async launch({
    files = {},
    settings = {},
    viewport,
    translations,
  }: LaunchOptions = {}): Promise<Editor> {
    const workspace = temporaryFolder("workspace");
    cpSync(path.join(root, "samples"), workspace, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(workspace, name), text);
    const edition = editions.find((name) => name === process.env["VSCODE_EDITION"]) ?? "newest";
    const server = await startServer({ edition, vsix: packagedExtension(), settings });
    const browser = await chromium.launch(await browserLaunchOptions());
    const context = await browser.newContext({ viewport: viewport ?? { width: 1280, height: 860 } });
    const page = await context.newPage();
    if (translations) {
      writeTranslations(server, translations);
      // What a language pack's texts begin with: by it the window tells extensions its language.
      await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = "${otherLanguage}"`);
    }
    page.setDefaultTimeout(stepDeadlineMs);
    const editor = new Editor(page, workspace, server, browser);
    await page.goto(pageAddress(server, { folder: workspace }));
    await editor.ready();
    return editor;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    await cleanUp();
  }

  /**
   * Opens a file at the workspace's root and waits until its text is there. From the Explorer: the palette's search for files
   * waits for the extension host.
   */
  async openFile(name: string): Promise<void> {
    await this.openFromExplorer(name);
    await this.page.locator(".editor-instance .view-line").first().waitFor();
  }

  /** Opens a notebook at the workspace's root and waits until its code is there. */
  async openNotebook(name: string): Promise<void> {
    await this.openFromExplorer(name);
    await this.page.locator(".notebook-editor .code-cell-row .view-line").first().waitFor();
  }

  /** Runs a command by its title in the palette, such as "Activation Lens: Open Lab". */
  async runCommand(title: string): Promise<void> {
    await this.again(async () => {
      await this.page.keyboard.press("F1");
      await this.pick(`>${title}`, title, listDeadlineMs);
    });
  }

  /** Types into the quick input that is about to open, and takes the row with this label. */
  async pick(text: string, row: string, timeout = stepDeadlineMs): Promise<void> {
    await this.quickInput().fill(text);
    await this.pickRow(row, timeout);
  }

  /** Takes the row with this label from the list that is about to show it. */
  async pickRow(row: string, timeout = stepDeadlineMs): Promise<void> {
    const rows = this.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row");
    const wanted = rows.filter({ has: this.page.locator(".label-name", { hasText: exactly(row) }) }).first();
    await wanted.waitFor({ timeout });
    await wanted.click();
  }

  /** The quick input's field, once it is there. */
  quickInput(): Locator {
    return this.page.locator(".quick-input-widget:visible .quick-input-box input");
  }

  tab(title: string): Locator {
    return this.page.locator(".tabs-container .tab").filter({ hasText: title });
  }

  /** Puts the mouse on a word of the open document and gives what the hover says. */
  async hoverWord(text: string, nth = 0): Promise<Locator> {
    const content = this.page
      .locator(".monaco-hover:visible .monaco-hover-content")
      .filter({ hasNotText: /^Loading/ });
    const deadline = Date.now() + stepDeadlineMs;
    // The extension may still be starting when the first hover is asked: a person moves the mouse again.
    for (;;) {
      const { x, y } = await this.wordCentre(text, nth);
      await this.page.mouse.move(x + 2, y + 60);
      await this.page.mouse.move(x, y, { steps: 4 });
      try {
        await content.first().waitFor({ timeout: listDeadlineMs });
        return content.first();
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
  }

  /** Puts the text cursor into a word of the open document. */
  async clickWord(text: string, nth = 0): Promise<void> {
    const { x, y } = await this.wordCentre(text, nth);
    await this.page.mouse.click(x, y);
  }

  /** Selects a word or words of one line of the open document. */
  async selectWords(text: string, nth = 0): Promise<void> {
    const { left, right, y } = await this.wordBox(text, nth);
    await this.page.mouse.move(left, y);
    await this.page.mouse.down();
    await this.page.mouse.move(right, y, { steps: 5 });
    await this.page.mouse.up();
  }

  async hideHover(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.page.mouse.move(2, 2);
    await this.page.locator(".monaco-hover:visible").waitFor({ state: "detached" });
  }

  /** The document of the extension's panel. */
  webview(): FrameLocator {
    return this.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  }

  async setTheme(kind: ThemeKind): Promise<void> {
    const { name, workbenchClass } = themes[kind];
    await this.again(async () => {
      await this.runCommand("Preferences: Color Theme");
      await this.page.getByPlaceholder("Color Theme").waitFor();
      await this.pick(name, name, listDeadlineMs);
    });
    // The second class: the theme itself has been read, it is not the plain one of the first moments.
    await this.page.locator(`.monaco-workbench.${workbenchClass}[class*="theme-defaults"]`).waitFor();
  }

  /** Writes the person's settings; they hold from the next reload. */
  changeSettings(change: Readonly<Record<string, unknown>>): void {
    const settings = JSON.parse(readFileSync(this.server.settingsFile, "utf8")) as Record<string, unknown>;
    writeFileSync(this.server.settingsFile, JSON.stringify({ ...settings, ...change }, null, 2));
  }

  async reloadWindow(): Promise<void> {
    // In a browser VS Code writes the state of its window every five seconds, as too little can be done when the page is left.
    await this.page.waitForTimeout(6500);
    await this.page.reload();
    await this.ready();
  }

  /**
   * Saves the open document until the file on the disk has this in it, and gives the file's text; what it has at last when
   * that does not come to be.
   */
  async savedText(name: string, expected: RegExp): Promise<string> {
    const read = (): string => readFileSync(path.join(this.workspace, name), "utf8");
    const deadline = Date.now() + stepDeadlineMs;
    while (!expected.test(read()) && Date.now() < deadline) {
      await this.page.keyboard.press("Control+S");
      await this.page.waitForTimeout(300);
    }
    return read();
  }

  /** @param file from the root of the project @param clip the part of the window, all of it without one */
  async screenshot(
    file: string,
    clip?: Readonly<Record<"x" | "y" | "width" | "height", number>>,
  ): Promise<void> {
    await this.page.screenshot({ path: path.resolve(root, file), ...(clip && { clip }) });
  }

  /** What the editor shows where the window cannot: its own log and the extension's. */
  serverLog(): string {
    return this.server.log();
  }

  private async openFromExplorer(name: string): Promise<void> {
    const rows = this.page.locator(".explorer-folders-view .monaco-list-row");
    await rows.filter({ has: this.page.locator(".label-name", { hasText: exactly(name) }) }).dblclick();
    await this.tab(name).waitFor();
  }

  private async ready(): Promise<void> {
    await this.page.locator(".monaco-workbench .part.editor").waitFor({ timeout: startDeadlineMs });
    await this.page.locator(".statusbar-item").first().waitFor({ timeout: startDeadlineMs });
    await this.page
      .locator(".explorer-folders-view .monaco-list-row")
      .first()
      .waitFor({ timeout: startDeadlineMs });
  }

  /** What a person does when a list came up before the editor knew all that belongs there: leaves it and asks again. */
  private async again(action: () => Promise<void>): Promise<void> {
    const deadline = Date.now() + 2 * stepDeadlineMs;
    for (;;) {
      try {
        await action();
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await this.page.keyboard.press("Escape");
      }
    }
  }

  private async wordCentre(text: string, nth: number): Promise<{ x: number; y: number }> {
    const { left, right, y } = await this.wordBox(text, nth);
    return { x: (left + right) / 2, y };
  }

  /** Where text stands on the screen: the editor draws each line as spans, with no-break spaces. */
  private async wordBox(text: string, nth: number): Promise<{ left: number; right: number; y: number }> {
    const find = (): Promise<{ left: number; right: number; y: number } | null> =>
      this.page.evaluate(findInEditor, { text, nth });
    const deadline = Date.now() + stepDeadlineMs;
    for (;;) {
      const box = await find();
      if (box !== null) return box;
      if (Date.now() > deadline) throw new Error(`"${text}" (${nth}) is not on the screen`);
      await this.page.waitForTimeout(100);
    }
  }
}

/** Runs in the page. */
function findInEditor({
  text,
  nth,
}: {
  text: string;
  nth: number;
}): { left: number; right: number; y: number } | null {
  const lines = [...document.querySelectorAll<HTMLElement>(".part.editor .view-line")];
  lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  let seen = 0;
  for (const line of lines) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const whole = nodes
      .map((node) => node.data)
      .join("")
      .replaceAll("\u00a0", " ");
    for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
      if (seen++ !== nth) continue;
      const range = document.createRange();
      let offset = 0;
      for (const node of nodes) {
        const end = offset + node.length;
        if (at >= offset && at < end) range.setStart(node, at - offset);
        if (at + text.length > offset && at + text.length <= end)
          range.setEnd(node, at + text.length - offset);
        offset = end;
      }
      const box = range.getBoundingClientRect();
      return { left: box.left, right: box.right, y: box.top + box.height / 2 };
    }
  }
  return null;
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

/** Beside the English texts of the installed extension, as a translation is shipped. */
function writeTranslations(
  { extensionsFolder }: Server,
  translations: Readonly<Record<string, string>>,
): void {
  const installed = readdirSync(extensionsFolder).find((name) => name.startsWith("activation-lens"));
  const file = `l10n/bundle.l10n.${otherLanguage}.json`;
  writeFileSync(path.join(extensionsFolder, installed ?? "", file), JSON.stringify(translations));
}

function packagedExtension(): string {
  const vsix = process.env["ACTIVATION_LENS_VSIX"];
  if (vsix === undefined || !existsSync(vsix)) {
    throw new Error("no packaged extension: run these tests by `npm run test:ui`, which builds and packs it");
  }
  return vsix;
}

// Mocha ends at once on a signal; what it drives must end first.
onStopRequest(() => void cleanUp().then(() => process.exit(130)));
