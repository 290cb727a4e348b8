/** Tabs after the ARIA pattern: one stop for Tab, arrows move and select, Home and End go to the ends. */
import { h, setAttribute } from "../dom.ts";
import { type ArrowKeys, nextIndex } from "./keys.ts";

interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: string;
}

export interface Tabs<Id extends string> {
  readonly list: HTMLElement;
  readonly panels: Readonly<Record<Id, HTMLElement>>;
  select(id: Id): void;
}

/** @param onSelect called when the person chooses a tab, not by `select` */
export function createTabs<Id extends string>(
  name: string,
  tabs: readonly Tab<Id>[],
  onSelect: (id: Id) => void,
): Tabs<Id> {
  const buttons = tabs.map(({ id, title }) => {
    const ids = { id: `tab-${id}`, "aria-controls": `panel-${id}` };
    const button = h("button", { type: "button", role: "tab", ...ids }, title);
    button.addEventListener("click", () => {
      onSelect(id);
    });
    return button;
  });
  const list = h("div", { role: "tablist", "aria-label": name, class: "tabs" }, ...buttons);
  list.addEventListener("keydown", (event) => {
    const target = nextTab(event.key, buttons.indexOf(event.target as HTMLButtonElement), tabs.length);
    if (target === undefined) return;
    event.preventDefault();
    onSelect(tabs[target]!.id);
    buttons[target]!.focus();
  });
  const panels = tabs.map(({ id }) => [
    id,
    h("div", {
      role: "tabpanel",
      id: `panel-${id}`,
      "aria-labelledby": `tab-${id}`,
      class: "panel",
      hidden: true,
    }),
  ]);
  const byId = Object.fromEntries(panels) as Record<Id, HTMLElement>;
  return {
    list,
    panels: byId,
    select: (selected) => {
      tabs.forEach(({ id }, i) => {
        setAttribute(buttons[i]!, "aria-selected", String(id === selected));
        setAttribute(buttons[i]!, "tabindex", id === selected ? "0" : "-1");
        byId[id].hidden = id !== selected;
      });
    },
  };
}

const arrows: ArrowKeys = { back: "ArrowLeft", forward: "ArrowRight" };

/** Which tab a key goes to from tab `index` of `count`; undefined if the key does not move. */
export function nextTab(key: string, index: number, count: number): number | undefined {
  return nextIndex(arrows, key, index, count);
}
