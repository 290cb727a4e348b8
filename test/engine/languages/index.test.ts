import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { frameworks } from "../../../src/engine/frameworks/index.ts";
import { codeOf, extensions, isSource } from "../../../src/engine/languages/files.ts";
import { languageOfEditor, languageOfFile, languages } from "../../../src/engine/languages/index.ts";

const folder = path.resolve(import.meta.dirname, "../../../src/engine/languages");

describe("the list of languages", () => {
  it("has every file of its folder, named after its id", () => {
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
    assert.deepEqual(
      languages.map(({ id }) => id).sort(),
      files.filter((file) => !["define", "files", "index"].includes(file)).sort(),
    );
  });

  it("has every language whose frameworks are read", () => {
    const missing = frameworks.filter(({ language }) => !languages.some(({ id }) => id === language));
    assert.deepEqual(missing, []);
  });

  it("gives each file and each editor's language to one language only", () => {
    for (const language of languages) {
      for (const extension of language.extensions) {
        assert.match(extension, /^\.[a-z0-9]+$/);
        assert.equal(languageOfFile(`Folder/Model${extension.toUpperCase()}`), language);
      }
      for (const name of language.fileNames ?? []) assert.equal(languageOfFile(`Folder/${name}`), language);
      for (const id of language.editorIds) assert.equal(languageOfEditor(id), language);
    }
    assert.equal(new Set(extensions).size, extensions.length);
  });

  for (const language of languages) {
    it(`loads ${language.name}, which loses no text`, async () => {
      const syntax = await language.load();
      assert.equal(syntax.id, language.id);
      const text = "a = b(1)\n\nc = '('\n";
      assert.equal(
        syntax
          .chunksOf(text)
          .map(({ parsed }) => parsed.text)
          .join(""),
        text,
      );
    });
  }
});

describe("code in files", () => {
  const notebook = (language: string) =>
    JSON.stringify({
      metadata: { language_info: { name: language } },
      cells: [
        { cell_type: "markdown", source: "# a" },
        { cell_type: "code", source: ["x = 1\n", "y = 2"] },
      ],
    });
  const read = (name: string | undefined, text: string) => {
    const code = codeOf(name, text);
    return typeof code === "string" ? code : [code.language.id, ...code.cells.map(({ index }) => index)];
  };

  it("is all of a file, or the code cells of a notebook", () => {
    assert.deepEqual(read("a/b.py", "x"), ["python", null]);
    assert.deepEqual(read("N.IPYNB", notebook("python")), ["python", 1]);
    assert.equal(read("n.ipynb", notebook("R")), "its code is r, which is not read");
    assert.deepEqual(read("n.ipynb", notebook("julia")), ["julia", 1]);
    assert.equal(read("n.ipynb", "{"), "it is not a notebook in JSON");
    assert.match(String(read("notes.txt", "x")), /^only files whose names end in .*\.py.* are read$/);
  });

  it("without a name is a notebook if it can be read as one, else Python", () => {
    assert.deepEqual(read(undefined, notebook("python")), ["python", 1]);
    assert.deepEqual(read(undefined, "{1: 2}"), ["python", null]);
  });

  it("is told by the end of the name", () => {
    assert.ok(isSource("a/b.py") && isSource("b.ipynb"));
    assert.ok(!isSource("py") && !isSource("a.pyc"));
  });
});
