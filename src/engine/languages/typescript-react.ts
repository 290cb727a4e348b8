import type { Language } from "./define.ts";

/** TypeScript with markup in it: a grammar of its own, in which `<T>x` is no cast. */
export const typescriptReact = {
  id: "typescript-react",
  name: "TypeScript with JSX",
  editorIds: ["typescriptreact"],
  starts: false,
  extensions: [".tsx"],
  notebookNames: /(?!)/,
  load: async () => (await import("../syntax/javascript.ts")).typescriptReact,
} as const satisfies Language;
