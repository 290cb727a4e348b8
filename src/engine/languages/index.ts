/** Every language whose code is read. Light: nothing here loads a grammar. */
import type { Language } from "./define.ts";
import { cpp } from "./cpp.ts";
import { ini } from "./ini.ts";
import { javascript } from "./javascript.ts";
import { json } from "./json.ts";
import { julia } from "./julia.ts";
import { python } from "./python.ts";
import { rust } from "./rust.ts";
import { swift } from "./swift.ts";
import { typescriptReact } from "./typescript-react.ts";
import { typescript } from "./typescript.ts";
import { yaml } from "./yaml.ts";

export type { Language } from "./define.ts";

export const languages: readonly Language[] = [
  python,
  javascript,
  typescript,
  typescriptReact,
  rust,
  cpp,
  julia,
  swift,
  json,
  yaml,
  ini,
];

/** VS Code's ids of the languages that are read. */
export const editorIds: readonly string[] = languages.flatMap((language) => language.editorIds);

export function languageOfEditor(id: string): Language | undefined {
  return languages.find((language) => language.editorIds.includes(id));
}

/** @param name of a file, or its path */
export function languageOfFile(name: string): Language | undefined {
  const lower = name.toLowerCase();
  const own = lower.slice(lower.search(/[^/\\]*$/));
  return languages.find(
    ({ extensions, fileNames }: Language) =>
      extensions.some((extension) => lower.endsWith(extension)) || fileNames?.includes(own),
  );
}
