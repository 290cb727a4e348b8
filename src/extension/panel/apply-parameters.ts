/** Writes the lab's parameters into the call it was opened from: one undoable edit, or none. */
import * as vscode from "vscode";
import { type FunctionId, type ParameterValues, functionById } from "../../engine/functions/index.ts";
import { parameterProblem, withDefaults } from "../../engine/functions/parameters.ts";
import { parameterEdits } from "../../engine/rewrite/set-parameter.ts";
import type { LabState } from "../../webview/protocol.ts";
import type { Documents } from "../documents.ts";
import { toEditorRange } from "../range.ts";
import { l10n } from "../l10n.ts";
import type { CodePlace } from "./code-place.ts";

/**
 * @param params under the engine's names, checked by the protocol's reader and no further
 * @returns the use as it reads after the edit
 * @throws Error with a reason for a person where nothing was written
 */
export type ApplyParameters = (
  place: CodePlace,
  functionId: FunctionId,
  params: ParameterValues,
) => Promise<{ readonly state: LabState; readonly place: CodePlace }>;

export function applyParametersIn(documents: Documents): ApplyParameters {
  return async (place, functionId, params) => {
    const document = await vscode.workspace.openTextDocument(place.uri);
    const found = await documents.useAt(document, place.at);
    const isUnchanged =
      document.getText(place.range) === place.text && found?.place.range.isEqual(place.range);
    if (!found || !isUnchanged || found.use.function !== functionId) {
      throw new Error(
        l10n.t("the code there has changed since the lab was opened on it. Open the lab on it again."),
      );
    }
    const problem = problemWith(functionId, { ...found.use.values, ...params });
    if (problem) throw new Error(problem);
    const call = await found.parameterPlaces();
    const edits = call && parameterEdits(call, params);
    if (!edits) throw new Error(l10n.t("this parameter cannot be written there."));
    if (document.version !== found.version) throw new Error(l10n.t("the code changed meanwhile. Try again."));
    const edit = new vscode.WorkspaceEdit();
    const { start } = found.use.callRange;
    for (const { range, text } of edits) {
      const moved = { start: start + range.start, end: start + range.end };
      edit.replace(document.uri, toEditorRange(document, moved), text);
    }
    if (!(await vscode.workspace.applyEdit(edit)))
      throw new Error(l10n.t("the editor did not take the edit."));
    const after = await documents.useAt(document, place.at);
    if (!after) throw new Error(l10n.t("what was written can no longer be read. Undo it."));
    return { state: await after.labState(), place: after.place };
  };
}

function problemWith(functionId: FunctionId, params: ParameterValues): string | undefined {
  const fn = functionById(functionId);
  return parameterProblem(fn, withDefaults(fn, params));
}
