import type { Language } from "./define.ts";

export const typescript = {
  id: "typescript",
  name: "TypeScript",
  editorIds: ["typescript"],
  starts: false,
  extensions: [".ts", ".mts", ".cts"],
  notebookNames: /^typescript$/,
  load: async () => (await import("../syntax/javascript.ts")).typescript,
} as const satisfies Language;
