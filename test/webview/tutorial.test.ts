/** The page that maps the tutorial to the lab: its links open what they are called, and no view is left out. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { labLink, readLabLink } from "../../src/extension/panel/lab-link.ts";
import { viewIds } from "../../src/webview/protocol.ts";
import { views } from "../../src/webview/views/index.ts";

const docs = path.resolve(import.meta.dirname, "../../docs");
const text = readFileSync(path.join(docs, "tutorial.md"), "utf8");
const links = [...text.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, label, target]) => ({
  label: label!,
  target: target!,
}));
const viewLinks = links
  .filter(({ target }) => target.startsWith("vscode:"))
  .map(({ label, target }) => {
    const { host, pathname, search } = new URL(target);
    const state = readLabLink({ authority: host, path: pathname, query: search.slice(1) });
    return { label, target, state };
  });
const titles = viewIds.map((id) => views[id].title());

describe("the page of the tutorial", () => {
  it("has the tutorial's sections, each with a view that shows it", () => {
    const sections = text.split(/^## /m).slice(1);
    assert.deepEqual(
      sections.map((section) => section.split("\n")[0]),
      [
        "What activation functions are for",
        "ReLU, sigmoid, tanh, leaky ReLU",
        "The effect of ReLU in CNNs",
        "Why linear layers are not enough",
        "Activations and backpropagation",
        "Dying ReLU",
        "Choosing an activation",
        "PReLU, ELU, SELU",
        "Activation flow in CNNs",
        "He initialisation",
        "Batch normalisation, before or after",
        "Common practice in short",
      ],
    );
    for (const section of sections) assert.match(section, /\]\(vscode:/, section.split("\n")[0]);
  });

  it("links to every view", () => {
    const linked = new Set(viewLinks.map(({ state }) => state?.view));
    assert.deepEqual([...linked].sort(), [...viewIds].sort());
  });

  it("opens by each link the view that it is called after, by the link that the lab itself would copy", () => {
    assert.ok(viewLinks.length > 15);
    for (const { label, target, state } of viewLinks) {
      assert.ok(state, label);
      assert.equal(labLink("vscode", state), target, `${label}: renew this link`);
      if (titles.includes(label)) assert.equal(views[state.view].title(), label);
    }
    const named = text.match(/\bLearn: [a-z ]+(?=\])/g) ?? [];
    for (const name of named) assert.ok(titles.includes(name), name);
  });

  it("links to pages that are there", () => {
    for (const { target } of links) {
      if (!target.includes(":")) assert.ok(existsSync(path.join(docs, target)), target);
    }
  });
});
