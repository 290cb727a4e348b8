/** Beside the chart: what the function's record says, every statement with its condition and source. */
import type { Note, Source } from "../../../engine/functions/define.ts";
import {
  type ActivationFunction,
  type ParameterValues,
  functionById,
} from "../../../engine/functions/index.ts";
import { parameterProblem } from "../../../engine/functions/parameters.ts";
import { h, setText } from "../../dom.ts";
import type { Part } from "../define.ts";
import { type Fact, factsOf } from "./facts.ts";
import { t, told } from "../../../engine/l10n.ts";

export function createFacts(): Part {
  const list = h("dl", { class: "facts" });
  return {
    element: h("section", { class: "aside" }, h("h2", {}, t("Facts")), list),
    update: ({ functionId, params }) => {
      const fn = functionById(functionId);
      const facts = statedFacts(fn, params);
      while (list.children.length > 2 * facts.length) list.lastChild?.remove();
      while (list.children.length < 2 * facts.length) list.append(h("dt"), h("dd"));
      for (const [i, { name, text }] of facts.entries()) {
        setText(list.children[2 * i]!, name);
        setText(list.children[2 * i + 1]!, text);
      }
    },
  };
}

/** Claims are made, and tested, for parameters inside their domains only. */
function statedFacts(fn: ActivationFunction, params: ParameterValues): readonly Fact[] {
  if (parameterProblem(fn, params) !== undefined) {
    return [{ name: t("Not stated"), text: t("a parameter is outside its domain") }];
  }
  return factsOf(fn, params);
}

export function createNotes(): Part {
  const element = h("div", { class: "notes aside" });
  let shown: string | undefined;
  return {
    element,
    update: ({ functionId }) => {
      if (shown === functionId) return;
      shown = functionId;
      const { notes, origin } = functionById(functionId);
      element.replaceChildren(
        noteList(t("When to use"), notes.whenToUse, true),
        noteList(t("Strengths"), notes.strengths, false),
        noteList(t("Weaknesses"), notes.weaknesses, false),
        ...(origin
          ? [h("p", { class: "origin" }, `${t("Origin")}: `, sourceText(origin), `, ${origin.title}`)]
          : []),
      );
    },
  };
}

function noteList(title: string, notes: readonly Note[], open: boolean): HTMLElement {
  const items = notes.map(noteItem);
  const details = h("details", { open }, h("summary", {}, title), h("ul", {}, ...items));
  details.hidden = notes.length === 0;
  return details;
}

/** A statement with the condition it holds under and its source. */
export function noteItem({ text, condition, source }: Note): HTMLElement {
  return h(
    "li",
    {},
    h("div", {}, told(text)),
    h("div", { class: "condition" }, `${told(condition)} · `, h("cite", {}, sourceText(source))),
  );
}

function sourceText(source: Source): Node {
  const text = `${source.authors} ${source.year}`;
  const address = addressOf(source);
  return address ? h("a", { href: address, title: source.title }, text) : document.createTextNode(text);
}

/** Where a source can be read; undefined if its id names no place. */
export function addressOf({ id = "" }: Source): string | undefined {
  if (id.startsWith("arXiv:")) return `https://arxiv.org/abs/${id.slice(6)}`;
  if (id.startsWith("doi:")) return `https://doi.org/${id.slice(4)}`;
  return id.startsWith("https://") ? id : undefined;
}
