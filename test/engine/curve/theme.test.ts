import assert from "node:assert/strict";
import { type Theme, type ThemeKind, themes } from "../../../src/engine/curve/theme.ts";

/** Editor and hover backgrounds of VS Code's own themes: Modern, + (2017) and high contrast. */
const backgrounds: Readonly<Record<ThemeKind, readonly string[]>> = {
  light: ["#ffffff", "#f8f8f8", "#f3f3f3"],
  dark: ["#1f1f1f", "#202020", "#1e1e1e", "#252526"],
  "high-contrast": ["#000000", "#0c141f"],
  "high-contrast-light": ["#ffffff"],
};

/** @source WCAG 2.2, "relative luminance" */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r, g, b] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

/** A background with the flat zone's shade over it. */
function shaded(background: string, { shade, shadeOpacity }: Theme): string {
  const mixed = [1, 3, 5].map((at) => {
    const [under, over] = [background, shade].map((colour) => parseInt(colour.slice(at, at + 2), 16));
    return Math.round(under! * (1 - shadeOpacity) + over! * shadeOpacity);
  });
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

describe("curve colours", () => {
  it("measure contrast as WCAG does", () => {
    assert.equal(contrast("#000000", "#ffffff"), 21);
    assert.ok(Math.abs(contrast("#777777", "#ffffff") - 4.48) < 0.01);
  });

  for (const [kind, theme] of Object.entries(themes) as [ThemeKind, Theme][]) {
    it(`of ${kind} keep 3:1 for strokes and 4.5:1 for text, shaded or not`, () => {
      for (const plain of backgrounds[kind]) {
        for (const background of [plain, shaded(plain, theme)]) {
          for (const part of ["value", "derivative", "secondDerivative"] as const) {
            // the labels of the lines are text in the same colour
            assert.ok(contrast(theme[part], background) >= 4.5, `${part} on ${background}`);
          }
          assert.ok(contrast(theme.text, background) >= 4.5, `text on ${background}`);
          assert.ok(contrast(theme.axis, background) >= 3, `axis on ${background}`);
        }
      }
    });
  }
});
