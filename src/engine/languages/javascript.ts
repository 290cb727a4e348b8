import type { Language } from "./define.ts";

export const javascript = {
  id: "javascript",
  name: "JavaScript",
  editorIds: ["javascript", "javascriptreact"],
  starts: false,
  extensions: [".js", ".mjs", ".cjs", ".jsx"],
  notebookNames: /^(?:javascript|deno)$/,
  load: async () => (await import("../syntax/javascript.ts")).javascript,
} as const satisfies Language;
