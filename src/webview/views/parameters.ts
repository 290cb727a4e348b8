/** The parameters of the lab's function, a slider for each. */
import { functionById } from "../../engine/functions/index.ts";
import { type Mark, type Slider, createSlider } from "../controls/slider.ts";
import { h, setText } from "../dom.ts";
import type { LabState } from "../protocol.ts";
import { defaultParams, givenParams } from "../state.ts";
import type { Page, Part } from "./define.ts";
import { t, told } from "../../engine/l10n.ts";

export function createParameters(page: Page): Part {
  const list = h("div", { class: "parameters" });
  const unknown = h("p", { class: "note" });
  const element = h("section", { "aria-label": t("Parameters") }, list, unknown);
  let sliders: ReadonlyMap<string, Slider> = new Map();
  let shown: string | undefined;

  const build = (functionId: LabState["functionId"]) => {
    const entries = Object.entries(functionById(functionId).params).map(([name, parameter]) => {
      const { meaning, slider } = parameter;
      const onChange = (value: number) => {
        page.change({ params: { ...page.state.params, [name]: value } });
      };
      return [name, createSlider({ name, meaning: told(meaning), ...slider, onChange })] as const;
    });
    sliders = new Map(entries);
    list.replaceChildren(...entries.map(([, slider]) => slider.element));
  };
  return {
    element,
    update: (next) => {
      if (shown !== next.functionId) build(next.functionId);
      shown = next.functionId;
      for (const [name, slider] of sliders) slider.update(next.params[name]!, marksOf(next, name));
      setText(unknown, unknownText(next));
      element.hidden = sliders.size === 0;
    },
  };
}

/** The default and the value in the code, where there is one. */
export function marksOf(state: LabState, name: string): readonly Mark[] {
  const { source, functionId } = state;
  const given = givenParams(state)[name];
  const isHere = source?.functionId === functionId && source.defaults[name] !== undefined;
  const text = isHere ? t("{0} default", source.framework) : t("default");
  const initial = defaultParams(state)[name];
  return [
    ...(initial === undefined ? [] : [{ sign: "◇", text, value: initial } as const]),
    ...(given === undefined ? [] : [{ sign: "▾", text: t("in code"), value: given } as const]),
  ];
}

/** Which parameters the code has as something that is no number to read. */
export function unknownText({ source, functionId }: LabState): string {
  if (source?.functionId !== functionId || source.unknown.length === 0) return "";
  return t("{0} is no literal at {1}: shown at the default.", source.unknown.join(", "), source.place);
}
