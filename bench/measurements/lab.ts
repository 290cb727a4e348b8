/**
 * The lab's page in Chromium: when it first shows its curve, and what it does at each tick of a slider: the time of its
 * scripts, painting not in it, and the time from one frame to the next, which has all of it.
 */
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
const loads = 25;
const state = { functionId: "leaky_relu", orders: [true, true, true], tangent: true };
/** uPlot throws where the language is that of a machine without one, `en-US@posix`. */
const view = { viewport: { width: 1600, height: 1000 }, locale: "en-US" };

export const lab: Measurement = {
  id: "lab",
  async *run() {
    const browser = await chromium.launch(await browserLaunchOptions());
    try {
      const line = (name: string, times: readonly number[]): Line => ({ name, wall: distribution(times) });
      const version = `Chromium ${browser.version()}`;
      yield {
        title: "First paint of the lab",
        note: `${version}; from the start of the navigation to the frame behind the one that draws the curve`,
        lines: [p95AtMost(300, line("leaky_relu, f, f′ and f″", await firstPaints(browser)))],
      };
      const { own, peer } = await chartTicks(browser);
      const note = `${version}; script alone, without painting`;
      yield {
        title: "Slider tick, 8 functions × 3 orders × 400 points",
        note,
        lines: [
          line(`uPlot ${peerVersion("uplot")}`, peer),
          p95AtMost(12, line("the lab's chart (chart.js)", own)),
        ],
      };
      const { scripts, frames } = await labTicks(browser);
      const whole = p95AtMost(12, line("leaky_relu, f, f′ and f″, facts and tables", scripts));
      yield {
        title: "Slider tick of the lab's whole function view",
        note,
        lines: [whole, line("from one frame to the next, painting included", frames)],
      };
    } finally {
      await browser.close();
    }
  },
};

/** Milliseconds, each in a page of its own. */
async function firstPaints(browser: Browser): Promise<readonly number[]> {
  const server = await startStubServer(path.join(root, "dist"));
  server.page = stubPage("dark", state);
  const times: number[] = [];
  try {
    for (let load = 0; load < loads; load++) {
      const page = await browser.newPage(view);
      await page.addInitScript(watchPaint);
      await page.goto(server.origin);
      times.push(await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted));
      await page.close();
    }
  } finally {
    server.close();
  }
  return times;
}

/** In the page, before its own scripts: a canvas that has a size is drawn in the frame in which it is first seen. */
function watchPaint(): void {
  const painted = new Promise<number>((resolve) => {
    const look = () => {
      const isDrawn = (document.querySelector("canvas")?.clientWidth ?? 0) > 0;
      requestAnimationFrame(isDrawn ? resolve : look);
    };
    requestAnimationFrame(look);
  });
  Object.assign(window, { painted });
}

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
async function labTicks(browser: Browser): Promise<Ticks> {
  const server = await startStubServer(path.join(root, "dist"));
  server.page = stubPage("dark", state);
  try {
    const page = await browser.newPage(view);
    await page.goto(server.origin);
    await page.locator("input[type=range]:visible").first().waitFor();
    const { scripts, frames } = await page.evaluate(moveSlider, warmUp + count);
    return { scripts: scripts.slice(warmUp), frames: frames.slice(warmUp) };
  } finally {
    server.close();
  }
}

/** Milliseconds, tick by tick. */
interface Ticks {
  readonly scripts: readonly number[];
  readonly frames: readonly number[];
}

/** In the page: script of the event, and of the frame that the page asks for on it; and when the next frame comes. */
async function moveSlider(ticks: number): Promise<Ticks> {
  const sliders = [...document.querySelectorAll<HTMLInputElement>("input[type=range]")];
  const slider = sliders.find((input) => input.checkVisibility());
  const canvas = document.querySelector("canvas");
  if (!slider || !canvas || canvas.clientWidth < 480) throw new Error("no slider, or no room for 400 points");
  const scripts: number[] = [];
  const frames: number[] = [];
  const tick = (i: number) =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        let began = 0;
        // Callbacks of a frame run in the order they were asked for: the page's own between these two.
        requestAnimationFrame((frame) => {
          began = performance.now();
          requestAnimationFrame((next) => {
            frames.push(next - frame);
            resolve();
          });
        });
        const start = performance.now();
        slider.valueAsNumber =
          Number(slider.min) + ((i % 50) / 50) * (Number(slider.max) - Number(slider.min));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        const event = performance.now() - start;
        requestAnimationFrame(() => {
          scripts.push(event + performance.now() - began);
        });
      });
    });
  for (let i = 0; i < ticks; i++) await tick(i);
  return { scripts, frames };
}
