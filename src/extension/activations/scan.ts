/** Reads files one after the other and tells the uses in each. Pure: how files are read comes in. */
import { type Analysis, analyse } from "../../engine/detect/analysis.ts";
import type { Modules } from "../../engine/detect/exports.ts";
import type { Versions } from "../../engine/frameworks/versions.ts";
import { type Code, codeOf } from "../../engine/languages/files.ts";
import { type FileUses, type KnownUse, knownUses } from "./inventory.ts";
import { type Pace, Slices } from "./slices.ts";

export interface SourceFile {
  readonly uri: string;
  /** As `FileUses.path`. */
  readonly path: string;
}

export interface ScanOptions extends Pace {
  /** @throws where the file cannot be read */
  readonly read: (file: SourceFile) => Thenable<Uint8Array>;
  /** Of the frameworks, as the project around the file asks for them. */
  readonly versionsOf: (file: SourceFile) => Promise<Versions>;
  /** Has something made by what a file's imports lead to, and again as long as more is known of that. */
  readonly withModules: <T>(file: SourceFile, make: (modules?: Modules) => T) => Promise<T>;
  /** After each file. */
  readonly found: (uses: FileUses) => void;
  /** A file that could not be read, and why. */
  readonly skipped: (file: SourceFile, reason: string) => void;
}

/** What is in a file, or why that cannot be had. */
type Content = Uint8Array | { readonly reason: string };

/** Files that are asked for before they are needed: they may be far away. */
const readAhead = 16;

/** @returns whether all files were read */
export async function scanFiles(files: readonly SourceFile[], options: ScanOptions): Promise<boolean> {
  const slices = new Slices(options);
  const decoder = new TextDecoder();
  const reading: Promise<Content>[] = [];
  for (let index = 0; index < files.length; index++) {
    while (reading.length < readAhead && index + reading.length < files.length) {
      reading.push(readSafely(options, files[index + reading.length]!));
    }
    const file = files[index]!;
    const content = await reading.shift()!;
    if (!(await slices.goOn())) return false;
    if (content instanceof Uint8Array) {
      const code = readableCode(file.path, decoder.decode(content));
      if (typeof code === "string") options.skipped(file, code);
      else options.found({ ...file, uses: await usesIn(file, code, options) });
    } else options.skipped(file, content.reason);
  }
  return true;
}

async function readSafely({ read }: ScanOptions, file: SourceFile): Promise<Content> {
  try {
    return await read(file);
  } catch (error) {
    return { reason: `it cannot be read (${error instanceof Error ? error.message : String(error)})` };
  }
}

/** A text longer than this is no code that a person wrote. */
const mostCharacters = 10_000_000;

function readableCode(path: string, text: string): Code | string {
  if (text.length > mostCharacters) return `it has more than ${mostCharacters / 1e6} million characters`;
  if (text.includes("\0")) return "it is not text";
  return codeOf(path, text);
}

async function usesIn(
  file: SourceFile,
  { language, cells }: Code,
  { versionsOf, withModules }: ScanOptions,
): Promise<KnownUse[]> {
  const texts = cells.map(({ source }) => source);
  const syntax = await language.load();
  const versions = await versionsOf(file);
  let analysis: Analysis | undefined;
  const read = (modules?: Modules) => (analysis = analyse(texts, syntax, analysis, versions, modules));
  const analysed = await (language.followsFiles ? withModules(file, read) : read());
  return knownUses(
    cells.map(({ index, source }, at) => ({
      index: index ?? undefined,
      text: source,
      uses: analysed.cells[at]!.uses,
    })),
  );
}
