import type { Language } from "./define.ts";

/** Configuration files of models. */
export const yaml = {
  id: "yaml",
  name: "YAML",
  editorIds: ["yaml"],
  starts: false,
  extensions: [".yaml", ".yml"],
  notebookNames: /(?!)/,
  load: async () => (await import("../syntax/yaml.ts")).yaml,
} as const satisfies Language;
