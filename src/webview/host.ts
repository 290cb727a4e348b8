/** What the page needs from the program it stands in. In VS Code that is `acquireVsCodeApi`; tests give a stub. */
import { type LabState, type ToExtension, type ToWebview, readToWebview } from "./protocol.ts";

export interface Host {
  post(message: ToExtension): void;
  /** What `save` kept before a reload; anything, undefined where there is nothing. */
  restore(): unknown;
  save(state: LabState): void;
  /** Calls back with every message of the contract; anything else is dropped. */
  listen(handle: (message: ToWebview) => void): void;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** VS Code allows one call per page. */
export function vsCodeHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => {
      api.postMessage(message);
    },
    restore: () => api.getState(),
    save: (state) => {
      api.setState(state);
    },
    listen: (handle) => {
      window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        const message = readToWebview(data);
        if (message) handle(message);
      });
    },
  };
}
