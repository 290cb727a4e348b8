/**
 * The lab's page in another language: every message is put in brackets, as a translation might do, and what is seen or spoken
 * without them is a name, a formula, code or a number.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { frameworks } from "../../src/engine/frameworks/index.ts";
import { functions } from "../../src/engine/functions/index.ts";
import { viewIds } from "../../src/webview/protocol.ts";
import { type LabInBrowser, showLab, startLabInBrowser, stubPage } from "./lab-stub.ts";

const bundle = path.resolve(import.meta.dirname, "../../l10n/bundle.l10n.json");
const english = JSON.parse(readFileSync(bundle, "utf8")) as Readonly<Record<string, string>>;
const texts = Object.fromEntries(Object.keys(english).map((message) => [message, `⟦${message}⟧`]));

const source = {
  place: "model.py:42",
  text: "nn.LeakyReLU(0.2)",
  framework: "PyTorch",
  functionId: "leaky_relu",
  given: { negative_slope: 0.2 },
  defaults: { negative_slope: 0.01 },
  unknown: ["negative_slope"],
  convolution: {
    text: "nn.Conv2d(3, 8, 3)",
    kernel: [3, 3],
    stride: [1, 1],
    dilation: [1, 1],
    padding: [0, 0],
    channels: [3, 8],
    isNormalised: true,
  },
};
const leaky = { functionId: "leaky_relu", params: { negative_slope: 0.2 }, source };
const states: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(viewIds.map((view) => [`the view ${view}`, { ...leaky, view }])),
  "a kink": { ...leaky, orders: [true, true, true], tangent: true },
  "a smooth function": { functionId: "gelu" },
  "a vector function": { functionId: "softmax" },
  "a vector function of its own lengths": { functionId: "maxout" },
  "a gated function": { functionId: "swiglu" },
  "a random function": { functionId: "rrelu" },
  "a parameter outside its domain": { functionId: "generalized_relu", params: { threshold: -1 } },
  "a prediction": { ...leaky, predict: { guesses: [] } },
  "a revealed prediction": { ...leaky, predict: { guesses: [0, 0.2, 1, 2, 1], isRevealed: true } },
  "a prediction that cannot be": { functionId: "softmax", predict: { guesses: [] } },
  "many functions": {
    view: "compare",
    compare: ["relu", "gelu", "silu", "elu", "swiglu", "selu", "tanh", "mish"].map((functionId) => ({
      functionId,
    })),
  },
  "all constraints": {
    view: "choose",
    answers: { constraints: ["quantised", "mobile", "unnormalised", "mixed-precision"] },
  },
  "an output layer": { view: "choose", answers: { layer: "output", task: "multiclass" } },
  "numbers that are none": { view: "transform", numbers: "none" },
  "a transform that cannot be": { view: "transform", functionId: "swiglu" },
  "all steps of a feature map": {
    ...leaky,
    view: "feature-map",
    featureMap: { normalisation: "after", pooling: "average", picture: "noise", bias: 1 },
  },
  "a kernel that lacks a weight": {
    view: "feature-map",
    featureMap: { kernel: { rows: 1, columns: 3, values: [1, null, 2] } },
  },
  "a stack that bends": { view: "collapse", functionId: "leaky_relu", collapse: { isActivated: true } },
  "a function that no layer takes": { view: "depth", functionId: "softmax" },
};

const moduleOf = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf(".")));

/** What is the same in every language, beside what stands in elements of code and the like. */
const names = [
  "Activation Lens",
  "model.py:42",
  "x if x >= 0 else 0.2*x",
  // Parts of frameworks, where these have their own defaults.
  ...new Set(frameworks.flatMap(({ spellings }) => spellings.map(({ name }) => moduleOf(name)))),
  ...frameworks.flatMap(({ id, name }) => [id, name]),
  ...functions.flatMap(({ name, params }) => [name, ...Object.keys(params)]),
  // A longer one may begin with a shorter one.
].sort((a, b) => b.length - a.length);

/** What stands in these is no sentence: code, formulas, names of sources and files. */
const plain =
  "code, pre, .spellings dt, math, cite, .origin, .code, .how, .formula-text, .flow-how, .links .quiet, script, [hidden] *";

/** Everything that is seen or spoken, every fold of it open. */
function saidOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (skipped) => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const said: string[] = [];
    for (const element of document.querySelectorAll("body *")) {
      if (element.closest(skipped)) continue;
      for (const name of ["aria-label", "title", "aria-valuetext", "aria-roledescription", "placeholder"])
        said.push(element.getAttribute(name) ?? "");
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent ?? "");
    }
    return said;
  }, plain);
}

/** A text without what is in brackets, and without names. */
function rest(text: string): string {
  const inner = text.replace(/⟦[^⟦⟧]*⟧/g, "");
  return inner === text ? names.reduce((left, name) => left.replaceAll(name, ""), text) : rest(inner);
}

describe("the lab's page in another language", function () {
  this.timeout(30_000);
  let lab: LabInBrowser;
  let page: Page;

  before(async function () {
    this.timeout(60_000);
    lab = await startLabInBrowser();
    ({ page } = lab);
  });

  after(() => lab.close());

  const open = (state: unknown) => showLab(lab, stubPage("dark", state, { language: "qps-ploc", texts }));

  for (const [name, state] of Object.entries(states)) {
    it(`says nothing past the translations: ${name}`, async () => {
      await open(state);
      const said = await saidOn(page);
      assert.ok(said.filter((text) => text.includes("⟦")).length > 20);
      const past = said.filter((text) => /\p{L}{3,}/u.test(rest(text)));
      assert.deepEqual([...new Set(past)], []);
    });
  }

  it("tells the browser its language, and finds nothing amiss in its start data", async () => {
    await open(leaky);
    assert.equal(await page.locator("html").getAttribute("lang"), "qps-ploc");
    await page.getByRole("tab", { name: "⟦Function⟧" }).waitFor();
    const violations = await page.evaluate(() =>
      (window as unknown as { stub: { posted: { type: string }[] } }).stub.posted.filter(
        ({ type }) => type === "violation",
      ),
    );
    assert.deepEqual(violations, []);
  });

  it("fits a narrow panel with longer texts, too", async () => {
    await page.setViewportSize({ width: 280, height: 700 });
    for (const state of Object.values(states)) {
      await open(state);
      const over = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      assert.equal(over, 0, JSON.stringify(state));
    }
  });
});
