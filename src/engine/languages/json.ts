import type { Language } from "./define.ts";

/** Configuration files of models. */
export const json = {
  id: "json",
  name: "JSON",
  editorIds: ["json", "jsonc"],
  starts: false,
  extensions: [".json"],
  notebookNames: /(?!)/,
  load: async () => (await import("../syntax/json.ts")).json,
} as const satisfies Language;
