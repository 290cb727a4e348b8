/** Answers VS Code's hovers. */
import * as vscode from "vscode";
import { formulas, glyphs, unit } from "formulas:svg";
import type { ThemeKind } from "../../engine/curve/theme.ts";
import { versionText } from "../../engine/frameworks/versions.ts";
import { openLabFromHover } from "../commands/open-lab-from-hover.ts";
import { showDetails } from "../commands/show-details.ts";
import type { Documents, HoveredUse } from "../documents.ts";
import type { Settings } from "../settings.ts";
import type { Step } from "../steps.ts";
import { describeUse } from "./content.ts";
import type { DetailRequests } from "./details.ts";
import { withGlyphs } from "./formula.ts";
import { commandLink } from "./links.ts";
import { hoverMarkdown } from "./markdown.ts";

/** Commands a hover's links may run; no other runs from there. */
const trusted = [openLabFromHover.id, showDetails.id];

export class HoverProvider implements vscode.HoverProvider {
  readonly #documents: Documents;
  readonly #settings: Settings;
  readonly #details: DetailRequests;
  readonly #log: vscode.LogOutputChannel;
  readonly #done: (step: Step) => void;

  constructor(
    documents: Documents,
    settings: Settings,
    details: DetailRequests,
    log: vscode.LogOutputChannel,
    done: (step: Step) => void,
  ) {
    this.#documents = documents;
    this.#settings = settings;
    this.#details = details;
    this.#log = log;
    this.#done = done;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (this.#settings.get("hover.detail") === "off") return undefined;
    try {
      const found = await this.#documents.hoveredAt(document, position);
      if (!found || token.isCancellationRequested) return undefined;
      this.#done("hover");
      return new vscode.Hover(this.#markdown(found), found.range);
    } catch (error) {
      this.#log.error(`No hover at ${document.uri.toString()}:${position.line + 1}`, error);
      return undefined;
    }
  }

  #markdown({ document, use, versions }: HoveredUse): vscode.MarkdownString {
    const target = { uri: document.uri.toString(), offset: use.nameRange.start };
    // A screen reader reads what is there, so nothing is kept for a second look.
    const isReadAloud = vscode.workspace.getConfiguration("editor").get("accessibilitySupport") === "on";
    const isLong = this.#details.take(target) || isReadAloud || this.#settings.get("hover.detail") === "full";
    const text = hoverMarkdown(describeUse(use), {
      theme: themeKind(vscode.window.activeColorTheme.kind),
      curve: this.#settings.get("hover.curve"),
      details: isLong,
      typeset: withGlyphs(formulas[use.function]!, glyphs, unit),
      version: versionText(use.framework, versions),
      links: {
        details: commandLink(showDetails.id, target),
        lab: commandLink(openLabFromHover.id, target),
        compare: commandLink(openLabFromHover.id, { ...target, view: "compare" }),
        transform: commandLink(openLabFromHover.id, { ...target, view: "transform" }),
      },
    });
    const markdown = new vscode.MarkdownString(text);
    markdown.supportHtml = true;
    markdown.isTrusted = { enabledCommands: trusted };
    return markdown;
  }
}

function themeKind(kind: vscode.ColorThemeKind): ThemeKind {
  switch (kind) {
    case vscode.ColorThemeKind.Light:
      return "light";
    case vscode.ColorThemeKind.HighContrast:
      return "high-contrast";
    case vscode.ColorThemeKind.HighContrastLight:
      return "high-contrast-light";
    case vscode.ColorThemeKind.Dark:
      return "dark";
  }
}
