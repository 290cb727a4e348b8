/** A hover's markdown. Pure: strings in, strings out; whose links may run is the provider's business. */
import { drawableOf } from "../../engine/curve/drawable.ts";
import { formatFacts } from "../../engine/curve/format-facts.ts";
import { isJump, kinkAt } from "../../engine/curve/kinks.ts";
import { curveSvg } from "../../engine/curve/svg.ts";
import { type ThemeKind, themes } from "../../engine/curve/theme.ts";
import { numberText } from "../../engine/curve/number-text.ts";
import type {
  ActivationFunction,
  ElementwiseFunction,
  GatedFunction,
  Interval,
  Note,
  ParameterValues,
  Source,
  VectorFunction,
} from "../../engine/functions/define.ts";
import { lipschitzConstant } from "../../engine/functions/claims.ts";
import type { HoverContent } from "./content.ts";
import { keyOfValues, remembered } from "./remembered.ts";

export interface HoverLook {
  readonly theme: ThemeKind;
  readonly curve: boolean;
  /** Whether the details are shown, or only a link to them. */
  readonly details: boolean;
  /** Typeset formula as SVG, drawn in `currentColor`. */
  readonly typeset: string | undefined;
  /** Which version of the framework is taken for granted, as a sentence. */
  readonly version?: string | undefined;
  /** Command links, ready made. */
  readonly links: Readonly<Record<"lab" | "compare" | "transform" | "details", string>>;
}

/** Pixels; VS Code opens hovers at most a quarter of the editor high. */
const curveSize = { width: 340, height: 88 };

export function hoverMarkdown(content: HoverContent, look: HoverLook): string {
  const { fn, spelling, certainty, parameters, formula, values, elsewhere, remark } = content;
  const title = [
    `**${fn.name}**`,
    code(spelling),
    ...(certainty === undefined ? [] : [escaped(certainty)]),
    ...parameters.map(escaped),
  ].join(" · ");
  // Line breaks, not paragraphs: VS Code shows about 250 pixels of a hover before it scrolls.
  const body = [
    ...(look.curve ? [picture(content, look)] : []),
    code(formula),
    escaped(values.join(" · ")),
    ...(elsewhere === undefined ? [] : [escaped(elsewhere)]),
    ...(remark === undefined ? [] : [`⚠ ${escaped(remark)}`]),
    links(content, look),
  ];
  const lines = [title, body.join("<br>"), ...(look.details ? [details(fn, content, look)] : [])];
  return lines.join("\n\n");
}

function links(
  { docs }: HoverContent,
  { links: { lab, compare, transform, details: more }, details: isLong }: HoverLook,
): string {
  return [
    `[Lab](${lab} "Open the lab on this call")`,
    `[Compare](${compare} "Lay it over the other functions of this file")`,
    `[Transform](${transform} "Run it over numbers in the lab")`,
    ...(docs === undefined ? [] : [`[Docs](${docs})`]),
    ...(isLong ? [] : [`[Details](${more} "Show the facts, when to use it, and the paper")`]),
  ].join(" · ");
}

const picture = remembered(
  ({ fn, params, units }: HoverContent, { theme }: HoverLook) =>
    `${fn.id} ${units} ${theme} ${keyOfValues(params)}`,
  ({ fn, params, units }, { theme }) => {
    const svg = curveSvg(fn, params, { theme: themes[theme], ...curveSize, units });
    return image(svg, `curve of ${fn.name}`, `|width=${curveSize.width},height=${curveSize.height}`);
  },
);

/** VS Code sizes an image by what follows a `|` in its address. */
function image(svg: string, alt: string, size = ""): string {
  return `![${alt}](data:image/svg+xml;base64,${base64(svg)}${size})`;
}

function details(fn: ActivationFunction, content: HoverContent, look: HoverLook): string {
  const formula = look.typeset?.replaceAll("currentColor", themes[look.theme].text);
  const parts = [
    ...(formula === undefined ? [] : [image(formula, content.formula)]),
    facts(fn, content),
    notes("Strengths", fn.notes.strengths),
    notes("Weaknesses", fn.notes.weaknesses),
    notes("When to use it", fn.notes.whenToUse),
    look.version === undefined ? "" : escaped(look.version),
    fn.origin === undefined ? "" : `Origin: ${sourceText(fn.origin)}, ${escaped(fn.origin.title)}`,
  ];
  return ["---", ...parts.filter((part) => part !== "")].join("\n\n");
}

function facts(fn: ActivationFunction, { params }: HoverContent): string {
  switch (fn.kind) {
    case "elementwise":
      return table([
        ["f(0)", numberText(fn.value(0, params))],
        ...curveFacts("f", fn, params),
        ...formatRows("f", fn, params),
      ]);
    case "gated":
      return table([
        ["gate", `${fn.gate.name}: ∂y/∂a = ${fn.gate.name}(b), ∂y/∂b = a · ${fn.gate.name}′(b)`],
        ...(fn.axis === undefined
          ? []
          : [["halves", `the first is a, the second b, along axis ${fn.axis.default}`] as const]),
        ...curveFacts("gate", fn, params),
        ...formatRows("gate", fn, params),
      ]);
    case "vector":
      return table(vectorFacts(fn));
  }
}

type FactRow = readonly [name: string, text: string];

function vectorFacts({ claims: { range, sum, shiftInvariant }, lengths }: VectorFunction): FactRow[] {
  return [
    ["each output", intervalText(range)],
    ...(sum === undefined ? [] : [["outputs sum to", intervalText(sum)] as const]),
    ["adding a number to every input", shiftInvariant ? "changes nothing" : "changes the outputs"],
    ["lengths", lengths === undefined ? "[n] to [n]" : lengths.text],
  ];
}

function curveFacts(
  symbol: string,
  fn: ElementwiseFunction | GatedFunction,
  params: ParameterValues,
): FactRow[] {
  const { jet, claims } = drawableOf(fn, params);
  const lipschitz = lipschitzConstant(claims);
  const [jumps, kinks] = [true, false].map((wanted) =>
    claims.kinks.filter((x) => isJump(kinkAt(jet, x)) === wanted),
  );
  return [
    [symbol === "f" ? "range" : `${symbol} range`, intervalText(claims.range)],
    [`${symbol}′ range`, intervalText(claims.derivativeRange)],
    ["Lipschitz constant", Number.isFinite(lipschitz) ? numberText(lipschitz) : "none"],
    ["zero-centred", claims.zeroCentred ? `yes, ${symbol}(−x) = −${symbol}(x)` : "no"],
    ["monotone", claims.monotone ? "yes" : "no"],
    ["saturates", saturatesText[claims.saturates]],
    [
      "smoothness",
      [smoothnessText[claims.smoothness], ...placesText("jump", jumps), ...placesText("kink", kinks)].join(
        ", ",
      ),
    ],
  ];
}

function placesText(name: string, places: readonly number[] = []): string[] {
  return places.length === 0 ? [] : [`${name} at ${places.map((x) => numberText(x)).join(", ")}`];
}

/** Where rounding to a number format makes inputs one. */
function formatRows(
  symbol: string,
  fn: ElementwiseFunction | GatedFunction,
  params: ParameterValues,
): FactRow[] {
  return formatFacts(symbol, fn, params).map(({ name, text }) => [`in ${name}`, text]);
}

const saturatesText = {
  none: "no",
  left: "on the left",
  right: "on the right",
  both: "on both sides",
} as const;

const smoothnessText = {
  discontinuous: "f jumps",
  C0: "f continuous, f′ jumps",
  C1: "f′ continuous, f″ jumps",
  C2: "f″ continuous",
  smooth: "infinitely differentiable",
} as const;

function table(rows: readonly (readonly [string, string])[]): string {
  return [
    "| | |",
    "|---|---|",
    ...rows.map(([name, value]) => `| ${escaped(name)} | ${escaped(value)} |`),
  ].join("\n");
}

function notes(title: string, list: readonly Note[]): string {
  if (list.length === 0) return "";
  const lines = list.map(
    ({ text, condition, source }) => `- ${escaped(text)} *${escaped(condition)}* (${sourceText(source)})`,
  );
  return [`**${title}**`, ...lines].join("\n");
}

function sourceText({ authors, year, id }: Source): string {
  const name = `${escaped(authors)} ${year}`;
  const address = id === undefined ? undefined : sourceAddress(id);
  return address === undefined ? name : `[${name}](${address})`;
}

/** A web address for an arXiv id, a DOI or an address; undefined for anything else. */
function sourceAddress(id: string): string | undefined {
  const arxiv = /^arxiv:(.+)$/i.exec(id)?.[1];
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`;
  const doi = /^(?:doi:)?(10\.\d{4,}\/\S+)$/i.exec(id)?.[1];
  if (doi !== undefined) return `https://doi.org/${doi}`;
  return /^https:\/\/\S+$/.test(id) ? id : undefined;
}

function intervalText({ low, high, lowClosed, highClosed }: Interval): string {
  if (low === high) return numberText(low);
  return `${lowClosed ? "[" : "("}${numberText(low)}, ${numberText(high)}${highClosed ? "]" : ")"}`;
}

/** Text that markdown and HTML leave as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>&~$-]/g, (c) =>
    c === "<" ? "&lt;" : c === ">" ? "&gt;" : c === "&" ? "&amp;" : `\\${c}`,
  );
}

/** A code span; one that holds backticks is fenced by more of them. */
function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
