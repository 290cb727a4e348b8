import assert from "node:assert/strict";
import { type PictureEditor, choosePicture } from "../../../src/extension/panel/choose-picture.ts";

interface Asked {
  labels: readonly string[];
  dialogs: number;
  reads: number;
}

/** An editor with these pictures in its workspace, whose person takes `row`, and in the dialog `file`. */
function editorWith(pictures: readonly string[], row: string | undefined, file?: string, size = 3) {
  const asked: Asked = { labels: [], dialogs: 0, reads: 0 };
  const editor = {
    window: {
      showQuickPick: (items: { label: string }[]) => {
        asked.labels = items.map(({ label }) => label);
        return Promise.resolve(items.find(({ label }) => label === row));
      },
      showOpenDialog: () => {
        asked.dialogs++;
        return Promise.resolve(file === undefined ? undefined : [{ path: file }]);
      },
    },
    workspace: {
      findFiles: () => Promise.resolve(pictures.map((path) => ({ path }))),
      asRelativePath: ({ path }: { path: string }) => path.replace("/project/", ""),
      fs: {
        stat: () => Promise.resolve({ size }),
        readFile: () => {
          asked.reads++;
          return Promise.resolve(Uint8Array.of(1, 2, 3));
        },
      },
    },
  } as unknown as PictureEditor;
  return { editor, asked };
}

const other = "$(folder-opened) Another File…";

describe("choosing a picture for the lab", () => {
  it("lists the workspace's, and reads the one that is taken", async () => {
    const { editor, asked } = editorWith(["/project/b/cat.png", "/project/a.jpg"], "b/cat.png");
    assert.deepEqual(await choosePicture(editor), { name: "cat.png", bytes: Uint8Array.of(1, 2, 3) });
    assert.deepEqual(asked, { labels: ["a.jpg", "b/cat.png", other], dialogs: 0, reads: 1 });
  });

  it("asks for any other file, at once where the workspace has none", async () => {
    const some = editorWith(["/project/a.jpg"], other, "/elsewhere/dog.png");
    assert.equal((await choosePicture(some.editor))?.name, "dog.png");
    const none = editorWith([], undefined, "/elsewhere/dog.png");
    assert.equal((await choosePicture(none.editor))?.name, "dog.png");
    assert.deepEqual([none.asked.labels, none.asked.dialogs], [[], 1]);
  });

  it("reads nothing where the person thought better of it", async () => {
    const left = editorWith(["/project/a.jpg"], undefined);
    assert.equal(await choosePicture(left.editor), undefined);
    const closed = editorWith(["/project/a.jpg"], other);
    assert.equal(await choosePicture(closed.editor), undefined);
    assert.deepEqual([left.asked.reads, closed.asked.reads], [0, 0]);
  });

  it("says how large a file is that it does not read", async () => {
    const { editor, asked } = editorWith(["/project/a.jpg"], "a.jpg", undefined, 30 * 2 ** 20);
    await assert.rejects(choosePicture(editor), /^Error: a\.jpg has 30\.0 MB: at most 8\.0 MB are read\./);
    assert.equal(asked.reads, 0);
  });
});
