import type { Language } from "./define.ts";

/** Configuration files of NEAT; most have no extension, but a customary name. */
export const ini = {
  id: "ini",
  name: "INI",
  editorIds: ["ini", "properties"],
  starts: false,
  extensions: [".ini", ".cfg"],
  fileNames: ["config-feedforward", "config-feedforward.txt", "config-ctrnn"],
  notebookNames: /(?!)/,
  load: async () => (await import("../syntax/ini.ts")).ini,
} as const satisfies Language;
