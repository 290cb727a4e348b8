/** A button that opens a menu, after the ARIA pattern: arrows move, Enter chooses, Escape and leaving close. */
import { h, setAttribute } from "../dom.ts";
import { button } from "./fields.ts";
import { type ArrowKeys, nextIndex } from "./keys.ts";

const arrows: ArrowKeys = { back: "ArrowUp", forward: "ArrowDown" };

interface MenuItem {
  readonly text: string;
  readonly choose: () => void;
}

export interface Menu {
  readonly element: HTMLElement;
  /** @param label the button's accessible name, which contains what is written on it */
  name(label: string): void;
}

/** @param face what is written on the button */
export function createMenu(face: string, items: readonly MenuItem[]): Menu {
  const buttons = items.map(({ text, choose }) => {
    const item = h("button", { type: "button", role: "menuitem", tabindex: -1, class: "menu-item" }, text);
    item.addEventListener("click", () => {
      close();
      opener.focus();
      choose();
    });
    return item;
  });
  const list = h("div", { role: "menu", class: "menu-list", hidden: true }, ...buttons);
  const opener = button(face, () => {
    if (list.hidden) open();
    else close();
  });
  setAttribute(opener, "aria-haspopup", "menu");
  setAttribute(opener, "aria-expanded", "false");
  const open = () => {
    list.hidden = false;
    setAttribute(opener, "aria-expanded", "true");
    buttons[0]?.focus();
  };
  const close = () => {
    list.hidden = true;
    setAttribute(opener, "aria-expanded", "false");
  };
  const element = h("span", { class: "menu" }, opener, list);
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) close();
  });
  element.addEventListener("keydown", (event) => {
    if (list.hidden) {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      open();
      return;
    }
    if (event.key === "Escape") {
      close();
      opener.focus();
      return;
    }
    const next = nextIndex(
      arrows,
      event.key,
      buttons.indexOf(event.target as HTMLButtonElement),
      buttons.length,
    );
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  });
  return {
    element,
    name: (label) => {
      setAttribute(opener, "aria-label", label);
      setAttribute(list, "aria-label", label);
    },
  };
}
