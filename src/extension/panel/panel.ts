/** The life of the one lab panel: open, reveal, restore after a reload, answer the page. */
import * as vscode from "vscode";
import {
  type LabMode,
  type LabSettings,
  type LabState,
  type ToExtension,
  type ToWebview,
  type ExportedFile,
  readLabState,
  readToExtension,
} from "../../webview/protocol.ts";
import { type FunctionId, type ParameterValues, functionById } from "../../engine/functions/index.ts";
import { l10n } from "../l10n.ts";
import type { ApplyParameters } from "./apply-parameters.ts";
import { type CodePlace, readPlace, revealPlace, storedPlace } from "./code-place.ts";
import { choosePicture } from "./choose-picture.ts";
import { labPage } from "./html.ts";
import { labLink } from "./lab-link.ts";
import { saveFile } from "./save-file.ts";
import { labViewType } from "./view-type.ts";

interface LabOptions {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  /** Remembers where the lab was opened from across a window reload. */
  readonly memento: vscode.Memento;
  readonly settings: () => LabSettings;
  readonly column: () => vscode.ViewColumn;
  readonly applyParameters: ApplyParameters;
}

const placeKey = "lab.place";

export class Lab implements vscode.WebviewPanelSerializer, vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;
  /** What to show once the page says it is ready; undefined where the page keeps its own state. */
  #pending: LabState | undefined;
  #ready = false;
  #place: CodePlace | undefined;
  #following: boolean | undefined;
  /** A page that asks again and again gets one dialog. */
  #isChoosing = false;
  /** What the page showed last. */
  #state: LabState | undefined;
  readonly #options: LabOptions;

  constructor(options: LabOptions) {
    this.#options = options;
    this.#place = readPlace(options.memento.get(placeKey));
  }

  /** Whether the open lab follows the cursor. */
  get isFollowing(): boolean {
    return this.#panel !== undefined && (this.#following ?? this.#options.settings().followCursor);
  }

  /** What the open lab shows; undefined where none is open. */
  get state(): LabState | undefined {
    return this.#panel && this.#state;
  }

  /** Shows `state`; opens the panel where there is none. @param preserveFocus leaves the focus in the code. */
  show(state: LabState, place: CodePlace | undefined, preserveFocus: boolean): void {
    this.#remember(place);
    this.#pending = state;
    this.#state = state;
    if (!this.#panel) {
      const column = this.#options.column();
      const panel = vscode.window.createWebviewPanel(
        labViewType,
        labTitle(state),
        { viewColumn: column, preserveFocus },
        this.#webviewOptions(),
      );
      this.#adopt(panel);
      return;
    }
    this.#panel.title = labTitle(state);
    if (!this.#panel.visible || !preserveFocus) this.#panel.reveal(undefined, preserveFocus);
    if (this.#ready) this.#sendState();
  }

  /** Shows another use in the open lab and keeps what the person chose there: view, curves, numbers. */
  follow(state: LabState, place: CodePlace): void {
    if (!this.#panel || !this.#ready) return;
    this.#remember(place);
    this.#panel.title = labTitle(state);
    this.#send({ type: "follow", state });
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.#pending = readLabState(state);
    this.#state = this.#pending;
    panel.title = labTitle(this.#pending);
    panel.webview.options = this.#webviewOptions();
    this.#adopt(panel);
    return Promise.resolve();
  }

  /** @returns false where no lab is open that could be switched */
  toggle(mode: LabMode): boolean {
    if (!this.#panel || !this.#ready) return false;
    this.#panel.reveal(undefined, true);
    this.#send({ type: "toggle", mode });
    return true;
  }

  /** Tells the page that settings changed. */
  sendSettings(): void {
    if (this.#ready) this.#send({ type: "settings", settings: this.#settings() });
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#ready = false;
    const { webview } = panel;
    const dist = vscode.Uri.joinPath(this.#options.extensionUri, "dist");
    const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
    panel.iconPath = vscode.Uri.joinPath(this.#options.extensionUri, "media", "icon.png");
    webview.onDidReceiveMessage((message: unknown) => {
      this.#receive(message);
    });
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#ready = false;
      this.#following = undefined;
    });
    const texts = vscode.l10n.bundle;
    webview.html = labPage({
      script: address("webview.js"),
      style: address("webview.css"),
      nonce: nonce(),
      ...(texts && { translations: { language: vscode.env.language, texts } }),
    });
  }

  #receive(message: unknown): void {
    const known = readToExtension(message);
    if (!known) {
      this.#options.log.warn("The lab's page sent something that is no message of its contract; ignored.");
      return;
    }
    const handlers: { [T in ToExtension["type"]]: (m: Extract<ToExtension, { type: T }>) => void } = {
      ready: () => {
        this.#ready = true;
        this.#send({ type: "settings", settings: this.#settings() });
        if (this.#pending) this.#sendState();
      },
      "state-changed": ({ state }) => {
        this.#state = state;
        if (this.#panel) this.#panel.title = labTitle(state);
      },
      "reveal-source": () => void this.#revealSource(),
      "follow-cursor": ({ on }) => {
        this.#following = on;
      },
      "apply-parameters": ({ functionId, params }) => void this.#applyParameters(functionId, params),
      "copy-link": ({ state }) => void this.copyLink(state),
      "choose-picture": () => void this.#choosePicture(),
      "save-file": ({ file }) => void this.#save(file),
      failed: ({ message: text }) => {
        this.#options.log.error(`The lab could not draw: ${text}`);
      },
    };
    (handlers[known.type] as (m: ToExtension) => void)(known);
  }

  #sendState(): void {
    if (!this.#pending) return;
    this.#send({ type: "show", state: this.#pending });
    this.#pending = undefined;
  }

  #send(message: ToWebview): void {
    void this.#panel?.webview.postMessage(message);
  }

  #settings(): LabSettings {
    return { ...this.#options.settings(), followCursor: this.isFollowing };
  }

  #remember(place: CodePlace | undefined): void {
    this.#place = place;
    void this.#options.memento.update(placeKey, place && storedPlace(place));
  }

  /** Copies a link to what the lab shows. */
  async copyLink(state: LabState): Promise<void> {
    await this.#attempt(copiedNoLink, async () => {
      await vscode.env.clipboard.writeText(labLink(vscode.env.uriScheme, state));
      this.#send({ type: "notice", text: l10n.t("Link copied") });
    });
  }

  /** What is wrong is said where the picture would have been. */
  async #choosePicture(): Promise<void> {
    if (this.#isChoosing) return;
    this.#isChoosing = true;
    try {
      const picture = await choosePicture(vscode);
      if (picture) this.#send({ type: "picture", ...picture });
    } catch (error) {
      this.#options.log.error("The lab got no picture", error);
      this.#send({ type: "no-picture", reason: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#isChoosing = false;
    }
  }

  async #save(file: ExportedFile): Promise<void> {
    await this.#attempt(savedNothing, async () => {
      const saved = await saveFile(vscode, file);
      const name = saved?.path.split("/").at(-1);
      if (name !== undefined) this.#send({ type: "notice", text: l10n.t("Saved {0}", name) });
    });
  }

  async #applyParameters(functionId: FunctionId, params: ParameterValues): Promise<void> {
    const place = this.#place;
    if (!place) return;
    await this.#attempt(changedNothing, async () => {
      const { state, place: now } = await this.#options.applyParameters(place, functionId, params);
      this.follow(state, now);
    });
  }

  async #revealSource(): Promise<void> {
    const place = this.#place;
    if (!place) return;
    const notOpened = (why: string) => l10n.t("Activation Lens cannot open {0}: {1}", place.uri.path, why);
    await this.#attempt(notOpened, () => revealPlace(place));
  }

  /** @param otherwise what a person is told, by the reason, where it fails */
  async #attempt(otherwise: (why: string) => string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const told = otherwise(error instanceof Error ? error.message : String(error));
      this.#options.log.error(told, error);
      void vscode.window.showWarningMessage(told);
    }
  }

  #webviewOptions(): vscode.WebviewPanelOptions & vscode.WebviewOptions {
    return {
      enableScripts: true,
      enableCommandUris: false,
      enableForms: false,
      localResourceRoots: [vscode.Uri.joinPath(this.#options.extensionUri, "dist")],
    };
  }
}

const copiedNoLink = (why: string) => l10n.t("Activation Lens copied no link: {0}", why);
const savedNothing = (why: string) => l10n.t("Activation Lens saved nothing: {0}", why);
const changedNothing = (why: string) => l10n.t("Activation Lens changed nothing: {0}", why);

function labTitle({ functionId }: LabState): string {
  return `${functionById(functionId).name} – Activation Lens`;
}

function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes));
}
