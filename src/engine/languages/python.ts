import type { Language } from "./define.ts";

export const python = {
  id: "python",
  name: "Python",
  editorIds: ["python"],
  starts: true,
  isAdvised: true,
  followsFiles: true,
  extensions: [".py"],
  notebookNames: /^i?python\d*$/,
  load: async () => (await import("../syntax/python.ts")).python,
} as const satisfies Language;
