import type { Language } from "./define.ts";

export const swift = {
  id: "swift",
  name: "Swift",
  editorIds: ["swift"],
  starts: true,
  extensions: [".swift"],
  notebookNames: /^swift/i,
  load: async () => (await import("../syntax/swift.ts")).swift,
} as const satisfies Language;
