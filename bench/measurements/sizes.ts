/** What people download. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { packageExtension, root } from "../../scripts/setup/build.mjs";
import { type Line, type Measurement, sizeAtMost } from "../define.ts";

function gzipped(name: string, ...files: readonly string[]): Line {
  const bytes = files.map((file) => gzipSync(readFileSync(path.join(root, "dist", file))).length);
  return { name: `${name}, gzip`, kilobytes: bytes.reduce((sum, size) => sum + size) / 1000 };
}

export const sizes: Measurement = {
  id: "sizes",
  async *run() {
    const vsix = statSync(await packageExtension()).size / 1000;
    yield {
      title: "Sizes",
      lines: [
        sizeAtMost(350, gzipped("extension.js and features.js", "extension.js", "features.js")),
        sizeAtMost(350, gzipped("extension.web.js", "extension.web.js")),
        sizeAtMost(180, gzipped("webview.js and .css", "webview.js", "webview.css")),
        gzipped("cli.js", "cli.js"),
        gzipped("engine.mjs", "engine.mjs"),
        sizeAtMost(1500, { name: "the .vsix", kilobytes: vsix }),
      ],
    };
  },
};
