/**
 * The chart's colours; read again when the theme changes. Paper, text and grid come from the variables VS Code sets on the
 * page. The curves have the colours they have in hovers, moved away from the theme's background where they come too near:
 * VS Code's own `charts.*` were tried, but `charts.orange` is the colour of a found match, which is a muddy brown in one
 * of its themes and the same blue as `charts.blue` in another.
 */
import { type Theme, type ThemeKind, themes } from "../../engine/curve/theme.ts";
import type { Order } from "../protocol.ts";
import type { Line } from "./model.ts";
import { type Colour, contrast, cssColour, mix, readColour, withContrast } from "./contrast.ts";

export interface ChartTheme {
  /** Of f, f′, f″ and their labels; at least 4.5:1 on the background. */
  readonly lines: Readonly<Record<Order, string>>;
  /** Of several functions in one chart; at least 4.5:1. */
  readonly series: readonly string[];
  /** Ticks and labels; at least 4.5:1. */
  readonly text: string;
  readonly grid: string;
  /** The lines x = 0 and y = 0; at least 3:1. */
  readonly axis: string;
  /** Bars and tracks: as little of the foreground as has 3:1, so that a line in the foreground stands out from them, too. */
  readonly bar: string;
  /** The cursor's line and the tangent; at least 3:1. */
  readonly cursor: string;
  readonly background: string;
  /** Behind the curve where it is flat; the facts say it in words. */
  readonly shade: string;
  readonly font: string;
  /** How much larger than usual type and strokes are: 1, or more before an audience. */
  readonly scale: number;
}

/**
 * Told apart by the colour-blind; dashes tell them apart without colour.
 * @source Okabe & Ito 2008, "Color Universal Design", figure 16; with grey and brown for their yellow and black
 */
const seriesColours = [
  "#0072b2",
  "#d55e00",
  "#009e73",
  "#cc79a7",
  "#e69f00",
  "#56b4e9",
  "#808080",
  "#8a5a2b",
] as const;

/** A line's colour. */
export function colourOf(theme: ChartTheme, { order, series }: Pick<Line, "order" | "series">): string {
  return series === undefined ? theme.lines[order] : theme.series[series % theme.series.length]!;
}

function readTheme(body: HTMLElement): ChartTheme {
  const style = getComputedStyle(body);
  const fallback = themes[themeKind(body.classList)];
  const variable = (name: string) => style.getPropertyValue(name);
  return chartTheme(variable, fallback, variable("--vscode-font-family") || "sans-serif");
}

/** @param variable the text of a CSS variable, "" where it is not set */
export function chartTheme(variable: (name: string) => string, fallback: Theme, font: string): ChartTheme {
  const isDark = fallback.kind === "dark" || fallback.kind === "high-contrast";
  const paper: Colour = isDark ? [31, 31, 31] : [255, 255, 255];
  const background = readColour(variable("--vscode-editor-background"), paper) ?? paper;
  const pick = (name: string, otherwise: string, ratio: number) => {
    const colour = readColour(variable(name), background) ?? readColour(otherwise, background) ?? background;
    return withContrast(colour, background, ratio);
  };
  const line = (colour: string) => {
    return cssColour(withContrast(readColour(colour) ?? background, background, 4.5));
  };
  const text = pick("--vscode-descriptionForeground", fallback.text, 4.5);
  const isHighContrast = fallback.kind === "high-contrast" || fallback.kind === "high-contrast-light";
  return {
    lines: { 0: line(fallback.value), 1: line(fallback.derivative), 2: line(fallback.secondDerivative) },
    series: seriesColours.map(line),
    text: cssColour(text),
    grid: cssColour(mix(background, text, isHighContrast ? 0.3 : 0.16)),
    axis: cssColour(withContrast(mix(background, text, isHighContrast ? 1 : 0.6), background, 3)),
    bar: cssColour(faintest(background, pick("--vscode-foreground", fallback.text, 3))),
    cursor: cssColour(pick("--vscode-foreground", fallback.text, 3)),
    background: cssColour(background),
    shade: cssColour(readColour(fallback.shade) ?? text, fallback.shadeOpacity),
    font,
    scale: 1,
  };
}

/** As little ink on the paper as stands out from it. */
function faintest(paper: Colour, ink: Colour): Colour {
  const shares = Array.from({ length: 20 }, (_, i) => (i + 1) / 20);
  const mixed = shares.map((share) => mix(paper, ink, share));
  return mixed.find((colour) => contrast(colour, paper) >= 3) ?? ink;
}

/** Black on white, for what is printed. */
export function paperTheme(): ChartTheme {
  return chartTheme(() => "", themes.light, "sans-serif");
}

/** Which kind of theme the page is in, by the classes VS Code gives its body. */
export function themeKind(classes: { contains(name: string): boolean }): ThemeKind {
  if (classes.contains("vscode-high-contrast-light")) return "high-contrast-light";
  if (classes.contains("vscode-high-contrast")) return "high-contrast";
  return classes.contains("vscode-light") ? "light" : "dark";
}

let known: ChartTheme | undefined;
let scale = 1;

/** Says how much larger than usual charts are from now on. */
export function setThemeScale(next: number): void {
  if (next === scale) return;
  scale = next;
  known = undefined;
}

/**
 * The theme as it is now. Reading it also hands the lines' colours to the style sheet, so that legend and bars have those
 * of the curves.
 */
export function currentTheme(): ChartTheme {
  if (known) return known;
  known = { ...readTheme(document.body), scale };
  // Not on the root, whose style is what a change of theme is seen by.
  for (const [order, colour] of Object.entries(known.lines)) {
    document.body.style.setProperty(`--line-${order}`, colour);
  }
  document.body.style.setProperty("--bar", known.bar);
  for (const [i, colour] of known.series.entries()) {
    document.body.style.setProperty(`--series-${i}`, colour);
  }
  return known;
}

/** Calls back after each change of theme: VS Code then rewrites the body's classes and the variables on the root. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(() => {
    known = undefined;
    changed();
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ["class", "data-vscode-theme-id"] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });
}
