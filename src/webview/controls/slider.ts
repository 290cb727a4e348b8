/** A parameter's slider: native range with a number box, and marks where its default and the value in the code lie. */
import { numberText } from "../../engine/curve/number-text.ts";
import { h, setAttribute, setText, uniqueId } from "../dom.ts";
import { numberBox } from "./fields.ts";
import { t } from "../../engine/l10n.ts";

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

interface SliderOptions extends Scale {
  /** "negative_slope" */
  readonly name: string;
  /** "slope for x < 0" */
  readonly meaning: string;
  readonly onChange: (value: number) => void;
}

/** A value worth marking on the track, and setting again. */
export interface Mark {
  readonly sign: "◇" | "▾";
  /** "default", "in model.py:42" */
  readonly text: string;
  readonly value: number;
}

export interface Slider {
  readonly element: HTMLElement;
  update(value: number, marks: readonly Mark[]): void;
}

/** Half a thumb, by which the thumb's centre stays away from either end of the track; styles.css says the same. */
const halfThumbPx = 7;

export function createSlider(options: SliderOptions): Slider {
  const { name, meaning, min, max, step, onChange } = options;
  const id = uniqueId("slider");
  const meaningId = uniqueId("meaning");
  const range = h("input", { type: "range", id, min, max, step, "aria-describedby": meaningId });
  range.addEventListener("input", () => {
    onChange(range.valueAsNumber);
  });
  const box = numberBox({ label: t("{0}, as a number", name), onChange });
  const track = h("div", { class: "slider-track" }, range);
  const legend = h("div", { class: "slider-legend" });
  let shown = "";
  return {
    element: h(
      "div",
      { class: "slider", role: "group", "aria-label": name },
      h("label", { for: id, class: "slider-name" }, name),
      h("span", { id: meaningId, class: "slider-meaning" }, meaning),
      box.element,
      track,
      legend,
    ),
    update: (value, marks) => {
      range.value = String(clamp(value, options));
      setAttribute(range, "aria-valuetext", valueText(value, marks));
      box.set(value);
      const key = JSON.stringify(marks.map((mark) => [mark.sign, mark.text, numberText(mark.value, 17)]));
      if (key !== shown) {
        shown = key;
        track.replaceChildren(...marks.flatMap((mark) => markOnTrack(mark, options)), range);
        legend.replaceChildren(...marks.map((mark) => markButton(name, mark, onChange)));
      }
      for (const [i, mark] of marks.entries()) {
        setAttribute(legend.children[i]!, "aria-pressed", String(mark.value === value));
      }
    },
  };
}

/** What a screen reader says for the slider: "0.2, in model.py:42", "0.3". */
export function valueText(value: number, marks: readonly Mark[]): string {
  const names = marks.filter((mark) => mark.value === value).map(({ text }) => text);
  const number = value === Infinity ? t("infinite") : numberText(value, 6);
  return [number, ...names].join(", ");
}

/** Where on a track a value lies, from 0 to 1; undefined if the track does not reach it. */
export function positionOn({ min, max }: Scale, value: number): number | undefined {
  return value >= min && value <= max ? (value - min) / (max - min) : undefined;
}

function clamp(value: number, { min, max }: Scale): number {
  return Math.min(max, Math.max(min, value));
}

function markOnTrack({ sign, value }: Mark, scale: Scale): HTMLElement[] {
  const position = positionOn(scale, value);
  if (position === undefined) return [];
  const element = h("span", { class: "slider-mark", "aria-hidden": "true" }, sign);
  element.style.left = `calc(${halfThumbPx}px + ${position} * (100% - ${2 * halfThumbPx}px))`;
  return [element];
}

function markButton(name: string, mark: Mark, onChange: (value: number) => void): HTMLButtonElement {
  const number = numberText(mark.value, 6);
  const element = h(
    "button",
    { type: "button", class: "mark-button", title: t("Set {0} to {1}", name, number) },
    h("span", { "aria-hidden": "true" }, mark.sign),
    h("span", { class: "mark-text" }, `${mark.text} ${number}`),
  );
  setText(element.lastChild!, `${mark.text} ${number}`);
  element.addEventListener("click", () => {
    onChange(mark.value);
  });
  return element;
}
