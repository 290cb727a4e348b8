/**
 * Small form controls: native elements in VS Code's colours.
 *
 * The ones of @vscode-elements were tried: button, checkbox, text field and select cost 24 kB of the page gzipped where
 * these cost 1, their check boxes and tabs are lower than 24 px, and a native control brings its name, state and keyboard
 * to a screen reader without further care.
 */
import { numberText } from "../../engine/curve/number-text.ts";
import { h, setAttribute, setText, uniqueId } from "../dom.ts";
import { readNumber } from "../format.ts";
import { t } from "../../engine/l10n.ts";

export interface Field<T> {
  readonly element: HTMLElement;
  set(value: T): void;
}

/** @param label a text, or a text with a picture beside it */
export function checkBox(
  label: readonly (Node | string)[],
  onChange: (checked: boolean) => void,
): Field<boolean> {
  const input = h("input", { type: "checkbox" });
  input.addEventListener("change", () => {
    onChange(input.checked);
  });
  return {
    element: h("label", { class: "check-box" }, input, ...label),
    set: (checked) => {
      input.checked = checked;
    },
  };
}

interface Option<T extends string> {
  readonly value: T;
  readonly text: string;
}

/** Ids in their order, each with its text. */
export function optionsOf<T extends string>(
  ids: readonly T[],
  texts: Readonly<Record<T, string>>,
): readonly Option<T>[] {
  return ids.map((value) => ({ value, text: texts[value] }));
}

export function select<T extends string>(
  label: string,
  options: readonly Option<T>[],
  onChange: (value: T) => void,
): Field<T> {
  const input = h("select", {}, ...options.map(({ value, text }) => h("option", { value }, text)));
  input.addEventListener("change", () => {
    const chosen = options[input.selectedIndex];
    if (chosen) onChange(chosen.value);
  });
  return {
    element: h("label", { class: "select" }, h("span", {}, label), input),
    set: (value) => {
      input.value = value;
    },
  };
}

/** @param face what is written on it: `label`, a word of it, or a sign that `label` then explains */
export function button(label: string, onPress: () => void, face = label): HTMLButtonElement {
  const named = face === label ? {} : { "aria-label": label, title: label };
  const element = h("button", { type: "button", class: "button", ...named }, face);
  element.addEventListener("click", onPress);
  return element;
}

interface NumberBoxOptions {
  /** Its accessible name. */
  readonly label: string;
  readonly onChange: (value: number) => void;
  /** What is wrong with a number, or undefined; a wrong one is not passed on. */
  readonly problem?: (value: number) => string | undefined;
}

/** A box for one number. What is no number is marked, said in words beside it, and changes nothing. */
export function numberBox({ label, onChange, problem }: NumberBoxOptions): Field<number> {
  return valueBox({
    label,
    onChange,
    read: (text) => {
      const value = readNumber(text);
      if (value === undefined) return { problem: t("“{0}” is no number", text) };
      const why = problem?.(value);
      return why === undefined ? { value } : { problem: why };
    },
    write: (value) => numberText(value, 17),
  });
}

interface ValueBoxOptions<T> {
  /** Its accessible name. */
  readonly label: string;
  readonly onChange: (value: T) => void;
  /** A text as a value, or what is wrong with it. */
  readonly read: (text: string) => { readonly value: T } | { readonly problem: string };
  /** Two values that are written alike are one. */
  readonly write: (value: T) => string;
}

/** A box for what fits in a few letters. What cannot be read is marked, said in words beside it, and changes nothing. */
export function valueBox<T>({ label, onChange, read, write }: ValueBoxOptions<T>): Field<T> {
  const errorId = uniqueId("error");
  const input = h("input", { type: "text", inputmode: "decimal", "aria-label": label, autocomplete: "off" });
  const error = h("span", { id: errorId, class: "field-error", role: "alert" });
  const complain = (text: string | undefined) => {
    setText(error, text ?? "");
    setAttribute(input, "aria-invalid", text && "true");
    setAttribute(input, "aria-describedby", text && errorId);
  };
  let current: string | undefined;
  const show = () => {
    const shown = read(input.value);
    if (!("value" in shown) || write(shown.value) !== current) input.value = current ?? "";
    complain(undefined);
  };
  input.addEventListener("input", () => {
    const given = read(input.value);
    complain(undefined);
    if ("value" in given) onChange(given.value);
  });
  input.addEventListener("change", () => {
    const given = read(input.value);
    complain("problem" in given ? given.problem : undefined);
  });
  input.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") show();
  });
  return {
    element: h("span", { class: "number-box" }, input, error),
    set: (value) => {
      const text = write(value);
      if (text === current) return;
      current = text;
      show();
    },
  };
}

/** A field's name beside an element that has it as its accessible name already. */
export function labelled(text: string, element: HTMLElement): HTMLElement {
  return h("span", { class: "select" }, h("span", { "aria-hidden": "true" }, text), element);
}

/** What is wrong with a number that must be whole and between these, both included. */
export function wholeNumberProblem([low, high]: readonly [low: number, high: number]): (
  value: number,
) => string | undefined {
  return (value) =>
    Number.isInteger(value) && value >= low && value <= high
      ? undefined
      : t("must be a whole number from {0} to {1}", low, high);
}
