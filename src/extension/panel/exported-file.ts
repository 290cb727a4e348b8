/** What the page wants to save, as bytes and with the name of a file. Pure. The page is not trusted with either. */
import type { ExportFormat, ExportedFile } from "../../webview/protocol.ts";
import { l10n } from "../l10n.ts";

interface FileKind {
  /** As VS Code's dialog names it. */
  readonly title: () => string;
  readonly extension: string;
}

export const fileKinds: Readonly<Record<ExportFormat, FileKind>> = {
  png: { title: () => l10n.t("PNG picture"), extension: "png" },
  svg: { title: () => l10n.t("SVG picture"), extension: "svg" },
  csv: { title: () => l10n.t("Comma-separated values"), extension: "csv" },
  latex: { title: () => "LaTeX", extension: "tex" },
};

/** "Leaky ReLU: f, f′" as "leaky-relu-f-f.svg": small letters, digits and hyphens alone. */
export function fileName({ format, name }: ExportedFile): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return `${plain || "activation"}.${fileKinds[format].extension}`;
}

/** @throws Error with a reason for a person where the content is not what its format says */
export function fileBytes({ format, content }: ExportedFile): Uint8Array {
  switch (format) {
    case "png":
      return pngBytes(content);
    case "svg":
      if (!drawsOnly(content)) throw new Error(l10n.t("the picture has parts that no chart has."));
      return new TextEncoder().encode(content);
    case "csv":
    case "latex":
      return new TextEncoder().encode(content);
  }
}

const pngSignature = "\x89PNG\r\n\x1a\n";

function pngBytes(content: string): Uint8Array {
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(content) && content.length % 4 === 0;
  const binary = isBase64 ? atob(content) : "";
  if (!binary.startsWith(pngSignature)) throw new Error(l10n.t("the picture is no PNG."));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

const drawing = ["svg", "title", "g", "path", "rect", "circle", "text"];

/** Whether nothing in the SVG runs or refers to anything: charts consist of a few elements that only draw. */
function drawsOnly(svg: string): boolean {
  const isWhole = svg.startsWith("<svg ") && svg.trimEnd().endsWith("</svg>");
  return isWhole && Array.from(svg.matchAll(/<([^>]*)>?/g), ([, tag = ""]) => tag).every(isDrawing);
}

function isDrawing(tag: string): boolean {
  const [, name = ""] = /^\/?([a-z]+)(?=[\s/]|$)/.exec(tag) ?? [];
  return (
    drawing.includes(name) &&
    !/(^|[\s"'/])(on\w*|style|(xlink:)?href)\s*=/i.test(tag) &&
    !/url\s*\(/i.test(tag)
  );
}
