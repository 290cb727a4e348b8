/** Standard input, output and error. */
import { Buffer } from "node:buffer";
import process from "node:process";

/** Writes to standard output; resolves when more can be written, so that a slow reader holds the program back. */
export async function write(text: string | Buffer): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
}

/** One line on standard error. */
export function warn(line: string): void {
  process.stderr.write(`activation-lens: ${line}\n`);
}

/** Standard input to its end. */
export async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A reader that goes away (`| head`) ends the program, without a word. */
export function leaveQuietlyWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  }
}
