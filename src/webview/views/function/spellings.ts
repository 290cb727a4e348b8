/** How frameworks write the function: every name with its parameters there, and a button that copies it. Filled while open. */
import { t } from "../../../engine/l10n.ts";
import { copyButton } from "../../controls/copy.ts";
import { h } from "../../dom.ts";
import type { LabState } from "../../protocol.ts";
import type { Page, Part } from "../define.ts";

export function createSpellings({ frameworks }: Page): Part {
  const list = h("dl", { class: "spellings" });
  const element = h("details", { class: "aside" }, h("summary", {}, t("In the frameworks")), list);
  let latest: LabState | undefined;
  let shown = "";
  const fill = () => {
    if (!element.open || !latest) return;
    const { functionId, source } = latest;
    const key = `${functionId} ${source?.framework}`;
    if (key === shown) return;
    shown = key;
    const groups = spellingsBy(frameworks[functionId]?.spellings ?? [], source?.framework);
    list.replaceChildren(
      ...groups.flatMap(([framework, rows]) => [
        h("dt", {}, framework),
        ...rows.flatMap(({ names, parameters }) => names.map((name) => createName(name, parameters))),
      ]),
    );
  };
  element.addEventListener("toggle", fill);
  return {
    element,
    update: (state) => {
      latest = state;
      element.hidden = (frameworks[state.functionId]?.spellings.length ?? 0) === 0;
      fill();
    },
  };
}

type Spelled = Page["frameworks"][string]["spellings"];

/** By framework, in the order of the tables; the one of the code first. */
export function spellingsBy(
  spellings: Spelled,
  first: string | undefined,
): readonly (readonly [framework: string, rows: Spelled])[] {
  const names = [...new Set(spellings.map(({ framework }) => framework))];
  const ordered = [...names.filter((name) => name === first), ...names.filter((name) => name !== first)];
  return ordered.map((name) => [name, spellings.filter(({ framework }) => framework === name)]);
}

function createName(name: string, parameters: readonly string[]): HTMLElement {
  // A line may end after a dot or the like, not within a word.
  const parts = name.split(/(?<=[._:])/).flatMap((part) => [part, h("wbr")]);
  const code = h("code", {}, ...parts);
  const copy = copyButton({
    label: t("Copy {0}", name),
    face: t("Copy"),
    text: () => name,
    select: () => getSelection()?.selectAllChildren(code),
  });
  return h(
    "dd",
    {},
    h("span", {}, code, " ", h("code", { class: "quiet" }, parameters.join(", "))),
    copy.element,
  );
}
