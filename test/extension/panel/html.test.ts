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
});
