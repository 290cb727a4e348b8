/** Reads files one after the other and tells the uses in each. Pure: how files are read comes in. */
import { analyse } from "../../engine/detect/analysis.ts";
import { type FileUses, knownUses } from "./inventory.ts";
import { type Pace, Slices } from "./slices.ts";
import { cellsOf } from "./sources.ts";

export interface SourceFile {
  readonly uri: string;
  /** As `FileUses.path`. */
  readonly path: string;
}

export interface ScanOptions extends Pace {
  /** @throws where the file cannot be read */
  readonly read: (file: SourceFile) => Thenable<Uint8Array>;
  /** After each file. */
  readonly found: (uses: FileUses) => void;
  /** A file that could not be read, and why. */
  readonly skipped: (file: SourceFile, reason: string) => void;
}

/** Files that are asked for before they are needed: they may be far away. */
const readAhead = 16;

/** @returns whether all files were read */
export async function scanFiles(files: readonly SourceFile[], options: ScanOptions): Promise<boolean> {
  const slices = new Slices(options);
  const decoder = new TextDecoder();
  const reading: Promise<Uint8Array | { readonly reason: string }>[] = [];
  for (let index = 0; index < files.length; index++) {
    while (reading.length < readAhead && index + reading.length < files.length) {
      reading.push(readSafely(options, files[index + reading.length]!));
    }
    const file = files[index]!;
    const content = await reading.shift()!;
    if (!(await slices.goOn())) return false;
    if (content instanceof Uint8Array) {
      const cells = cellsOf(file.path, decoder.decode(content));
      if (typeof cells === "string") options.skipped(file, cells);
      else options.found({ ...file, uses: usesIn(cells) });
    } else options.skipped(file, content.reason);
  }
  return true;
}

async function readSafely(options: ScanOptions, file: SourceFile): ReturnType<typeof content> {
  try {
    return await content(options, file);
  } catch (error) {
    return { reason: `it cannot be read (${error instanceof Error ? error.message : String(error)})` };
  }
}

async function content(
  { read }: ScanOptions,
  file: SourceFile,
): Promise<Uint8Array | { readonly reason: string }> {
  return read(file);
}

function usesIn(cells: Exclude<ReturnType<typeof cellsOf>, string>) {
  const { cells: analysed } = analyse(cells.map(({ text }) => text));
  return knownUses(cells.map(({ index, text }, at) => ({ index, text, uses: analysed[at]!.uses })));
}
