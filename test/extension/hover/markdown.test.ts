import assert from "node:assert/strict";
import type { ThemeKind } from "../../../src/engine/curve/theme.ts";
import { functions } from "../../../src/engine/functions/index.ts";
import { describeUse } from "../../../src/extension/hover/content.ts";
import { commandLink, readHoverTarget } from "../../../src/extension/hover/links.ts";
import { type HoverLook, hoverMarkdown } from "../../../src/extension/hover/markdown.ts";
import { findUse } from "../find-use.ts";

const look: HoverLook = {
  theme: "dark",
  curve: true,
  details: true,
  typeset: `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="currentColor"/></svg>`,
  links: { lab: "command:a", compare: "command:d", transform: "command:b", details: "command:c" },
};
const leaky = () => describeUse(findUse("import torch.nn as nn\nnn.LeakyReLU|(0.2)"));

/** The pictures of a markdown text, decoded. */
function pictures(markdown: string): string[] {
  return [...markdown.matchAll(/data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)/g)].map((match) =>
    Buffer.from(match[1]!, "base64").toString("utf8"),
  );
}

describe("hover markdown", () => {
  it("says which version is taken for granted, behind the details", () => {
    const version = "Keras is read as Keras 3.";
    assert.match(hoverMarkdown(leaky(), { ...look, version }), /read as Keras 3/);
    assert.doesNotMatch(hoverMarkdown(leaky(), { ...look, version, details: false }), /read as Keras 3/);
  });

  it("draws the curve in each kind of theme in other colours", () => {
    const kinds: ThemeKind[] = ["light", "dark", "high-contrast", "high-contrast-light"];
    const drawn = kinds.map((theme) => pictures(hoverMarkdown(leaky(), { ...look, theme }))[0]);
    assert.ok(drawn.every((svg) => svg?.startsWith("<svg")));
    assert.equal(new Set(drawn).size, kinds.length);
  });

  it("recolours the typeset formula", () => {
    const formula = pictures(hoverMarkdown(leaky(), look)).at(-1);
    assert.ok(formula && !formula.includes("currentColor") && /fill="#/.test(formula));
  });

  it("leaves the curve out when asked to", () => {
    assert.equal(pictures(hoverMarkdown(leaky(), { ...look, curve: false })).length, 1);
  });

  it("stays well below the length at which VS Code cuts markdown, for every function", () => {
    for (const fn of functions) {
      const length = hoverMarkdown({ ...leaky(), fn, params: defaultsOf(fn) }, look).length;
      assert.ok(length < 60_000, `${fn.id}: ${length}`);
    }
  });

  it("shows the details, or a link to them", () => {
    const long = hoverMarkdown(leaky(), look);
    assert.match(long, /Strengths/);
    assert.doesNotMatch(long, /\[Details\]/);
    const short = hoverMarkdown(leaky(), { ...look, details: false });
    assert.match(short, /\[Details\]\(command:c /);
    assert.doesNotMatch(short, /Strengths/);
  });

  it("tells jumps from kinks", () => {
    const capped = describeUse(findUse("import keras\nkeras.layers.ReLU|(max_value=2.5, threshold=1)"));
    assert.ok(capped.values.includes("f jumps from 0 to 1 at 1 · f′ 0 left of 1, 1 right; Keras f′(1)=0"));
    assert.match(hoverMarkdown(capped, look), /f jumps, jump at 1, kink at 2\.5 \|/);
    assert.match(hoverMarkdown(capped, look), /\| Lipschitz constant \| none \|/);
    assert.match(hoverMarkdown(leaky(), look), /\| Lipschitz constant \| 1 \|/);
  });

  it("says where number formats make a function flat, behind the details", () => {
    const sigmoid = describeUse(findUse("import torch\ntorch.sigmoid|(x)"));
    const row = /\| in float16 \| f = 0 up to \\-17\.34 and 1 from 8\.32;/;
    assert.match(hoverMarkdown(sigmoid, look), row);
    assert.doesNotMatch(hoverMarkdown(sigmoid, { ...look, details: false }), /float16/);
    assert.doesNotMatch(hoverMarkdown(leaky(), look), /float16/);
  });

  it("links to the framework's own page", () => {
    const address = "https://docs.pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html";
    assert.ok(hoverMarkdown(leaky(), look).includes(`[Docs](${address})`));
  });

  it("cannot be given markup through its texts", () => {
    const remark = "<img src=x> [a](command:b) `c` **d**";
    const text = hoverMarkdown({ ...leaky(), remark }, look);
    assert.ok(!text.includes("<img"));
    assert.ok(!text.includes("[a](command:b)"));
  });
});

describe("hover links", () => {
  it("come back as they were sent", () => {
    const target = { uri: "file:///a%20b/x.py", offset: 12, view: "transform" } as const;
    const address = commandLink("activationLens.openLabFromHover", target);
    const [argument] = JSON.parse(decodeURIComponent(address.slice(address.indexOf("?") + 1))) as unknown[];
    assert.deepEqual(readHoverTarget(argument), target);
  });

  it("are refused when anything is wrong with them", () => {
    const wrong = [undefined, null, 1, "x", [], {}, { uri: 1, offset: 1 }, { uri: "a", offset: -1 }];
    for (const argument of [...wrong, { uri: "a", offset: 1.5 }, { uri: "a", offset: "1" }]) {
      assert.equal(readHoverTarget(argument), undefined);
    }
    assert.deepEqual(readHoverTarget({ uri: "a", offset: 1, view: "nope" }), { uri: "a", offset: 1 });
  });
});

function defaultsOf(fn: (typeof functions)[number]): Record<string, number> {
  return Object.fromEntries(Object.entries(fn.params).map(([name, p]) => [name, p.default ?? 0.25]));
}
