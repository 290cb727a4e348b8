/** The lab's page in a real browser, under its own policy, with a stub in VS Code's place: what a person sees and does. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { fileBytes } from "../../src/extension/panel/exported-file.ts";
import { labLink, readLabLink } from "../../src/extension/panel/lab-link.ts";
import {
  type ExportedFile,
  type LabState,
  exportFormats,
  readToExtension,
  viewIds,
} from "../../src/webview/protocol.ts";
import { type LabInBrowser, showLab, startLabInBrowser, stubPage } from "./lab-stub.ts";
import { type ThemeName, themes } from "./themes.ts";
import { contrast, readColour } from "../../src/webview/charts/contrast.ts";

const axe = readFileSync(path.resolve(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
const source = {
  place: "model.py:42",
  text: "nn.LeakyReLU(0.2)",
  framework: "PyTorch",
  functionId: "leaky_relu",
  given: { negative_slope: 0.2 },
  defaults: { negative_slope: 0.01 },
  unknown: [],
  call: {
    text: "nn.LeakyReLU(0.2)",
    places: [
      {
        parameter: "negative_slope",
        name: "negative_slope",
        written: { start: 13, end: 16 },
        infinite: null,
        addition: null,
      },
    ],
    points: [],
    hasPoint: false,
  },
};
const leaky = { functionId: "leaky_relu", params: { negative_slope: 0.2 }, source };
const compared = {
  ...leaky,
  view: "compare",
  compare: [
    { functionId: "leaky_relu", params: { negative_slope: 0.2 } },
    ...["relu", "gelu", "gelu_tanh", "silu", "elu", "swiglu"].map((functionId) => ({ functionId })),
  ],
  comparePair: [2, 3],
};
const everyStep = { normalisation: "after", pooling: "average", picture: "noise", isShared: false };
const broken = { rows: 1, columns: 3, values: [1, null, 2] };
const size = { width: 700, height: 900 };

let lab: LabInBrowser;
let page: Page;

before(async function () {
  this.timeout(60_000);
  lab = await startLabInBrowser();
  ({ page } = lab);
});

after(() => lab.close());

/** Opens the page as VS Code would after a reload that kept this state. */
async function open(state?: unknown, theme: ThemeName = "dark", viewport = size): Promise<void> {
  await page.setViewportSize(viewport);
  await showLab(lab, stubPage(theme, state));
}

function posted(): Promise<readonly { readonly type: string }[]> {
  return page.evaluate(() => (window as unknown as { stub: { posted: { type: string }[] } }).stub.posted);
}

async function saved(): Promise<Readonly<Record<string, unknown>>> {
  const state = await page.evaluate(() => (window as unknown as { stub: { saved: unknown } }).stub.saved);
  return (state ?? {}) as Record<string, unknown>;
}

/** Sends a message as the extension does. */
async function receive(message: unknown): Promise<void> {
  await page.evaluate((data) => {
    window.postMessage(data, "*");
  }, message);
}

const chart = () => page.getByRole("application");
const readOut = () => page.locator(".read-out");

async function eventually(check: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!(await check())) {
    if (Date.now() > deadline) assert.fail(`not within 5 s: ${what}`);
    await page.waitForTimeout(20);
  }
}

/** How many pixels of the chart are near a colour. */
function pixelsOf(variable: string): Promise<number> {
  return page.evaluate((name) => {
    const canvas = document.querySelector("canvas")!;
    const wanted = getComputedStyle(document.body).getPropertyValue(name).match(/\d+/g)!.map(Number);
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const distance = wanted.reduce((sum, channel, k) => sum + Math.abs(channel - data[i + k]!), 0);
      if (distance < 24 && data[i + 3]! > 200) count++;
    }
    return count;
  }, variable);
}

const picture = () => page.evaluate(() => document.querySelector("canvas")!.toDataURL());

describe("the lab's page", function () {
  this.timeout(30_000);

  describe("accessibility", () => {
    const states = {
      "the function view": leaky,
      "a parameter that could be applied": { ...leaky, params: { negative_slope: 0.15 } },
      "a parameter outside its domain": { functionId: "generalized_relu", params: { threshold: -1 } },
      "a prediction": { ...leaky, predict: { guesses: [] } },
      "a revealed prediction": { ...leaky, predict: { guesses: [0, 0, 1, 1, 1], isRevealed: true } },
      "a prediction that cannot be": { functionId: "softmax", predict: { guesses: [] } },
      "a presentation": { ...leaky, present: true },
      "a vector function": { functionId: "softmax", inputs: [1, 0, 0] },
      "the compare view": compared,
      "the feature map": { view: "feature-map" },
      "the feature map with all its steps": { ...leaky, view: "feature-map", featureMap: everyStep },
      "a feature map with a weight that is no number": {
        view: "feature-map",
        featureMap: { kernel: broken },
      },
      "the depth view": { functionId: "sigmoid", view: "depth" },
      "the collapse view": { view: "collapse" },
      "the collapse view, bent": {
        view: "collapse",
        functionId: "leaky_relu",
        collapse: { isActivated: true },
      },
      "the training view": { view: "training", functionId: "leaky_relu" },
      "a function without a depth profile": { functionId: "softmax", view: "depth" },
      "the choose view": { ...leaky, view: "choose", answers: { constraints: ["quantised", "mobile"] } },
      "the transform view": { ...leaky, view: "transform" },
      "the transform view with bad numbers": { view: "transform", numbers: "none" },
    };
    for (const theme of Object.keys(themes) as ThemeName[]) {
      for (const [name, state] of Object.entries(states)) {
        it(`axe finds nothing in ${name}, ${theme}`, async () => {
          await open(state, theme);
          for (const summary of await page.locator("summary:visible").all()) {
            if (!(await summary.evaluate((node) => (node.parentElement as HTMLDetailsElement).open)))
              await summary.click();
          }
          await page.evaluate(axe);
          const violations = await page.evaluate(async () => {
            const { axe: run } = window as unknown as {
              axe: {
                run(): Promise<{
                  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
                }>;
              };
            };
            const result = await run.run();
            return result.violations.map(({ id, nodes }) => [
              id,
              ...nodes.map((n) => `${n.html}: ${n.failureSummary}`),
            ]);
          });
          assert.deepEqual(violations, []);
        });
      }
    }

    it("has no target lower or narrower than 24 px", async () => {
      for (const state of [
        leaky,
        { functionId: "softmax" },
        compared,
        { ...leaky, view: "transform" },
        { view: "choose" },
        { view: "feature-map" },
        { view: "depth" },
        { view: "collapse" },
        { view: "training" },
        { ...leaky, predict: { guesses: [] } },
      ]) {
        await open(state);
        const small = await page.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement>(
              "button, select, textarea, summary, label.check-box, input:not([type=checkbox])",
            ),
          ]
            .filter((node) => node.checkVisibility())
            .map((node) => ({ html: node.outerHTML, box: node.getBoundingClientRect() }))
            .filter(({ box }) => box.width < 24 || box.height < 24)
            .map(({ html, box }) => `${html} ${box.width}×${box.height}`),
        );
        assert.deepEqual(small, []);
      }
    });

    it("names the chart, says what it shows, and passes arrow keys on", async () => {
      await open(leaky);
      assert.equal(await chart().getAttribute("aria-label"), "Leaky ReLU: f, f′");
      const described = await chart().getAttribute("aria-describedby");
      const summary = await page.locator(`[id="${described!}"]`).textContent();
      assert.match(summary!, /f: starts at -0\.8, ends at 4.*Kink at 0/);
    });

    it("speaks the read-out once the cursor has rested for 300 ms, not before", async () => {
      await open(leaky);
      const live = page.locator(".figure [aria-live=polite]");
      await chart().focus();
      const times = await page.evaluate(async () => {
        const node = document.querySelector(".figure [aria-live=polite]")!;
        const area = document.querySelector(".chart")!;
        const spoken: number[] = [];
        new MutationObserver(() => spoken.push(performance.now())).observe(node, { childList: true });
        let last = 0;
        for (let i = 0; i < 5; i++) {
          area.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }));
          last = performance.now();
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
        return spoken.map((time) => time - last);
      });
      assert.equal(times.length, 1);
      assert.ok(times[0]! >= 299, `${times[0]!} ms`);
      assert.equal(await live.textContent(), "x = 1.5, f(x) = 1.5, f′(x) = 1");
    });

    /** What says something by its shape alone, and on what it lies: paper, or what another element has. */
    const marks: readonly {
      readonly state: object;
      readonly mark: string;
      readonly property: string;
      readonly pseudo?: string;
      readonly on?: readonly [selector: string, property: string];
    }[] = [
      { state: { view: "feature-map" }, mark: ".histogram-bars", property: "fill" },
      { state: { view: "feature-map" }, mark: ".histogram-before", property: "stroke" },
      {
        state: { view: "feature-map" },
        mark: ".histogram-before",
        property: "stroke",
        on: [".histogram-bars", "fill"],
      },
      {
        state: { view: "feature-map" },
        mark: ".histogram-zeros",
        property: "stroke",
        on: [".histogram-bars", "fill"],
      },
      {
        state: { view: "feature-map" },
        mark: ".outline",
        property: "stroke",
        on: [".outline-edge", "stroke"],
      },
      { state: { view: "feature-map" }, mark: ".flow-step", property: "color", pseudo: "::after" },
      { state: { view: "feature-map" }, mark: ".links li", property: "color", pseudo: "::after" },
      { state: { view: "feature-map" }, mark: ".one-sign", property: "color" },
      { state: { view: "training" }, mark: ".points circle", property: "stroke" },
      { state: { view: "training" }, mark: ".points rect", property: "fill" },
      { state: { ...leaky, view: "transform" }, mark: ".bar-before", property: "background-color" },
      { state: { ...leaky, view: "transform" }, mark: ".bar-after", property: "background-color" },
      { state: { ...leaky, view: "transform" }, mark: ".bar-zero", property: "background-color" },
      {
        state: { ...leaky, view: "transform" },
        mark: ".bar-zero",
        property: "background-color",
        on: [".bar-before", "background-color"],
      },
      ...([0, 1, 2] as const).map((order) => ({
        state: leaky,
        mark: `.sample.line-${order}`,
        property: "border-top-color",
      })),
      ...Array.from({ length: 7 }, (_, i) => ({
        state: compared,
        mark: `.series-sample.series-${i}`,
        property: "stroke",
      })),
      { state: leaky, mark: ".slider-mark", property: "color" },
      {
        state: { ...leaky, present: true },
        mark: "[aria-pressed=true].button",
        property: "border-top-color",
      },
      { state: leaky, mark: "[role=tab][aria-selected=true]", property: "border-bottom-color" },
    ];
    /** Tracks and thumbs of sliders are no elements that a script reaches: their colours are variables. */
    const variables = ["--bar", "--accent"];

    for (const theme of Object.keys(themes) as ThemeName[]) {
      it(`every mark that says something stands out 3:1, ${theme}`, async () => {
        const faint: string[] = [];
        let shown: object | undefined;
        for (const { state, mark, property, pseudo, on } of marks) {
          if (state !== shown && JSON.stringify(state) !== JSON.stringify(shown)) await open(state, theme);
          shown = state;
          await page.locator(mark).first().waitFor({ state: "attached" });
          const [colour, below] = await page.evaluate(
            ([first, name, element, under]) => [
              getComputedStyle(document.querySelector(first)!, element || null).getPropertyValue(name),
              under
                ? getComputedStyle(document.querySelector(under[0])!).getPropertyValue(under[1])
                : getComputedStyle(document.body).backgroundColor,
            ],
            [mark, property, pseudo ?? "", on] as const,
          );
          const ratio = contrast(readColour(colour)!, readColour(below)!);
          if (ratio < 3) faint.push(`${mark} ${property} on ${on?.[0] ?? "paper"}: ${ratio.toFixed(2)}`);
        }
        for (const name of variables) {
          const [colour, paper] = await page.evaluate((variable) => {
            const probe = document.createElement("i");
            probe.style.color = `var(${variable})`;
            document.body.append(probe);
            return [getComputedStyle(probe).color, getComputedStyle(document.body).backgroundColor];
          }, name);
          const ratio = contrast(readColour(colour)!, readColour(paper)!);
          if (ratio < 3) faint.push(`${name}: ${ratio.toFixed(2)}`);
        }
        assert.deepEqual(faint, []);
      });
    }

    it("tells the curves apart without colour, and shows how", async () => {
      await open({ ...leaky, orders: [true, true, true] });
      const styles = await page
        .locator(".sample")
        .evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).borderTopStyle));
      assert.deepEqual(styles, ["solid", "dashed", "dotted"]);
    });
  });

  describe("without a mouse", () => {
    it("moves the cursor along the curve and stays at its ends", async () => {
      await open(leaky);
      await chart().focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowLeft");
      await eventually(async () => /x-4/.test((await readOut().textContent()) ?? ""), "x = -4");
      assert.match((await readOut().textContent())!, /f\(x\)-0\.8.*f′\(x\)0\.2/);
      await page.keyboard.press("Shift+ArrowRight");
      await eventually(async () => /x-3/.test((await readOut().textContent()) ?? ""), "x = -3");
    });

    it("changes tabs with the arrows and keeps one stop for Tab", async () => {
      await open(leaky);
      await page.getByRole("tab", { name: "Function" }).focus();
      await page.keyboard.press("ArrowRight");
      await page.getByRole("tab", { name: "Compare", selected: true }).waitFor();
      await page.keyboard.press("ArrowRight");
      await page.getByRole("tab", { name: "Transform", selected: true }).waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Transform");
      assert.equal(await page.locator("[role=tab][tabindex='0']").count(), 1);
      assert.ok(await page.getByRole("tabpanel", { name: "Transform" }).isVisible());
    });

    for (const [name, state] of Object.entries({
      "the function view": leaky,
      "the compare view": compared,
      "the feature map": { view: "feature-map" },
      "the depth view": { functionId: "sigmoid", view: "depth" },
      "a prediction": { ...leaky, predict: { guesses: [] } },
      "a presentation": { ...leaky, present: true },
    }))
      it(`reaches every control of ${name} by Tab alone, each with a visible focus`, async () => {
        await open(state);
        const wanted = await page.evaluate(
          () =>
            [
              ...document.querySelectorAll<HTMLElement>(
                "button, select, input, textarea, summary, a[href], [tabindex='0']",
              ),
            ].filter((node) => node.checkVisibility() && node.tabIndex >= 0).length,
        );
        const seen = new Set<string>();
        for (let i = 0; i < wanted; i++) {
          await page.keyboard.press("Tab");
          const focused = await page.evaluate(() => {
            const node = document.activeElement as HTMLElement;
            const all = [...document.querySelectorAll("*")];
            return {
              index: String(all.indexOf(node)),
              outline: getComputedStyle(node).outlineStyle,
              html: node.outerHTML,
            };
          });
          assert.notEqual(focused.outline, "none", focused.html);
          seen.add(focused.index);
        }
        assert.equal(seen.size, wanted);
      });

    it("moves a slider, whose value is spoken, and draws the change", async () => {
      await open(leaky);
      const slider = page.getByRole("slider", { name: "negative_slope" });
      assert.equal(await slider.getAttribute("aria-valuetext"), "0.2, in code");
      const before = await picture();
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await eventually(async () => (await slider.getAttribute("aria-valuetext")) === "0.21", "0.21");
      assert.notEqual(await picture(), before);
      assert.match(await page.locator(".formula-text").first().innerText(), /0\.21\*x/);
    });
  });

  describe("the function view", () => {
    it("marks default and given value, and goes back to either", async () => {
      await open({ ...leaky, params: { negative_slope: 0.15 } });
      const box = page.getByRole("textbox", { name: "negative_slope, as a number" });
      await page.getByRole("button", { name: "PyTorch default 0.01" }).click();
      await eventually(async () => (await box.inputValue()) === "0.01", "the default");
      await page.getByRole("button", { name: "in code 0.2" }).click();
      await eventually(async () => (await box.inputValue()) === "0.2", "the given value");
      const places = await page
        .locator(".slider-mark")
        .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().x));
      assert.ok(places[0]! < places[1]!);
    });

    it("takes a number and says what is none", async () => {
      await open(leaky);
      const box = page.getByRole("textbox", { name: "negative_slope, as a number" });
      await box.fill("0.35");
      await eventually(
        async () => /0\.35\*x/.test(await page.locator(".formula-text").first().innerText()),
        "0.35",
      );
      await box.fill("a lot");
      await box.press("Enter");
      assert.equal(await box.getAttribute("aria-invalid"), "true");
      await page.getByText("“a lot” is no number").waitFor();
      assert.match(await page.locator(".formula-text").first().innerText(), /0\.35\*x/);
      await box.press("Escape");
      assert.equal(await box.inputValue(), "0.35");
    });

    it("shows what Apply would write, and asks for the numbers alone", async () => {
      await open(leaky);
      const apply = page.getByRole("region", { name: "Apply to the code" });
      assert.ok(!(await apply.isVisible()));
      await page.getByRole("textbox", { name: "negative_slope, as a number" }).fill("0.15");
      await apply.waitFor();
      assert.match(await apply.innerText(), /nn\.LeakyReLU\(0\.2\)\s*→\s*nn\.LeakyReLU\(0\.15\)/);
      await page.getByRole("button", { name: "Apply negative_slope=0.15 to model.py:42" }).click();
      assert.deepEqual(
        (await posted()).filter(({ type }) => type === "apply-parameters"),
        [{ type: "apply-parameters", functionId: "leaky_relu", params: { negative_slope: 0.15 } }],
      );
    });

    it("says when a parameter is outside its domain, and claims nothing then", async () => {
      await open({ functionId: "generalized_relu", params: { threshold: -1 } });
      assert.match(await page.locator(".chart-problem").innerText(), /^threshold=-1 is outside its domain/);
      assert.match(await page.locator(".facts").innerText(), /Not stated/);
    });

    it("reads the curve where the mouse is", async () => {
      await open({ functionId: "relu" });
      const box = (await page.locator("canvas").boundingBox())!;
      await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
      await eventually(async () => /^x-/.test((await readOut().textContent()) ?? ""), "a negative x");
      assert.match((await readOut().textContent())!, /f\(x\)0f′\(x\)0$/);
    });

    it("shows the orders that are on", async () => {
      await open({ functionId: "gelu" });
      assert.equal(await pixelsOf("--line-2"), 0);
      await page.getByRole("checkbox", { name: "f″" }).check();
      await eventually(async () => (await pixelsOf("--line-2")) > 50, "f″ on the chart");
      await page.getByRole("checkbox", { name: "f", exact: true }).uncheck();
      await eventually(async () => (await pixelsOf("--line-0")) === 0, "f off the chart");
    });

    it("zooms about the cursor, takes an interval, and fits again", async () => {
      await open({ functionId: "relu", cursor: 2 });
      const [from, to] = [
        page.getByRole("textbox", { name: "x from" }),
        page.getByRole("textbox", { name: "x to" }),
      ];
      await page.getByRole("button", { name: "Zoom in" }).click();
      await eventually(
        async () => (await from.inputValue()) === "-1" && (await to.inputValue()) === "3",
        "-1 to 3",
      );
      await from.fill("5");
      await from.press("Enter");
      await page.getByText("must be a number below 3").waitFor();
      await page.getByRole("button", { name: "Fit interval" }).click();
      await eventually(
        async () => (await from.inputValue()) === "-4" && (await to.inputValue()) === "4",
        "-4 to 4",
      );
    });

    it("has the same numbers in its table", async () => {
      await open(leaky);
      await page.getByText("Table of values").click();
      await page.getByRole("rowheader", { name: "4", exact: true }).waitFor();
      const table = page.getByRole("table", { name: "Leaky ReLU and its derivatives" });
      const rows = await table.getByRole("row").allInnerTexts();
      assert.deepEqual(rows[0]!.split("\t"), ["x", "f(x)", "f′(x)", "f″(x)"]);
      assert.deepEqual(rows[1]!.split("\t"), ["-4", "-0.8", "0.2", "0"]);
      assert.deepEqual(rows.at(-1)!.split("\t"), ["4", "4", "1", "0"]);
    });

    it("shows a vector function's inputs, outputs and Jacobian", async () => {
      await open({ functionId: "softmax", inputs: [0, 0] });
      assert.deepEqual(await page.locator(".input-row > .number").allInnerTexts(), ["y₁ = 0.5", "y₂ = 0.5"]);
      await page.getByText("Jacobian", { exact: true }).click();
      await page.getByRole("rowheader", { name: "y₂" }).waitFor();
      const rows = await page.getByRole("table").getByRole("row").allInnerTexts();
      assert.deepEqual(
        rows.slice(1).map((row) => row.split("\t")),
        [
          ["y₁", "0.25", "-0.25"],
          ["y₂", "-0.25", "0.25"],
        ],
      );
      await page.getByRole("slider", { name: "x₁" }).fill("2");
      await eventually(async () => /x₁2y₁\(x₁\)0\.8808/.test((await readOut().textContent()) ?? ""), "σ(2)");
    });

    it("lists how frameworks write it, the code's own first, and copies a name", async () => {
      await open({ ...leaky, source: { ...source, framework: "JAX" } });
      await page.getByText("In the frameworks").click();
      const list = page.locator(".spellings");
      assert.equal(await list.locator("dt").first().innerText(), "JAX");
      assert.match(await list.innerText(), /torch\.nn\.LeakyReLU\s+negative_slope=0\.01/);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.getByRole("button", { name: "Copy keras.layers.LeakyReLU", exact: true }).click();
      await list.getByText("Copied").waitFor();
      await page.context().clearPermissions();
      await page.getByRole("combobox", { name: "Function" }).selectOption({ label: "Softmax" });
      await list.getByText("torch.nn.Softmax", { exact: true }).waitFor();
      assert.equal(await list.getByText("Copied").count(), 0);
    });

    it("picks another function, and comes back to the code's parameters", async () => {
      await open({ ...leaky, params: { negative_slope: 0.9 } });
      const picker = page.getByRole("combobox", { name: "Function" });
      await picker.selectOption({ label: "ELU" });
      await page.getByRole("slider", { name: "alpha" }).waitFor();
      await picker.selectOption({ label: "Leaky ReLU" });
      await page.getByRole("button", { name: "in code 0.2" }).waitFor();
      assert.equal(await page.getByRole("slider", { name: "negative_slope" }).inputValue(), "0.2");
    });
  });

  describe("the compare view", () => {
    const difference = () => page.locator(".difference > [role=status]");

    it("takes an interval for curves and difference, and fits again", async () => {
      await open(compared);
      const tab = page.getByRole("tabpanel", { name: "Compare" });
      await tab.getByRole("textbox", { name: "x from" }).fill("-1");
      await tab.getByRole("textbox", { name: "x to" }).fill("1");
      await tab.getByRole("status").filter({ hasText: "Largest difference on -1 to 1" }).waitFor();
      await tab.getByRole("button", { name: "Fit interval" }).click();
      await tab.getByRole("status").filter({ hasText: "Largest difference on -4 to 4" }).waitFor();
    });

    it("says how far the two GELUs are apart, and where", async () => {
      await open(compared);
      assert.match(await difference().innerText(), /-0\.0004732 at x = -2\.699 and at 2\.699/);
      await page.getByRole("combobox", { name: "Show" }).selectOption("f′");
      await eventually(async () => !/0\.0004732/.test(await difference().innerText()), "f′ instead");
      assert.match(await difference().innerText(), /^Largest difference on -4 to 4/);
    });

    it("takes functions out and in by keyboard, and comes back with them", async () => {
      await open({ ...compared, compare: compared.compare.slice(0, 2), comparePair: [0, 1] });
      await page.getByRole("button", { name: "Remove ReLU" }).focus();
      await page.keyboard.press("Enter");
      const names = page.getByRole("list", { name: "Compared functions" }).getByRole("listitem");
      await eventually(async () => (await names.count()) === 1, "one is left");
      await page.getByRole("combobox", { name: "Add" }).selectOption({ label: "Mish" });
      await page.getByRole("button", { name: "Add this function" }).click();
      await eventually(async () => JSON.stringify((await saved())["compare"]).includes("mish"), "saved");
      await open(await saved());
      assert.deepEqual(
        (await names.allInnerTexts()).map((text) => text.split("\n")[0]!.trim()),
        ["Leaky ReLU 0.2", "Mish"],
      );
    });

    it("moves both charts' cursor with the arrow keys, and reads every function there", async () => {
      await open(compared);
      await chart().first().focus();
      await page.keyboard.press("Home");
      await eventually(async () => /ReLU\(x\)/.test(await readOut().first().innerText()), "a read-out");
      assert.equal((await readOut().first().innerText()).match(/\(x\)/g)?.length, 7);
    });

    it("shows where frameworks differ in the function, and facts side by side", async () => {
      await open(compared);
      const table = page.getByRole("table", { name: "Called with nothing but its input" });
      assert.match(
        await table.innerText(),
        /negative_slope 0\.01[\s\S]*negative_slope 0\.2[\s\S]*negative_slope 0\.3/,
      );
      const facts = page.getByRole("table", { name: "Facts side by side" });
      assert.equal(await facts.getByRole("columnheader").count(), 7);
    });
  });

  describe("the transform view", () => {
    it("takes the worked example through ReLU, number by number", async () => {
      await open({ view: "transform" });
      assert.equal(await page.getByRole("textbox", { name: "Result" }).inputValue(), "[0, 0.5, 0, 1.2]");
      const rows = await page.getByRole("table", { name: "Step by step" }).getByRole("row").allInnerTexts();
      assert.deepEqual(
        rows.slice(1).map((row) => row.split(/\s*\t\s*/).filter(Boolean)),
        [
          ["-2.0", "max(0, -2)", "0"],
          ["0.5", "max(0, 0.5)", "0.5"],
          ["-0.3", "max(0, -0.3)", "0"],
          ["1.2", "max(0, 1.2)", "1.2"],
        ],
      );
      const figures = await page.getByRole("table", { name: "Before and after" }).innerText();
      assert.match(figures, /Share of zeros\s+0 %\s+50 %/);
    });

    it("says what is wrong with numbers and works on", async () => {
      await open({ view: "transform" });
      const box = page.getByRole("textbox", { name: "Numbers" });
      await box.fill("nothing");
      await eventually(async () => (await box.getAttribute("aria-invalid")) === "true", "marked as invalid");
      await page.getByText("No number found").waitFor();
      await box.fill("[3, -1]");
      await eventually(async () => (await page.getByLabel("Result").inputValue()) === "[3, 0]", "the result");
      assert.equal(await box.getAttribute("aria-invalid"), null);
    });

    it("applies a derivative", async () => {
      await open({ view: "transform" });
      await page.getByRole("combobox", { name: "Apply" }).selectOption({ label: "f′, its derivative" });
      await eventually(async () => (await page.getByLabel("Result").inputValue()) === "[0, 1, 0, 1]", "f′");
    });

    it("copies the result, or says how where the clipboard is closed", async () => {
      await open({ view: "transform" });
      await page.getByRole("button", { name: "Copy result" }).click();
      await page.getByText(/^(Copied|Selected: copy it with the keyboard)$/).waitFor();
    });
  });

  describe("the choose view", () => {
    const best = () => page.locator(".verdict");

    it("recommends for the answers, in the file's framework, and keeps them", async () => {
      await open({ ...leaky, view: "choose" });
      assert.match(await best().innerText(), /^ReLU/);
      assert.match(await page.locator(".snippet").first().innerText(), /nn\.ReLU\(\)/);
      await page.getByRole("checkbox", { name: "Mobile" }).check();
      await eventually(async () => /^Hard/.test(await best().innerText()), "hard swish");
      await page.getByRole("combobox", { name: "Code for" }).selectOption("Keras");
      await eventually(
        async () => /hard_swish/.test(await page.locator(".snippet").first().innerText()),
        "Keras code",
      );
      await page.getByRole("combobox", { name: "Where" }).selectOption("Output layer");
      await page.getByRole("combobox", { name: "Predicts" }).selectOption("Yes or no");
      await eventually(async () => (await best().innerText()) === "Sigmoid.", "sigmoid");
      await eventually(async () => (await saved())["snippet"] === "keras", "saved");
      await open(await saved());
      assert.equal(await best().innerText(), "Sigmoid.");
    });

    it("gives each reason its condition and source, and shows the function", async () => {
      await open({ view: "choose", answers: { architecture: "transformer" } });
      assert.match(await page.locator(".recommendations > li").first().innerText(), /Devlin et al\. 2018/);
      await page.getByRole("button", { name: "Show GELU" }).click();
      await page.getByRole("tab", { name: "Function", selected: true }).waitFor();
      assert.equal(await page.getByRole("combobox", { name: "Function" }).inputValue(), "gelu");
    });
  });

  describe("the feature map", () => {
    const verdict = () => page.locator(".verdict");
    const box = (name: string) => page.getByRole("textbox", { name, exact: true });
    const steps = () => page.locator(".flow-step figcaption .heading").allInnerTexts();
    const links = async () => (await page.locator(".links").innerText()).replace(/\s+/g, " ");
    const map = () => page.getByRole("application", { name: "Value to follow" });

    it("tells its story by its examples", async () => {
      await open({ view: "feature-map" });
      for (const [name, expected, wanted] of [
        ["ReLU keeps one side", /after ReLU.*came out from 0 … 4\.$/, ["Picture", "Convolution", "ReLU"]],
        ["Tanh keeps both", /came out from -0\.999 … 0\.999\.$/, ["Picture", "Convolution", "Tanh"]],
        ["A low bias kills the map", /^100 % .* Nothing of the picture/, ["Picture", "Convolution", "ReLU"]],
        ["Batch norm revives it", /0 … /, ["Picture", "Convolution", "Batch norm", "ReLU"]],
        ["Pooling keeps the strongest", /0 … /, ["Picture", "Convolution", "ReLU", "Max pooling"]],
      ] as const) {
        await page.getByRole("button", { name }).click();
        // Both are drawn in the frame after the click: the verdict of the example before may fit this one as well.
        const isShown = async () =>
          expected.test(await verdict().innerText()) && (await steps()).join() === wanted.join();
        await eventually(isShown, name);
      }
    });

    it("follows one value by arrow keys, and says it once they rest", async () => {
      await open({ view: "feature-map", featureMap: { pooling: "none", at: [11, 11] } });
      assert.match(await links(), /^Convolution Sum of the products (-[\d.]+) ReLU max\(0, \1\) 0$/);
      await map().focus();
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await page.getByRole("heading", { name: "One value: row 12, column 10" }).waitFor();
      const spoken = page.locator("[aria-label='One value'] [aria-live=polite]");
      await eventually(async () => /^Row 12, column 10: Conv/.test(await spoken.innerText()), "spoken");
      await eventually(
        async () => JSON.stringify((await saved())["featureMap"] ?? "").includes('"at":[11,9]'),
        "saved",
      );
    });

    it("follows the value that is pointed at in any map", async () => {
      await open({ view: "feature-map", featureMap: { pooling: "max" } });
      const pooled = (await page.locator(".flow-step .heat-map").last().boundingBox())!;
      await page.mouse.move(pooled.x + pooled.width * 0.51, pooled.y + pooled.height * 0.26);
      await page.getByRole("heading", { name: "One value: row 9, column 17" }).waitFor();
    });

    it("takes another weight, and knows the kernel again that is one of the usual", async () => {
      await open({ view: "feature-map" });
      const weight = box("Weight in row 1, column 1");
      const kernel = page.getByRole("combobox", { name: "Kernel", exact: true });
      const before = await verdict().innerText();
      await weight.fill("-7");
      await eventually(async () => (await verdict().innerText()) !== before, "another map");
      assert.equal(await kernel.inputValue(), "own");
      await weight.fill("-1");
      await eventually(async () => (await kernel.inputValue()) === "sobel-x", "Sobel again");
      await kernel.selectOption({ label: "Box blur" });
      await eventually(async () => /^0\.1111/.test(await weight.inputValue()), "a ninth");
    });

    it("says what is no weight and where the kernel lacks one, and works on", async () => {
      await open({ view: "feature-map", featureMap: { kernel: broken } });
      await page.getByText("The weight in row 1, column 2 of the kernel is no number").waitFor();
      const weight = box("Weight in row 1, column 2");
      await weight.fill("nan");
      await weight.press("Enter");
      await page.getByText("“nan” is no number").waitFor();
      await weight.fill("0.5");
      await verdict().waitFor();
      await weight.fill("inf");
      await weight.press("Enter");
      await page.getByText("must be from −1,000,000 to 1,000,000").waitFor();
    });

    it("takes sizes as frameworks do, and says where the kernel does not fit", async () => {
      await open({ view: "feature-map", featureMap: { pooling: "none" } });
      const shape = () => page.locator(".flow-step").nth(1).innerText();
      await box("Stride").fill("2, 4");
      await eventually(async () => (await shape()).includes("16 × 8"), "16 × 8");
      await box("Padding").fill("same");
      await box("Kernel size").fill("11");
      await eventually(async () => (await shape()).includes("11 × 11"), "11 × 11");
      await box("Dilation").fill("8");
      await box("Padding").fill("0");
      await page.getByText(/does not fit on the picture of 32 × 32/).waitFor();
      assert.equal(await page.locator(".weights input").count(), 121);
      await box("Stride").fill("none");
      await box("Stride").press("Enter");
      await page.getByText("must be a whole number from 1 to 8, or two: rows, columns").waitFor();
    });

    it("knows the layer in the code, and goes back to its sizes", async () => {
      const convolution = {
        text: "nn.Conv2d(3, 64, 5, stride=2)",
        kernel: [5, 5],
        stride: [2, 2],
        padding: [0, 0],
        dilation: [1, 1],
        channels: [3, 64],
        isNormalised: true,
      };
      await open({ ...leaky, view: "feature-map", source: { ...source, convolution } });
      await page.getByText("nn.Conv2d(3, 64, 5, stride=2)").waitFor();
      await page.getByText(/channels: 3 → 64\. Its weights are not in the code/).waitFor();
      const restore = page.getByRole("button", { name: "As in the Code" });
      await restore.click();
      await eventually(async () => (await steps()).includes("Batch norm"), "batch norm");
      assert.match(
        await page.locator(".flow-step").nth(1).innerText(),
        /Sobel x 5 × 5, stride 2[\s\S]*14 × 14/,
      );
      assert.ok(await restore.isDisabled());
    });

    it("gives the diagram as text to copy", async () => {
      await open({ view: "feature-map" });
      await page.getByText("Diagram as Mermaid text").click();
      assert.match(await box("Mermaid text").inputValue(), /^flowchart LR\n[\s\S]*max\(0, -[\d.]+\)/);
      await page.getByRole("button", { name: "Copy Mermaid text" }).click();
      await page.getByText(/^(Copied|Selected: copy it with the keyboard)$/).waitFor();
    });

    it("draws every map in the theme's colours, and again when it changes", async () => {
      await open({ view: "feature-map" }, "light");
      const pictures = () =>
        page
          .locator(".flow-step .heat-map")
          .evaluateAll((maps) => maps.map((map) => (map as HTMLCanvasElement).toDataURL()));
      const before = await pictures();
      await page.evaluate((theme) => {
        (window as unknown as { setTheme(theme: unknown): void }).setTheme(theme);
      }, themes["high-contrast"]);
      await eventually(async () => (await pictures())[1] !== before[1], "another convolution");
      const after = await pictures();
      assert.equal(after[0], before[0], "the picture stays what it is");
      assert.equal(new Set(after).size, 4);
    });

    it("comes back as it was", async () => {
      await open({ view: "feature-map", functionId: "tanh" });
      await page.getByRole("combobox", { name: "Picture" }).selectOption({ label: "Noise" });
      await page
        .getByRole("combobox", { name: "Batch norm" })
        .selectOption({ label: "After the activation" });
      await page.getByRole("button", { name: "Other numbers" }).click();
      await eventually(async () => JSON.stringify(await saved()).includes('"seed":2'), "saved");
      const shown = await page.locator(".flow").innerText();
      await open(await saved());
      assert.equal(await page.locator(".flow").innerText(), shown);
    });

    describe("with a picture of the person's own", () => {
      const { files } = JSON.parse(
        readFileSync(new URL("../fixtures/pictures/pictures.json", import.meta.url), "utf8"),
      ) as { readonly files: readonly { readonly name: string; readonly bytes: string }[] };
      const problem = () => page.locator("[aria-label=Layer] .problem");

      /** Asks for a picture, and answers as the extension does. */
      async function give(name: string, base64: string): Promise<void> {
        await page.getByRole("button", { name: "Open a Picture…" }).click();
        assert.deepEqual((await posted()).at(-1), { type: "choose-picture" });
        await page.evaluate(
          ([file, text]) => {
            const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
            window.postMessage({ type: "picture", name: file, bytes }, "*");
          },
          [name, base64] as const,
        );
      }

      for (const { name, bytes } of files.filter((file) => !file.name.startsWith("108"))) {
        it(`takes ${name}, dark at the left and bright at the right`, async () => {
          await open({ view: "feature-map" });
          await give(name, bytes);
          await eventually(async () => (await page.locator(".flow-how").first().innerText()) === name, name);
          await eventually(
            async () => ((await saved())["featureMap"] as object | undefined) !== undefined,
            "saved",
          );
          const { own } = (await saved())["featureMap"] as {
            own: { rows: number; columns: number; values: number[] };
          };
          assert.deepEqual([own.rows, own.columns], [25, 40]);
          const row = own.values.slice(0, 40);
          // Transparent ones lie on white.
          assert.ok(row[0]! < 12 || /transparent|extended/.test(name), row.join());
          assert.ok(row[39]! > 243, row.join());
        });
      }

      it("comes back with it after a reload", async () => {
        await open({ view: "feature-map" });
        await give(files[0]!.name, files[0]!.bytes);
        await eventually(async () => JSON.stringify(await saved()).includes("grey.png"), "saved");
        await open(await saved());
        assert.equal(await page.locator(".flow-how").first().innerText(), "grey.png");
        assert.match(await page.locator(".flow-figures").first().innerText(), /25 × 40/);
        await page.getByRole("combobox", { name: "Picture" }).selectOption({ label: "Shapes" });
        await eventually(
          async () => /32 × 32/.test(await page.locator(".flow-figures").first().innerText()),
          "shapes",
        );
        await page.getByRole("combobox", { name: "Picture" }).selectOption({ label: "A picture of yours" });
        await eventually(
          async () => /25 × 40/.test(await page.locator(".flow-figures").first().innerText()),
          "own",
        );
      });

      it("says why it takes no other, and works on", async () => {
        await open({ view: "feature-map" });
        const large = files.find((file) => file.name.startsWith("108"))!;
        for (const [name, bytes, expected] of [
          ["notes.png", btoa("no picture at all"), /^notes\.png is no picture that can be read here/],
          [large.name, large.bytes, /has 12000 × 9000 pixels, 108 million: at most 50 million/],
          [
            "cut.png",
            btoa(atob(files[0]!.bytes).slice(0, 40)),
            /^cut\.png cannot be decoded: the file is damaged/,
          ],
          ["<b>.png", btoa("<b>"), /^<b>\.png is no picture/],
        ] as const) {
          await give(name, bytes);
          await eventually(async () => expected.test(await problem().innerText()), name);
          assert.ok(await verdict().isVisible());
        }
        await receive({ type: "no-picture", reason: "a.png has 30.0 MB: at most 8.0 MB are read." });
        await eventually(
          async () => (await problem().innerText()).startsWith("a.png has 30.0 MB"),
          "too large",
        );
        await receive({ type: "picture", name: "a.png", bytes: "none" });
        await give(files[0]!.name, files[0]!.bytes);
        await eventually(async () => !(await problem().isVisible()), "no longer wrong");
        assert.deepEqual(
          (await posted()).filter(({ type }) => type === "failed" || type === "violation"),
          [],
        );
      });
    });

    it("asks for a function of one number", async () => {
      await open({ view: "feature-map", functionId: "softmax" });
      await page.getByText(/does not go entry by entry/).waitFor();
      assert.ok(!(await verdict().isVisible()));
    });
  });

  describe("the depth view", () => {
    const verdict = () => page.locator(".verdict");

    it("shows the numbers of the layer at the cursor once a network has run", async () => {
      await open({ functionId: "relu", view: "depth", depth: { layers: 5, at: 2 } });
      const numbers = page.getByRole("region", { name: "Numbers of the layer" });
      assert.ok(!(await numbers.isVisible()));
      await page.getByRole("button", { name: "Run a network" }).click();
      await numbers.getByText(/^Layer 2 in the run: from -.*% of them 0\.$/).waitFor();
      const bars = () => numbers.locator(".histogram-bars").first().getAttribute("d");
      const before = await bars();
      await chart().focus();
      await page.keyboard.press("ArrowRight");
      await numbers.getByText(/^Layer 3 in the run/).waitFor();
      assert.notEqual(await bars(), before);
    });

    it("tells the tutorial's story by its examples", async () => {
      await open({ view: "depth" });
      for (const [name, expected] of [
        ["Sigmoid vanishes", /it vanishes/],
        ["ReLU with He holds", /is 1 times that at layer 30: it holds/],
        ["ReLU with Xavier fades", /it vanishes/],
        ["SELU normalises itself", /it holds\. The signal's variance goes from 1 to 1\./],
        ["Residual heals", /it holds/],
      ] as const) {
        await page.getByRole("button", { name }).click();
        await eventually(async () => expected.test(await verdict().innerText()), name);
      }
    });

    it("runs a network when it is asked to, beside the theory, and forgets it with the network", async () => {
      await open({ view: "depth", depth: { layers: 10 } });
      assert.equal((await readOut().innerText()).match(/run/g), null);
      await page.getByRole("button", { name: "Run a network" }).click();
      await page.getByText(/One network of width 100/).waitFor();
      assert.equal((await readOut().innerText()).match(/run/g)?.length, 2);
      await page.getByRole("checkbox", { name: "Residual" }).check();
      await eventually(async () => !/run/.test(await readOut().innerText()), "forgotten");
    });

    it("stops a run, and stays itself", async () => {
      await open({ view: "depth", depth: { layers: 100, initialisation: "orthogonal" } });
      await page.getByRole("button", { name: "Run a network" }).click();
      await page.getByRole("button", { name: "Stop" }).click();
      await page.getByText("Stopped.").waitFor();
      assert.ok(await page.getByRole("button", { name: "Run a network" }).isVisible());
    });

    it("goes from layer to layer with the arrow keys, and comes back with its network", async () => {
      await open({ functionId: "tanh", view: "depth", depth: { layers: 12, normalisation: "layer" } });
      await chart().focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await eventually(async () => /layer\s*3/.test(await readOut().innerText()), "layer 3");
      await page.getByRole("textbox", { name: "Layers" }).fill("2");
      await eventually(async () => /at layer 2:/.test(await verdict().innerText()), "two layers");
      await eventually(
        async () => ((await saved())["depth"] as { layers: number } | undefined)?.layers === 2,
        "saved",
      );
      await open(await saved());
      assert.equal(await page.getByRole("textbox", { name: "Layers" }).inputValue(), "2");
      assert.match(await verdict().innerText(), /at layer 2:/);
    });

    it("says what is wrong, and leaves the rest usable", async () => {
      await open({ functionId: "softmax", view: "depth" });
      await page.getByText(/does not go entry by entry/).waitFor();
      await page.getByRole("combobox", { name: "Function" }).selectOption({ label: "ReLU" });
      await verdict().waitFor();
      await page.getByRole("textbox", { name: "Layers" }).fill("1000");
      await page.getByRole("textbox", { name: "Layers" }).press("Enter");
      await page.getByText("must be a whole number from 2 to 100").waitFor();
    });
  });

  describe("its talk with the extension", () => {
    it("says ready first and nothing before", async () => {
      await open();
      assert.deepEqual((await posted())[0], { type: "ready" });
    });

    it("shows what it is sent, and saves it", async () => {
      await open();
      await receive({ type: "show", state: { ...leaky, cursor: -1 } });
      await page.getByRole("slider", { name: "negative_slope" }).waitFor();
      await eventually(async () => (await saved())["functionId"] === "leaky_relu", "the saved state");
      const changed = (await posted()).find(({ type }) => type === "state-changed");
      assert.equal((changed as unknown as { state: { cursor: number } }).state.cursor, -1);
    });

    it("follows the cursor in the code and keeps what the person chose", async () => {
      await open({ view: "transform", numbers: "[-5]" });
      await receive({ type: "follow", state: leaky });
      await eventually(
        async () => (await page.getByLabel("Result").inputValue()) === "[-1]",
        "leaky ReLU of -5",
      );
    });

    it("comes back after a reload as it was", async () => {
      await open(leaky);
      await page.getByRole("checkbox", { name: "f″" }).check();
      await page.getByRole("tab", { name: "Transform" }).click();
      await page.getByRole("textbox", { name: "Numbers" }).fill("[7]");
      await eventually(async () => (await saved())["numbers"] === "[7]", "saved");
      const state = await saved();
      await open(state);
      assert.equal(await page.getByRole("textbox", { name: "Numbers" }).inputValue(), "[7]");
      await page.getByRole("tab", { name: "Function" }).click();
      assert.ok(await page.getByRole("checkbox", { name: "f″" }).isChecked());
      assert.match(
        await page.getByRole("button", { name: /model\.py:42/ }).innerText(),
        /nn\.LeakyReLU\(0\.2\)/,
      );
    });

    it("asks for the source and for following the cursor, and takes the answer", async () => {
      await open(leaky);
      await page.getByRole("button", { name: /model\.py:42/ }).click();
      await page.getByRole("checkbox", { name: "Follow cursor" }).check();
      const messages = await posted();
      assert.ok(messages.some(({ type }) => type === "reveal-source"));
      assert.deepEqual(messages.at(-1), { type: "follow-cursor", on: true });
      await receive({ type: "settings", settings: { followCursor: false, digits: 3 } });
      await eventually(
        async () => !(await page.getByRole("checkbox", { name: "Follow cursor" }).isChecked()),
        "off",
      );
    });

    it("starts on what can be read of a broken state, and ignores what is no message", async () => {
      await open({ view: 7, functionId: "nope", interval: ["a"], params: null, numbers: {}, source: [] });
      for (const message of [
        null,
        3,
        "show",
        { type: "show" },
        { type: "constructor" },
        { type: "show", state: { view: [] } },
      ]) {
        await receive(message);
      }
      await page.getByRole("combobox", { name: "Function" }).waitFor();
      assert.deepEqual(
        (await posted()).filter(({ type }) => type === "failed"),
        [],
      );
    });

    it("says which view cannot be drawn, once, and shows the others", async () => {
      await open({ ...leaky, view: "transform" });
      await page.evaluate(() => {
        HTMLCanvasElement.prototype.getContext = () => {
          throw new Error("no canvas today");
        };
      });
      await page.getByRole("tab", { name: "Function" }).click();
      await page.getByText("This view could not be drawn: no canvas today").waitFor();
      await receive({ type: "settings", settings: { followCursor: true } });
      await eventually(
        () => page.getByRole("checkbox", { name: "Follow cursor" }).isChecked(),
        "drawn again",
      );
      const failed = (await posted()).filter(({ type }) => type === "failed");
      assert.deepEqual(failed, [{ type: "failed", message: "function: no canvas today" }]);
      await page.getByRole("tab", { name: "Transform" }).click();
      await page.getByLabel("Result").waitFor();
    });

    it("takes text from code as text", async () => {
      const text = "<img src=x onerror=stub.posted.push({type:'hacked'})>";
      await open({ ...leaky, source: { ...source, text } });
      assert.equal(await page.locator(".source-link code").textContent(), text);
      assert.equal(await page.locator("img").count(), 0);
    });

    it("needs nothing that its policy forbids", async () => {
      await open(leaky);
      await page.getByText("Table of values").click();
      await page.getByRole("tab", { name: "Transform" }).click();
      await page.getByRole("textbox", { name: "Result" }).waitFor();
      assert.deepEqual(
        (await posted()).filter(({ type }) => type === "violation"),
        [],
      );
    });

    it("is held by its policy: an inline script does not run", async () => {
      await open();
      await page.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "window.stub.posted.push({ type: 'hacked' })";
        document.body.append(script);
      });
      await eventually(async () => (await posted()).some(({ type }) => type === "violation"), "a violation");
      assert.ok(!(await posted()).some(({ type }) => type === "hacked"));
    });
  });

  describe("presenting and predicting", () => {
    it("presents in large type without facts, and goes back", async () => {
      await open(leaky);
      const button = page.getByRole("button", { name: /^Present/ });
      const size = () =>
        page.locator(".read-out").evaluate((node) => parseFloat(getComputedStyle(node).fontSize));
      const before = await size();
      await button.click();
      await eventually(async () => (await size()) === 1.5 * before, "large type");
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      assert.ok(!(await page.locator(".facts").isVisible()));
      await eventually(async () => (await saved())["present"] === true, "saved");
      await button.click();
      await eventually(async () => (await size()) === before, "usual type");
      assert.ok(await page.locator(".facts").isVisible());
    });

    it("is switched by the extension's command", async () => {
      await open(leaky);
      await receive({ type: "toggle", mode: "present" });
      await eventually(() => page.locator("main.presenting").isVisible(), "presenting");
      await receive({ type: "toggle", mode: "predict" });
      await page.getByRole("button", { name: "Reveal f′" }).waitFor();
      await receive({ type: "toggle", mode: "nope" });
      assert.ok(await page.locator("main.presenting").isVisible());
    });

    it("conceals f′ everywhere until it is revealed; guessed by keyboard, with a score that is spoken", async () => {
      await open({ ...leaky, orders: [true, true, true], tangent: true });
      await page.getByRole("button", { name: /^Predict/ }).click();
      await page.getByRole("slider", { name: "f′(-3.2), your guess" }).waitFor();
      assert.ok((await pixelsOf("--line-1")) > 100, "the diamonds");
      assert.doesNotMatch(
        await page.getByRole("tabpanel").innerText(),
        /f′\(x\)|Range of f′|Table of values/,
      );
      assert.ok(!(await page.getByRole("checkbox", { name: "Tangent" }).isVisible()));
      for (const [x, steps] of [
        ["-3.2", 4],
        ["-1.6", 4],
        ["0.7", 20],
        ["1.6", 20],
        ["3.2", 10],
      ] as const) {
        await page.getByRole("slider", { name: `f′(${x}), your guess` }).focus();
        for (let i = 0; i < steps; i++) await page.keyboard.press("ArrowRight");
      }
      const first = page.getByRole("slider", { name: "f′(-3.2), your guess" });
      assert.equal(await first.getAttribute("aria-valuetext"), "0.2");
      await page.getByRole("button", { name: "Reveal f′" }).focus();
      await page.keyboard.press("Enter");
      const score = page.getByRole("status").filter({ hasText: "4 of 5 within 0.1" });
      await score.waitFor();
      assert.match(await score.innerText(), /off by 0\.1 on average/);
      assert.equal(await first.getAttribute("aria-valuetext"), "0.2, f′ 0.2, exact");
      assert.match((await readOut().textContent())!, /f′\(x\)1/);
      await eventually(async () => {
        const { predict } = (await saved()) as { predict?: { isRevealed: boolean } };
        return predict?.isRevealed === true;
      }, "saved");
      await page.getByRole("button", { name: "Guess anew" }).click();
      await eventually(async () => (await first.getAttribute("aria-valuetext")) === "0", "fresh");
    });

    it("takes guesses by dragging the diamonds", async () => {
      await open({ ...leaky, predict: { guesses: [] } });
      const box = (await page.locator("canvas").boundingBox())!;
      await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.5, box.y + 20, { steps: 3 });
      await page.mouse.up();
      const last = page.getByRole("textbox", { name: "f′(3.2), as a number" });
      await eventually(async () => (await last.inputValue()) === "2", "the highest guess");
      assert.equal(await page.getByRole("textbox", { name: "f′(0.7), as a number" }).inputValue(), "0");
    });
  });

  describe("export", () => {
    const pictures = {
      "the function view": leaky,
      "the compare view": compared,
      "the transform view": { ...leaky, view: "transform" },
      "the depth view": { functionId: "sigmoid", view: "depth" },
      "the collapse view": { view: "collapse" },
      "the training view": { view: "training", functionId: "leaky_relu" },
    };
    const files = async () =>
      (await posted()).flatMap((message) =>
        message.type === "save-file" ? [(message as unknown as { file: ExportedFile }).file] : [],
      );
    for (const [name, state] of Object.entries(pictures)) {
      it(`gives every picture of ${name} in every format, by keyboard`, async () => {
        await open(state, "light");
        const menus = page.getByRole("button", { name: /^Export ./ });
        await menus.first().waitFor();
        for (const menu of await menus.all()) {
          const items = await menu.evaluate((node) => node.nextElementSibling!.children.length);
          // A table is no picture.
          const formats = items === exportFormats.length ? exportFormats : (["csv", "latex"] as const);
          assert.equal(items, formats.length);
          for (const [i, format] of formats.entries()) {
            await menu.focus();
            await page.keyboard.press("Enter");
            assert.equal(await menu.getAttribute("aria-expanded"), "true");
            for (let step = 0; step < i; step++) await page.keyboard.press("ArrowDown");
            const before = (await files()).length;
            await page.keyboard.press("Enter");
            await eventually(async () => (await files()).length > before, `${name} as ${format}`);
            const file = (await files()).at(-1)!;
            assert.deepEqual(readToExtension({ type: "save-file", file }), { type: "save-file", file });
            assert.equal(file.format, format);
            assert.ok(fileBytes(file).length > 20);
            assert.equal(await menu.getAttribute("aria-expanded"), "false");
            assert.ok(await menu.evaluate((node) => node === document.activeElement), "the focus is back");
            if (format === "svg") {
              const problem = await page.evaluate((text) => {
                const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
                return parsed.querySelector("parsererror")?.textContent;
              }, file.content);
              assert.equal(problem, undefined);
            }
          }
        }
        assert.deepEqual(
          (await posted()).filter(({ type }) => type === "violation"),
          [],
        );
      });
    }

    it("paints the PNG in the theme's colours, twice as large as seen", async () => {
      await open(leaky, "dark");
      await page.getByRole("button", { name: /^Export/ }).click();
      await page.getByRole("menuitem", { name: "PNG picture…" }).click();
      await eventually(async () => (await files()).length === 1, "a file");
      const { content } = (await files())[0]!;
      const seen = await page.evaluate(async (text) => {
        const image = new Image();
        image.src = `data:image/png;base64,${text}`;
        await image.decode();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const context = canvas.getContext("2d")!;
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        const colours = new Set<string>();
        for (let i = 0; i < data.length; i += 4) colours.add(data.slice(i, i + 3).join(", "));
        return {
          width: canvas.width,
          seen: document.querySelector(".chart")!.clientWidth,
          colours: [...colours],
        };
      }, content);
      assert.equal(seen.width, 2 * seen.seen);
      for (const wanted of ["31, 31, 31", "79, 180, 255", "255, 157, 77"])
        assert.ok(seen.colours.includes(wanted), wanted);
    });

    it("closes its menu by Escape, by leaving it and by its button, and saves nothing", async () => {
      await open(leaky);
      const menu = page.getByRole("button", { name: "Export Leaky ReLU: f, f′" });
      const list = page.getByRole("menu");
      await menu.click();
      await page.keyboard.press("Escape");
      assert.ok(!(await list.isVisible()));
      await menu.click();
      await page.getByRole("combobox", { name: "Function" }).focus();
      assert.ok(!(await list.isVisible()));
      await menu.click();
      await menu.click();
      assert.ok(!(await list.isVisible()));
      assert.deepEqual(await files(), []);
    });

    it("asks for a link to what is seen now", async () => {
      await open(leaky);
      await page.getByRole("textbox", { name: "negative_slope, as a number" }).fill("0.15");
      await page.getByRole("button", { name: "Copy link to this view" }).click();
      const [asked] = (await posted()).filter(({ type }) => type === "copy-link");
      const { state } = asked as unknown as { state: LabState };
      assert.equal(state.params["negative_slope"], 0.15);
      const { host, pathname, search } = new URL(labLink("vscode", state));
      await open(readLabLink({ authority: host, path: pathname, query: search.slice(1) }));
      assert.match(await page.locator(".formula-text").first().innerText(), /0\.15\*x/);
    });

    it("says what became of it", async () => {
      await open(leaky);
      await receive({ type: "notice", text: "Saved <b>relu.svg" });
      await page.getByText("Saved <b>relu.svg").waitFor();
    });
  });

  describe("its looks", () => {
    it("follows the theme live", async () => {
      await open(leaky, "dark");
      const before = await picture();
      await page.evaluate((theme) => {
        (window as unknown as { setTheme(theme: unknown): void }).setTheme(theme);
      }, themes.light);
      await eventually(async () => (await picture()) !== before, "another picture");
      const colour = await page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--line-0"));
      assert.equal(colour, "rgb(0, 99, 177)");
      assert.ok((await pixelsOf("--line-0")) > 200);
    });

    // 350 px at 200 % zoom are 175 px of the page; a panel of 280 px is the narrowest that VS Code makes.
    for (const width of [175, 280, 700, 1600]) {
      it(`fits ${width} px without scrolling sideways`, async () => {
        for (const state of [
          leaky,
          { functionId: "softmax" },
          compared,
          { ...leaky, view: "transform" },
          { view: "choose" },
          { view: "feature-map", featureMap: everyStep },
          { view: "depth" },
          { view: "collapse" },
          { view: "training" },
          { ...leaky, predict: { guesses: [] } },
          { ...leaky, present: true },
        ]) {
          await open(state, "dark", { width, height: 700 });
          const over = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth;
          });
          assert.equal(over, 0, JSON.stringify(state));
        }
      });
    }

    for (const view of viewIds)
      it(`moves nothing by itself: ${view}`, async () => {
        await open({ ...leaky, view });
        const moving = await page.evaluate(() => document.getAnimations().length);
        const transitions = await page.evaluate(
          () =>
            [...document.querySelectorAll("*")].filter(
              (node) => getComputedStyle(node).transitionDuration !== "0s",
            ).length,
        );
        assert.deepEqual([moving, transitions], [0, 0]);
      });
  });
});
