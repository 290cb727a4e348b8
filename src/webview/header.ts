/** Over the views: which function, where in the code it came from, whether the lab follows the cursor. */
import { functionById, functions } from "../engine/functions/index.ts";
import { button, checkBox, select } from "./controls/fields.ts";
import { h, setAttribute, setText } from "./dom.ts";
import { type LabMode, type LabSettings, type LabState, labModes } from "./protocol.ts";
import { t } from "../engine/l10n.ts";

interface HeaderActions {
  readonly chooseFunction: (id: LabState["functionId"]) => void;
  readonly revealSource: () => void;
  readonly followCursor: (on: boolean) => void;
  readonly copyLink: () => void;
  readonly toggle: (mode: LabMode) => void;
}

const modeTexts = (): Readonly<Record<LabMode, { readonly text: string; readonly label: string }>> => ({
  present: { text: t("Present"), label: t("Present: large type, without facts") },
  predict: { text: t("Predict"), label: t("Predict: guess f′ before it is shown") },
});

export function createHeader(actions: HeaderActions): {
  readonly element: HTMLElement;
  update(state: LabState, settings: LabSettings): void;
  /** Shows and speaks what became of something the person asked for, until it is something else. */
  notice(text: string): void;
} {
  const title = h("h1", { class: "visually-hidden" });
  const options = functions.map(({ id, name }) => ({ value: id, text: name }));
  const picker = select(t("Function"), options, actions.chooseFunction);
  const place = h("span");
  const code = h("code");
  const source = h("button", { type: "button", class: "source-link" }, place, " ", code);
  source.addEventListener("click", actions.revealSource);
  const notice = h("p", { class: "notice quiet", role: "status" });
  const follow = checkBox([t("Follow cursor")], actions.followCursor);
  const modes = labModes.map((mode) => {
    const { text, label } = modeTexts()[mode];
    const element = button(
      label,
      () => {
        actions.toggle(mode);
      },
      text,
    );
    return { mode, element };
  });
  const link = button(t("Copy link to this view"), actions.copyLink, t("Copy link"));
  return {
    element: h(
      "header",
      { class: "header" },
      title,
      picker.element,
      source,
      h("div", { class: "header-end" }, notice, follow.element, ...modes.map(({ element }) => element), link),
    ),
    update: (state, settings) => {
      setText(title, t("{0}, Activation Lens", functionById(state.functionId).name));
      picker.set(state.functionId);
      source.hidden = state.source === null;
      if (state.source) {
        setText(place, state.source.place);
        setText(code, state.source.text);
        setAttribute(source, "title", t("Go to {0} ({1})", state.source.place, state.source.framework));
      }
      follow.set(settings.followCursor);
      for (const { mode, element } of modes)
        setAttribute(element, "aria-pressed", String(Boolean(state[mode])));
    },
    notice: (text) => {
      // An equal text is spoken again only where it is set anew.
      notice.replaceChildren(text);
    },
  };
}
