import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { bundleFile, messages, messagesIn } from "../../scripts/l10n-messages.ts";
import { countedUses } from "../../src/extension/counts.ts";
import { english, l10n, speakBy } from "../../src/extension/l10n.ts";

const root = path.resolve(import.meta.dirname, "../..");

describe("what extension, page and engine say", () => {
  const { bundle, wrong, untold } = messages(root);

  it("is listed for translators; `npm run l10n` renews the list", () => {
    assert.deepEqual(JSON.parse(readFileSync(path.join(root, bundleFile), "utf8")), bundle);
    const texts = Object.keys(bundle);
    for (const text of ["Saved {0}", "Reveal f′", "{0} has no parameter {1}.", "slope for x < 0"])
      assert.ok(texts.includes(text), text);
  });

  it("is a literal each, with a place for every argument, and waits for the translations", () => {
    assert.deepEqual(wrong, []);
  });

  it("is said by l10n.t or t, all sentences of it", () => {
    assert.deepEqual(untold, []);
  });

  it("would be found where it is not as it should be", () => {
    const calls = (source: string) => messagesIn("a.ts", source).wrong.length;
    assert.equal(calls('() => l10n.t("in {0} of {1}", a, b)'), 0);
    assert.equal(calls('() => vscode.l10n.t("whole")'), 0);
    assert.equal(calls("() => l10n.t(text)"), 1);
    assert.equal(calls("() => l10n.t(`in ${file}`)"), 1);
    assert.equal(calls('() => l10n.t("in {0}")'), 1);
    assert.equal(calls('() => l10n.t("in {1}", a)'), 1);
    assert.equal(calls('const text = l10n.t("too early")'), 1);
    assert.equal(calls('() => t("in {0}", file)'), 0);
    assert.equal(calls("() => t(text)"), 1);
    assert.equal(messagesIn("src/engine/math/a.ts", "() => t(x)").wrong.length, 0);
    const past = (source: string) => messagesIn("a.ts", source).untold.length;
    assert.equal(past('show("Nothing was found here.")'), 1);
    assert.equal(past("show(`${name} was not found`)"), 1);
    assert.equal(past('pick({ title: "What was found" })'), 1);
    assert.equal(past('defineCommand({ title: "Show what was found" })'), 0);
    assert.equal(past('log.error("That was not found", error)'), 0);
    assert.equal(past('throw new RangeError("this was not found")'), 0);
    assert.equal(past('h("p", { class: "note quiet" }, "Nothing was found")'), 1);
    assert.equal(past('() => l10n.t("{0} was found", inWords("nothing at all"))'), 1);
  });

  it("is English without an editor, and in its words with one", () => {
    assert.equal(l10n.t("Port {0}", "{0}"), "Port {0}");
    assert.equal(countedUses(1234), "1,234 uses");
    const german: Readonly<Record<string, string>> = { "{0} uses": "{0} Verwendungen" };
    try {
      speakBy({ t: (message, ...args) => (german[message] ?? message).replace("{0}", String(args[0])) });
      assert.equal(countedUses(3), "3 Verwendungen");
    } finally {
      speakBy(english);
    }
  });
});
