/** Colours of a curve's picture, one set for each kind of theme an editor can have. */

/** As VS Code tells them apart. */
export type ThemeKind = "light" | "dark" | "high-contrast" | "high-contrast-light";

/**
 * Strokes have at least 3:1 and text at least 4.5:1 against the editor and hover backgrounds of VS Code's own themes.
 * Blue, orange and green-to-violet stay apart in the common colour vision deficiencies; dashes tell the lines apart too.
 */
export interface Theme {
  readonly kind: ThemeKind;
  /** f and its label */
  readonly value: string;
  /** f′ and its label */
  readonly derivative: string;
  /** f″ and its label */
  readonly secondDerivative: string;
  /** tick labels and remarks */
  readonly text: string;
  /** the lines x = 0 and y = 0, and the ticks */
  readonly axis: string;
  /** where the function is flat: fill and its opacity, with no contrast to keep as the text says it too */
  readonly shade: string;
  readonly shadeOpacity: number;
}

export const themes: Readonly<Record<ThemeKind, Theme>> = {
  light: {
    kind: "light",
    value: "#0063b1",
    derivative: "#a84300",
    secondDerivative: "#7a3fa0",
    text: "#595959",
    axis: "#7d7d7d",
    shade: "#000000",
    shadeOpacity: 0.06,
  },
  dark: {
    kind: "dark",
    value: "#4fb4ff",
    derivative: "#ff9d4d",
    secondDerivative: "#c8a2f0",
    text: "#a6a6a6",
    axis: "#7d7d7d",
    shade: "#ffffff",
    shadeOpacity: 0.07,
  },
  "high-contrast": {
    kind: "high-contrast",
    value: "#5cc8ff",
    derivative: "#ffb366",
    secondDerivative: "#d9b8ff",
    text: "#ffffff",
    axis: "#a0a0a0",
    shade: "#ffffff",
    shadeOpacity: 0.16,
  },
  "high-contrast-light": {
    kind: "high-contrast-light",
    value: "#00457c",
    derivative: "#8a3300",
    secondDerivative: "#5b2680",
    text: "#000000",
    axis: "#666666",
    shade: "#000000",
    shadeOpacity: 0.12,
  },
};
