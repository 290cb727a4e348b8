import assert from "node:assert/strict";
import { fileBytes, fileName } from "../../../src/extension/panel/exported-file.ts";
import { type SavingEditor, saveFile } from "../../../src/extension/panel/save-file.ts";
import { type ExportedFile, readToExtension } from "../../../src/webview/protocol.ts";

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>on x = 2</title><path d="M0 0"/></svg>\n';
const file = (content: string, format: ExportedFile["format"] = "svg"): ExportedFile => {
  return { format, name: "Leaky ReLU: f, f′", content };
};

/** An editor whose person chooses `answer`; what was asked and written is kept. */
function editorWith(answer: string | undefined) {
  const asked: { defaultUri?: unknown; filters?: unknown }[] = [];
  const written: [unknown, string][] = [];
  const editor = {
    Uri: { joinPath: (base: { path: string }, name: string) => ({ path: `${base.path}/${name}` }) },
    window: {
      showSaveDialog: (options: object) => {
        asked.push(options);
        return Promise.resolve(answer === undefined ? undefined : { path: answer });
      },
    },
    workspace: {
      workspaceFolders: [{ uri: { path: "/models" } }],
      fs: {
        writeFile: ({ path }: { path: string }, bytes: Uint8Array) => {
          written.push([path, new TextDecoder().decode(bytes)]);
          return Promise.resolve();
        },
      },
    },
  } as unknown as SavingEditor;
  return { editor, asked, written };
}

describe("saving what the lab exports", () => {
  it("writes where the person says, and proposes a name in the workspace", async () => {
    const { editor, asked, written } = editorWith("/elsewhere/a.svg");
    assert.deepEqual(await saveFile(editor, file(svg)), { path: "/elsewhere/a.svg" });
    assert.deepEqual(asked, [
      {
        title: "Save as SVG picture",
        filters: { "SVG picture": ["svg"] },
        defaultUri: { path: "/models/leaky-relu-f-f.svg" },
      },
    ]);
    assert.deepEqual(written, [["/elsewhere/a.svg", svg]]);
  });

  it("writes nothing where the person thinks better of it", async () => {
    const { editor, written } = editorWith(undefined);
    assert.equal(await saveFile(editor, file(svg)), undefined);
    assert.deepEqual(written, []);
  });

  it("asks nothing for what is not what it says to be", async () => {
    const { editor, asked } = editorWith("/a");
    for (const content of [
      "",
      "no picture",
      svg.replace("<path", "<script>alert(1)</script><path"),
      svg.replace("<path", '<path onload="x"'),
      svg.replace("<path", "<path/onload='x'"),
      svg.replace("<path", '<image href="http://a"'),
      svg.replace("<path", '<path fill="url(http://a)"'),
      svg.replace("<path", '<path style="fill:url(a)"'),
      svg.replace("<title", "<!DOCTYPE a><title"),
      svg.replace("<title", "<?xml-stylesheet href='a'?><title"),
      svg.replace("<path", "<foreignObject/><path"),
    ]) {
      await assert.rejects(saveFile(editor, file(content)), /picture/, content);
    }
    for (const content of ["", "AAAA", "not base64!", btoa("GIF89a")]) {
      await assert.rejects(saveFile(editor, file(content, "png")), /no PNG/, content);
    }
    assert.deepEqual(asked, []);
  });

  it("makes a PNG's bytes of its base64", () => {
    const bytes = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255];
    assert.deepEqual([...fileBytes(file(btoa(String.fromCharCode(...bytes)), "png"))], bytes);
  });

  it("makes names of letters, digits and hyphens alone", () => {
    const named = (name: string) => fileName({ format: "latex", name, content: "" });
    assert.equal(named("../../etc/passwd\0"), "etc-passwd.tex");
    assert.equal(named("′″"), "activation.tex");
    assert.ok(named("x".repeat(500)).length <= 64);
  });

  it("takes no file of a wrong kind or size from the page", () => {
    const message = (given: unknown) => readToExtension({ type: "save-file", file: given });
    assert.deepEqual(message(file(svg)), { type: "save-file", file: file(svg) });
    for (const wrong of [
      undefined,
      { ...file(svg), format: "exe" },
      { ...file(svg), name: 7 },
      { ...file(svg), content: new Uint8Array(3) },
      { ...file(svg), content: "x".repeat(20_000_001) },
    ]) {
      assert.equal(message(wrong), undefined);
    }
  });
});
