import type { Language } from "./define.ts";

export const rust = {
  id: "rust",
  name: "Rust",
  editorIds: ["rust"],
  starts: true,
  extensions: [".rs"],
  notebookNames: /^rust$/i,
  load: async () => (await import("../syntax/rust.ts")).rust,
} as const satisfies Language;
