import assert from "node:assert/strict";
import fc from "fast-check";
import { themes } from "../../../src/engine/curve/theme.ts";
import { contrast, cssColour, mix, readColour } from "../../../src/webview/charts/contrast.ts";
import { cursorOpacity } from "../../../src/webview/charts/markers.ts";
import { chartTheme, themeKind } from "../../../src/webview/charts/theme.ts";
import { type ThemeName, themes as fixtures } from "../../ui/themes.ts";

function colours(variables: Readonly<Record<string, string>>, kind: ThemeName) {
  const theme = chartTheme((name) => variables[name] ?? "", themes[kind], "sans-serif");
  const read = (text: string) => readColour(text)!;
  const background = read(theme.background);
  const against = (text: string) => contrast(read(text), background);
  return { theme, against };
}

describe("the chart's colours", () => {
  for (const kind of Object.keys(fixtures) as ThemeName[]) {
    it(`has curves, labels and text of 4.5:1 in VS Code's ${kind} theme`, () => {
      const { theme, against } = colours(fixtures[kind].variables, kind);
      for (const line of Object.values(theme.lines)) assert.ok(against(line) >= 4.5, line);
      for (const line of theme.series) assert.ok(against(line) >= 4.5, line);
      for (const mark of [theme.cursor, theme.axis, theme.bar]) assert.ok(against(mark) >= 3, mark);
      const paper = readColour(theme.background)!;
      const cursor = readColour(theme.cursor)!;
      assert.ok(contrast(mix(paper, cursor, cursorOpacity), paper) >= 3);
      assert.ok(contrast(cursor, readColour(theme.bar)!) >= 3, "a line over bars");
      assert.ok(against(theme.text) >= 4.5);
    });

    it(`has them in a ${kind} theme that sets nothing`, () => {
      const { theme, against } = colours({}, kind);
      for (const line of Object.values(theme.lines)) assert.ok(against(line) >= 4.5, line);
    });
  }

  for (const kind of Object.keys(fixtures) as ThemeName[]) {
    it(`gives each order the colour it has in hovers, ${kind}`, () => {
      const { theme } = colours(fixtures[kind].variables, kind);
      const { value, derivative, secondDerivative } = themes[kind];
      const expected = [value, derivative, secondDerivative].map((colour) => cssColour(readColour(colour)!));
      assert.deepEqual(Object.values(theme.lines), expected);
    });
  }

  it("has them in any theme", () => {
    const channel = fc.integer({ min: 0, max: 255 });
    const colour = fc.tuple(channel, channel, channel).map((rgb) => `rgb(${rgb.join(", ")})`);
    const names = ["editor-background", "foreground", "descriptionForeground"];
    const theme = fc.record(Object.fromEntries(names.map((name) => [`--vscode-${name}`, colour])));
    fc.assert(
      fc.property(theme, fc.constantFrom<ThemeName>("light", "dark"), (variables, kind) => {
        const { theme: read, against } = colours(variables, kind);
        for (const line of Object.values(read.lines)) assert.ok(against(line) >= 4.5);
        assert.ok(against(read.text) >= 4.5);
        assert.ok(against(read.axis) >= 3);
        assert.ok(against(read.bar) >= 3);
      }),
    );
  });

  for (const kind of Object.keys(fixtures) as ThemeName[]) {
    it(`tells a ${kind} theme by the body's classes`, () => {
      const classes = fixtures[kind].bodyClass.split(" ");
      assert.equal(themeKind({ contains: (name) => classes.includes(name) }), kind);
    });
  }
});
