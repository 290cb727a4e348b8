/** What the lab's page does at each tick of a slider, in Chromium: the time of its scripts; painting is not in it. */
import { build } from "esbuild";
import { copyFileSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "playwright-core";
import { root } from "../../scripts/setup/build.mjs";
import { temporaryFolder } from "../../scripts/setup/processes.mjs";
import { browserLaunchOptions } from "../../test/host/browser.mjs";
import { startStubServer, stubPage } from "../../test/ui/lab-stub.ts";
import { type Line, type Measurement, p95AtMost } from "../define.ts";
import type { TickTimes } from "../lab/page.ts";
import { distribution } from "../measure.ts";
import { installedPeer, peerVersion } from "../peers/install.ts";

const count = 150;
const warmUp = 30;
/** uPlot throws where the language is that of a machine without one, `en-US@posix`. */
const view = { viewport: { width: 1600, height: 1000 }, locale: "en-US" };

export const lab: Measurement = {
  id: "lab",
  async *run() {
    const browser = await chromium.launch(await browserLaunchOptions());
    try {
      const { own, peer } = await chartTicks(browser);
      const line = (name: string, times: readonly number[]): Line => ({ name, wall: distribution(times) });
      const note = `Chromium ${browser.version()}; script alone, without painting`;
      yield {
        title: "Slider tick, 8 functions × 3 orders × 400 points",
        note,
        lines: [
          line(`uPlot ${peerVersion("uplot")}`, peer),
          p95AtMost(12, line("the lab's chart (chart.js)", own)),
        ],
      };
      const whole = line("leaky_relu, f, f′ and f″, facts and tables", await labTicks(browser));
      yield { title: "Slider tick of the lab's whole function view", note, lines: [p95AtMost(12, whole)] };
    } finally {
      await browser.close();
    }
  },
};

async function chartTicks(browser: Browser): Promise<TickTimes> {
  const folder = temporaryFolder("bench");
  await build({
    entryPoints: [path.join(root, "bench/lab/page.ts")],
    outdir: folder,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    logLevel: "warning",
  });
  copyFileSync(
    path.join(await installedPeer("uplot"), "dist/uPlot.iife.min.js"),
    path.join(folder, "uplot.js"),
  );
  const server = await startStubServer(folder);
  server.page = '<!doctype html><body><script src="/uplot.js"></script><script src="/page.js"></script>';
  try {
    const page = await browser.newPage(view);
    await page.goto(server.origin);
    return await page.evaluate(
      ([n, before]) => {
        return (window as unknown as { ticks(n: number, before: number): Promise<TickTimes> }).ticks(
          n!,
          before!,
        );
      },
      [count, warmUp],
    );
  } finally {
    server.close();
  }
}

/** The page as built, its slider moved as a mouse moves it. */
async function labTicks(browser: Browser): Promise<readonly number[]> {
  const server = await startStubServer(path.join(root, "dist"));
  server.page = stubPage("dark", { functionId: "leaky_relu", orders: [true, true, true], tangent: true });
  try {
    const page = await browser.newPage(view);
    await page.goto(server.origin);
    await page.locator("input[type=range]:visible").first().waitFor();
    const times = await page.evaluate(moveSlider, warmUp + count);
    return times.slice(warmUp);
  } finally {
    server.close();
  }
}

/** In the page: script of the event, and of the frame that the page asks for on it. */
async function moveSlider(ticks: number): Promise<number[]> {
  const sliders = [...document.querySelectorAll<HTMLInputElement>("input[type=range]")];
  const slider = sliders.find((input) => input.checkVisibility());
  const canvas = document.querySelector("canvas");
  if (!slider || !canvas || canvas.clientWidth < 480) throw new Error("no slider, or no room for 400 points");
  const times: number[] = [];
  const tick = (i: number) =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        let began = 0;
        // Callbacks of a frame run in the order they were asked for: the page's own between these two.
        requestAnimationFrame(() => (began = performance.now()));
        const start = performance.now();
        slider.valueAsNumber =
          Number(slider.min) + ((i % 50) / 50) * (Number(slider.max) - Number(slider.min));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        const event = performance.now() - start;
        requestAnimationFrame(() => {
          resolve(event + performance.now() - began);
        });
      });
    });
  for (let i = 0; i < ticks; i++) times.push(await tick(i));
  return times;
}
