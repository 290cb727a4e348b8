/** Puts a typeset formula together with the outlines of its letters, which all formulas share. Pure. */

/** @param unit of the outlines @returns a self-contained SVG */
export function withGlyphs(formula: string, glyphs: Readonly<Record<string, string>>, unit: number): string {
  const names = new Set(Array.from(formula.matchAll(/ href="#([^"]+)"/g), ([, name]) => name!));
  const outlines = [...names].map(
    (name) => `<path id="${name}" transform="scale(${unit})" d="${glyphs[name] ?? ""}"/>`,
  );
  return formula.replace(/(?<=^<svg[^>]*>)/, `<defs>${outlines.join("")}</defs>`);
}
