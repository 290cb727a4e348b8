import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { commands } from "../../src/extension/commands/index.ts";
import {
  activationEvents,
  advisedLanguages,
  contributes,
  readLanguages,
} from "../../src/extension/manifest.ts";
import { withKeys } from "../../src/extension/manifest-texts.ts";
import { settings } from "../../src/extension/settings.ts";
import { views } from "../../src/extension/views/index.ts";
import { walkthrough } from "../../src/extension/walkthrough.ts";

const root = path.resolve(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  contributes: unknown;
  activationEvents: string[];
  readLanguages: string[];
  advisedLanguages: string[];
  icon: string;
};

describe("manifest", () => {
  const localisable = withKeys(JSON.parse(JSON.stringify(contributes())));

  it("equals the lists; `npm run manifest` renews it", () => {
    assert.deepEqual(manifest.contributes, localisable.manifest);
  });

  it("keeps its texts apart, where translations of them are put", () => {
    const texts: unknown = JSON.parse(readFileSync(path.join(root, "package.nls.json"), "utf8"));
    assert.deepEqual(texts, localisable.texts);
  });

  it("has no text that people read outside of them", () => {
    const texts = JSON.stringify(localisable.manifest).match(/"[^"]*"/g)!;
    const sentences = texts.filter((text) => /[a-z] [a-z]+ [a-z]/.test(text) && !/&&|\|\||==/.test(text));
    assert.deepEqual(sentences, []);
  });

  it("names each command after its file's subject, once", () => {
    const ids = commands.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
    assert.ok(commands.every(({ title }) => /^[A-Z]/.test(title)));
  });

  it("has defaults that its own readers accept", () => {
    for (const [key, setting] of Object.entries(settings)) {
      assert.equal((setting.read as (v: unknown) => unknown)(setting.default), setting.default, key);
      assert.equal(setting.read(Symbol("foreign")), undefined, key);
    }
  });

  it("starts with code in which frameworks are used, a restored lab or a link only, and reads the others once it runs", () => {
    assert.deepEqual(manifest.activationEvents, activationEvents());
    assert.deepEqual(manifest.readLanguages, readLanguages());
    assert.deepEqual(manifest.advisedLanguages, advisedLanguages());
    assert.deepEqual(manifest.advisedLanguages, ["python"]);
    const starting = ["python", "cpp", "cuda-cpp", "julia", "rust", "swift"].map((id) => `onLanguage:${id}`);
    assert.deepEqual(
      [...manifest.activationEvents].sort(),
      [...starting, "onUri", "onWebviewPanel:activationLens.lab"].sort(),
    );
  });

  it("has a page for each step of the walkthrough, and no other", () => {
    const pages = readdirSync(path.join(root, "media/walkthrough")).map(
      (name) => `media/walkthrough/${name}`,
    );
    assert.deepEqual(pages.sort(), walkthrough.steps.map(({ media }) => media.markdown).sort());
  });

  it("links from the walkthrough to commands that exist", () => {
    const own = [...commands.map(({ id }) => id), ...views.map(({ id }) => `${id}.focus`)];
    for (const { description } of walkthrough.steps) {
      const links = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id!);
      assert.ok(links.length > 0);
      for (const id of links) assert.ok(own.includes(id) || /^(workbench|editor)\.action\./.test(id), id);
    }
  });

  it("has an icon", () => {
    assert.ok(existsSync(path.join(root, manifest.icon)));
  });
});
