/** A hover's markdown. Pure: strings in, strings out; whose links may run is the provider's business. */
import { curveSvg } from "../../engine/curve/svg.ts";
import { type ThemeKind, themes } from "../../engine/curve/theme.ts";
import type { ActivationFunction, Note, Source } from "../../engine/functions/define.ts";
import { l10n } from "../l10n.ts";
import type { HoverContent } from "./content.ts";
import { type FactRow, factsOf } from "./facts.ts";
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
    link(l10n.t("Lab"), lab, l10n.t("Open the lab on this call")),
    link(l10n.t("Compare"), compare, l10n.t("Lay it over the other functions of this file")),
    link(l10n.t("Transform"), transform, l10n.t("Run it over numbers in the lab")),
    ...(docs === undefined ? [] : [`[${escaped(l10n.t("Docs"))}](${docs})`]),
    ...(isLong
      ? []
      : [link(l10n.t("Details"), more, l10n.t("Show the facts, when to use it, and the paper"))]),
  ].join(" · ");
}

/** @param title shown where it is pointed at */
function link(label: string, address: string, title: string): string {
  return `[${escaped(label)}](${address} "${title.replaceAll('"', '\\"')}")`;
}

const picture = remembered(
  ({ fn, params, units }: HoverContent, { theme }: HoverLook) =>
    `${fn.id} ${units} ${theme} ${keyOfValues(params)}`,
  ({ fn, params, units }, { theme }) => {
    const svg = curveSvg(fn, params, { theme: themes[theme], ...curveSize, units });
    return image(
      svg,
      l10n.t("curve of {0}", fn.name),
      `|width=${curveSize.width},height=${curveSize.height}`,
    );
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
    table(factsOf(fn, content.params)),
    notes(l10n.t("Strengths"), fn.notes.strengths),
    notes(l10n.t("Weaknesses"), fn.notes.weaknesses),
    notes(l10n.t("When to use it"), fn.notes.whenToUse),
    look.version === undefined ? "" : escaped(look.version),
    fn.origin === undefined
      ? ""
      : l10n.t("Origin: {0}, {1}", sourceText(fn.origin), escaped(fn.origin.title)),
  ];
  return ["---", ...parts.filter((part) => part !== "")].join("\n\n");
}

function table(rows: readonly FactRow[]): string {
  return [
    "| | |",
    "|---|---|",
    ...rows.map(([name, value]) => `| ${escaped(name)} | ${escaped(value)} |`),
  ].join("\n");
}

function notes(title: string, list: readonly Note[]): string {
  if (list.length === 0) return "";
  const lines = list.map(
    ({ text, condition, source }) =>
      `- ${escaped(l10n.told(text))} *${escaped(l10n.told(condition))}* (${sourceText(source)})`,
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
