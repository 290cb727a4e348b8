import assert from "node:assert/strict";
import { contentSecurityPolicy, labPage } from "../../../src/extension/panel/html.ts";

describe("the lab's page", () => {
  const page = labPage({
    script: "https://host/webview.js",
    style: "https://host/webview.css",
    nonce: "n0nce",
  });

  it("allows nothing but its own script and style, by nonce", () => {
    const policy = contentSecurityPolicy("n0nce");
    assert.deepEqual(policy.split("; "), [
      "default-src 'none'",
      "script-src 'nonce-n0nce'",
      "style-src 'nonce-n0nce'",
      "img-src data: blob:",
      "worker-src blob:",
    ]);
    assert.ok(page.includes(policy));
  });

  it("carries the nonce on each script and style, and has no inline ones", () => {
    const elements = page.match(/<(script|link|style)\b[^>]*>/g) ?? [];
    assert.equal(elements.length, 2);
    assert.ok(elements.every((element) => element.includes('nonce="n0nce"')));
    assert.ok(!/\son\w+=|style="/.test(page));
  });

  it("is English, without data, where the editor is", () => {
    assert.ok(page.includes('<html lang="en">'));
    assert.ok(!page.includes("application/json"));
  });

  it("carries the editor's translations as data that no text ends, and its language", () => {
    const parts = { script: "a.js", style: "a.css", nonce: "n0nce" };
    const texts = { "Layer {0}": "</script><script>alert(1)</script>", Seed: "<!-- Keim" };
    const translated = labPage({ ...parts, translations: { language: "de", texts } });
    assert.ok(translated.includes('<html lang="de">'));
    const [, data = ""] =
      /<script type="application\/json" id="translations">([^<]*)<\/script>/.exec(translated) ?? [];
    assert.deepEqual(JSON.parse(data), texts);
    const odd = labPage({ ...parts, translations: { language: '"><script>', texts } });
    assert.ok(odd.includes('<html lang="en">'));
  });
});
