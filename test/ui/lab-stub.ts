/** The lab's page outside VS Code: the built bundle under the page's own policy, with a stub for the editor around it. */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { type Page, chromium } from "playwright-core";
import { labPage } from "../../src/extension/panel/html.ts";
import { browserLaunchOptions } from "../host/browser.mjs";
import { type ThemeName, themes } from "./themes.ts";

const dist = path.resolve(import.meta.dirname, "../../dist");
const nonce = "dGVzdA";

/** What the stub keeps on the page's window for a test to read. */
export interface StubWindow {
  readonly posted: unknown[];
  saved: unknown;
}

/** VS Code's part of the page: one api object, the state of before, the theme's variables on the root. */
function stubScript(theme: ThemeName, restored: unknown): string {
  const { bodyClass, variables } = themes[theme];
  return `
    window.stub = { posted: [], saved: ${restored === undefined ? "undefined" : JSON.stringify(restored)} };
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => { window.stub.posted.push(message); },
      getState: () => window.stub.saved,
      setState: (state) => { window.stub.saved = state; return state; },
    });
    window.setTheme = ({ bodyClass, variables }) => {
      document.documentElement.style.cssText = "";
      for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
      document.body.className = bodyClass;
    };
    window.setTheme(${JSON.stringify({ bodyClass, variables })});
    document.addEventListener("securitypolicyviolation", (e) => {
      window.stub.posted.push({ type: "violation", directive: e.violatedDirective, blocked: e.blockedURI });
    });`;
}

/**
 * @param restored what `getState` gives: the state of before a reload
 * @param translations as the editor has them in another language than English
 */
export function stubPage(
  theme: ThemeName,
  restored?: unknown,
  translations?: Parameters<typeof labPage>[0]["translations"],
): string {
  const parts = { script: "/webview.js", style: "/webview.css", nonce };
  const page = labPage({ ...parts, ...(translations && { translations }) });
  return page.replace("<body>", `<body><script nonce="${nonce}">${stubScript(theme, restored)}</script>`);
}

export interface StubServer {
  readonly origin: string;
  /** What the next page is like. */
  page: string;
  close(): void;
}

/** @param folder where webview.js and webview.css lie */
export async function startStubServer(folder = dist): Promise<StubServer> {
  const types: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css" };
  const state = { page: "" };
  const server: Server = createServer(({ url = "/" }, response) => {
    const type = types[path.extname(url)];
    if (!type) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(state.page);
      return;
    }
    const file = path.join(folder, path.basename(url));
    if (!existsSync(file)) {
      response.writeHead(404).end(`${file} is not there: build first`);
      return;
    }
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    origin: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
}

/** A browser with one page, and the server that the page is from. */
export interface LabInBrowser {
  readonly server: StubServer;
  readonly page: Page;
  close(): Promise<void>;
}

export async function startLabInBrowser(): Promise<LabInBrowser> {
  const server = await startStubServer();
  const browser = await chromium.launch(await browserLaunchOptions());
  const page = await browser.newPage();
  page.setDefaultTimeout(5000);
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { server, page, close };
}

/** Opens the page as it is to be, and waits until it shows something. @param html of `stubPage` */
export async function showLab({ server, page }: LabInBrowser, html: string): Promise<void> {
  server.page = html;
  await page.goto(server.origin);
  await page.getByRole("tab", { selected: true }).waitFor();
}
