/** Examples of a view to learn from: a button each, and what is to be seen in the one that was pressed. */
import type { FunctionId } from "../../engine/functions/index.ts";
import { button } from "../controls/fields.ts";
import { h, setText } from "../dom.ts";
import type { LabState } from "../protocol.ts";
import { withFunction } from "../state.ts";
import type { Page } from "./define.ts";
import { t } from "../../engine/l10n.ts";

export interface Preset {
  readonly name: string;
  /** What is to be seen. */
  readonly says: string;
  readonly functionId: FunctionId;
}

/** @param patchOf what an example sets beside its function; `state` has the function already */
export function createPresets<P extends Preset>(
  page: Page,
  presets: readonly P[],
  patchOf: (preset: P, state: LabState) => Partial<LabState>,
): HTMLElement {
  const says = h("p", { class: "note", role: "status" });
  const buttons = presets.map((preset) =>
    button(preset.name, () => {
      const state = withFunction(page.state, preset.functionId);
      page.change({ ...state, ...patchOf(preset, state) });
      setText(says, preset.says);
    }),
  );
  return h(
    "section",
    { "aria-label": t("Examples") },
    h("div", { class: "toolbar-group" }, ...buttons),
    says,
  );
}
