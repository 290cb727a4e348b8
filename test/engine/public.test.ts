import assert from "node:assert/strict";
import path from "node:path";
import esbuild from "esbuild";
import { type FunctionId, functionById, functions } from "../../src/engine/public.ts";

const entry = path.resolve(import.meta.dirname, "../../src/engine/public.ts");

async function bundle(
  contents: string,
): Promise<esbuild.BuildResult & { outputFiles: esbuild.OutputFile[] }> {
  return esbuild.build({
    stdin: { contents, resolveDir: path.dirname(entry), loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
}

describe("the engine for other programs", () => {
  it("imports nothing from outside", async () => {
    const { metafile } = await bundle(`export * from ${JSON.stringify(entry)};`);
    for (const { imports } of Object.values(metafile!.outputs)) assert.deepEqual(imports, []);
    for (const input of Object.keys(metafile!.inputs)) assert.doesNotMatch(input, /node_modules/);
  });

  it("leaves nothing behind where nobody uses it, even once bundled", async () => {
    const once = await bundle(`export * from ${JSON.stringify(entry)};`);
    const unused = once.outputFiles[0]!.text.replace(/export \{[^}]*\};\s*$/, "");
    assert.ok(unused.length > 10_000);
    assert.equal((await bundle(unused)).outputFiles[0]!.text, "");
  });

  it("knows each function's own parameters and methods as types", () => {
    assert.equal(functionById("elu").value(-1, { alpha: 2 }), 2 * Math.expm1(-1));
    assert.deepEqual(functionById("softmax").value([0, 0]), [0.5, 0.5]);
    // @ts-expect-error ELU has no beta
    assert.throws(() => functionById("elu").value(-1, { beta: 2 }), RangeError);
    // @ts-expect-error GELU works entry by entry
    assert.equal(functionById("gelu").vjp, undefined);
    const anyId: string = "gelu";
    // @ts-expect-error may be undefined
    assert.equal(functionById(anyId).id, anyId);
    const ids: readonly FunctionId[] = functions.map(({ id }) => id);
    assert.equal(new Set(ids).size, functions.length);
  });
});
