/** A text as chunks that are parsed on their own. */
import { type ParsedText, parse } from "./parser.ts";
import { chunkStarts } from "./python-chunks.ts";

export interface Chunk {
  /** Where it starts in the text. */
  readonly start: number;
  /** Its positions count from there. */
  readonly parsed: ParsedText;
}

/** @param previous chunks of an earlier version, or of other texts: a chunk that reads the same is not parsed again */
export function parseChunks(text: string, previous: KnownChunks = new KnownChunks([])): Chunk[] {
  const starts = chunkStarts(text);
  return starts.map((start, index) => {
    const own = text.slice(start, starts[index + 1]);
    return { start, parsed: previous.find(own) ?? parse(own, previous.nth(index)) };
  });
}

/** Chunks that were parsed before. */
export class KnownChunks {
  readonly #chunks: readonly Chunk[];
  readonly #byText = new Map<string, ParsedText>();

  constructor(chunks: readonly Chunk[]) {
    this.#chunks = chunks;
    for (const { parsed } of chunks) this.#byText.set(parsed.text, parsed);
  }

  find(text: string): ParsedText | undefined {
    return this.#byText.get(text);
  }

  /** What stood at this place: likely the earlier version of what stands there now. */
  nth(index: number): ParsedText | undefined {
    return this.#chunks[index]?.parsed;
  }
}
