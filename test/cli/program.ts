/** The command line as it ships: bundled, and run as a program of its own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Program {
  readonly folder = mkdtempSync(path.join(tmpdir(), "activation-lens-cli-"));
  readonly file = path.join(this.folder, "cli.js");

  async build(): Promise<void> {
    await build({
      absWorkingDir: root,
      entryPoints: ["src/cli/main.ts"],
      outfile: this.file,
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      define: { activationLensVersion: '"1.2.3-test"' },
      logLevel: "error",
    });
  }

  run(
    args: readonly string[],
    { input = "", cwd = this.folder }: { input?: string | Uint8Array; cwd?: string } = {},
  ): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.file, ...args], { input, cwd });
    return { code: status, stdout: stdout.toString(), stderr: stderr.toString() };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
