/** Under the sliders: what the parameters would change in the code, before and after, and the button that writes it. */
import { numberText } from "../../../engine/curve/number-text.ts";
import { type ParameterValues, functionById } from "../../../engine/functions/index.ts";
import { parameterProblem } from "../../../engine/functions/parameters.ts";
import { withParameters } from "../../../engine/rewrite/set-parameter.ts";
import { h, setText } from "../../dom.ts";
import type { LabState } from "../../protocol.ts";
import { defaultParams, givenParams } from "../../state.ts";
import type { Page, Part } from "../define.ts";
import { t } from "../../../engine/l10n.ts";

export interface Proposal {
  /** What is to be written, under the engine's names. */
  readonly params: ParameterValues;
  readonly before: string;
  readonly after: string;
  /** "Apply negative_slope=0.15 to model.py:42" */
  readonly action: string;
}

/**
 * What could be written into the code now; undefined where the code says that already or cannot be written to, or
 * where a parameter is outside its domain.
 */
export function proposalOf(state: LabState): Proposal | undefined {
  const { source, functionId, params } = state;
  if (source?.functionId !== functionId || !source.call) return undefined;
  if (parameterProblem(functionById(functionId), params) !== undefined) return undefined;
  const { call } = source;
  const inCode = { ...defaultParams(state), ...givenParams(state) };
  const changed = call.places.flatMap(({ parameter, name }) => {
    const value = params[parameter];
    return value === undefined || Object.is(value, inCode[parameter]) ? [] : [{ parameter, name, value }];
  });
  if (changed.length === 0) return undefined;
  const wanted = Object.fromEntries(changed.map(({ parameter, value }) => [parameter, value]));
  const after = withParameters(call, wanted);
  if (after === undefined) return undefined;
  const texts = changed.map(({ name, value }) => `${name}=${numberText(value, 17)}`);
  return {
    params: wanted,
    before: oneLine(call.text),
    after: oneLine(after),
    action: t("Apply {0} to {1}", texts.join(", "), source.place),
  };
}

function oneLine(code: string): string {
  return code.replace(/\s+/g, " ");
}

export function createApply(page: Page): Part {
  const before = h("code", {});
  const after = h("code", {});
  const button = h("button", { type: "button", class: "button" });
  button.addEventListener("click", () => {
    const proposal = proposalOf(page.state);
    if (proposal) page.apply(proposal.params);
  });
  const element = h(
    "section",
    { class: "apply", "aria-label": t("Apply to the code") },
    h(
      "div",
      { class: "apply-code" },
      before,
      h("span", { "aria-label": t("becomes"), role: "img" }, "→"),
      after,
    ),
    button,
  );
  return {
    element,
    update: (state) => {
      const proposal = proposalOf(state);
      element.hidden = proposal === undefined;
      if (!proposal) return;
      setText(before, proposal.before);
      setText(after, proposal.after);
      setText(button, proposal.action);
    },
  };
}
