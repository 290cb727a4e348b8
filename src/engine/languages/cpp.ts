import type { Language } from "./define.ts";

export const cpp = {
  id: "cpp",
  name: "C++",
  editorIds: ["cpp", "cuda-cpp"],
  starts: true,
  followsFiles: true,
  extensions: [".cpp", ".cc", ".cxx", ".h", ".hpp", ".hh", ".hxx", ".cu", ".cuh"],
  notebookNames: /^c\+\+/i,
  load: async () => (await import("../syntax/cpp.ts")).cpp,
} as const satisfies Language;
