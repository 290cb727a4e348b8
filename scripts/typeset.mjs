// Typesets each function's formula when the bundles are built, so that nothing heavy runs in the editor: SVG for hovers
// (the markdown of a hover shows images, not mathematics) and MathML for the lab.
import { mathjax } from "@mathjax/src/js/mathjax.js";
import { TeX } from "@mathjax/src/js/input/tex.js";
import { SVG } from "@mathjax/src/js/output/svg.js";
import { liteAdaptor } from "@mathjax/src/js/adaptors/liteAdaptor.js";
import { RegisterHTMLHandler } from "@mathjax/src/js/handlers/html.js";
import { SerializedMmlVisitor } from "@mathjax/src/js/core/MmlTree/SerializedMmlVisitor.js";
import { STATE } from "@mathjax/src/js/core/MathItem.js";
import "@mathjax/src/js/input/tex/ams/AmsConfiguration.js";

// MathJax measures in ex. At this size a formula's x is as high as that of a hover's 13 px text.
const pxPerEx = 6.6;

/** Units of the font, of which a hover's line has a thousand in 13 px, that outlines are told in: a twentieth of a pixel. */
const unit = 4;

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const document = mathjax.document("", {
  InputJax: new TeX({ packages: ["base", "ams"] }),
  OutputJax: new SVG({ fontCache: "local" }),
});
const mathml = new SerializedMmlVisitor();

/**
 * Formulas share their letters: each outline is kept once, or the bundle would be a tenth larger.
 * @param {readonly (readonly [id: string, latex: string])[]} latex
 * @returns outlines by the name of the letter, in as many of the font's units as `unit` says; for each formula an SVG
 *   without them, its colour `currentColor`, sized in px
 */
export function toSvgs(latex) {
  /** @type {Record<string, string>} */
  const glyphs = {};
  const formulas = Object.fromEntries(
    latex.map(([id, text]) => {
      // Names are numbered through, formula by formula.
      const svg = toSvg(text).replace(/MJX-\d+-/g, "");
      for (const [, name, outline] of svg.matchAll(/<path id="([^"]*)" d="([^"]*)"/g))
        glyphs[name] = compact(outline);
      return [id, svg.replace(/<defs>.*?<\/defs>/s, "")];
    }),
  );
  return { glyphs, formulas, unit };
}

/**
 * An outline in steps from point to point and in coarser units, which takes three fifths of the room. Points are rounded,
 * not steps: nothing drifts.
 * @param {string} outline of `M`, `L`, `C` and `Z`
 */
export function compact(outline) {
  let [x, y] = [0, 0];
  let start = [0, 0];
  return outline.replace(/([A-Z])([^A-Z]*)/g, (_, command, given) => {
    if (command === "Z") {
      [x, y] = start;
      return "z";
    }
    if (!"MLC".includes(command)) throw new Error(`outlines with ${command} are not read`);
    const points = (given.match(/-?[\d.]+/g) ?? []).map((number) => Math.round(Number(number) / unit));
    const perStep = command === "C" ? 6 : 2;
    let steps = "";
    for (let at = 0; at < points.length; at += perStep) {
      const own = points.slice(at, at + perStep);
      for (const [index, value] of own.entries()) {
        const step = value - (index % 2 === 0 ? x : y);
        steps += step < 0 || steps === "" ? step : ` ${step}`;
      }
      [x, y] = own.slice(-2);
      if (command === "M") start = [x, y];
    }
    return command.toLowerCase() + steps;
  });
}

/** @param {string} latex */
function toSvg(latex) {
  const svg = adaptor.innerHTML(document.convert(latex, { display: true }));
  if (svg.includes("data-mjx-error")) throw new Error(`cannot typeset ${latex}`);
  const px = (_, name, ex) => `${name}="${(Number(ex) * pxPerEx).toFixed(1)}"`;
  return svg
    .replace(/ (data-[\w-]+|style|role|focusable|xmlns:xlink|aria-[\w-]+)="[^"]*"/g, "")
    .replaceAll("xlink:href", "href")
    .replace(/\b(width|height)="([\d.]+)ex"/g, px);
}

/**
 * @param {string} latex
 * @returns {string} presentation MathML
 */
export function toMathMl(latex) {
  return mathml
    .visitTree(document.convert(latex, { display: true, end: STATE.CONVERT }))
    .replace(/ data-[\w-]+="[^"]*"/g, "")
    .replace(/>\s+</g, "><");
}
