/** The lab's state for what was found in the code. Pure. */
import type { ParameterPlaces } from "../../engine/rewrite/set-parameter.ts";
import type { Use } from "../../engine/detect/use.ts";
import { frameworkById } from "../../engine/frameworks/index.ts";
import { type ParameterValues, functionById } from "../../engine/functions/index.ts";
import { withDefaults } from "../../engine/functions/parameters.ts";
import { type LabState, readLabState } from "../../webview/protocol.ts";

/** Where nothing is at the cursor: ReLU with the tutorial's worked example, as the page's own defaults are. */
export const startState: LabState = readLabState(undefined);

/**
 * @param place "model.py:42"
 * @param text the code of the use, on one line
 * @param call the places of its parameters; undefined where none can be written
 */
export function labStateFor(use: Use, place: string, text: string, call?: ParameterPlaces): LabState {
  const { function: functionId, spelling, values, slot } = use;
  const params = withDefaults(functionById(functionId), values);
  const mapped = spelling.params.filter(({ mapsTo }) => mapsTo !== null && mapsTo in params);
  const isWritten = (name: string) => use.explicit.includes(name) && !use.unknown.includes(name);
  const valuesOf = (names: typeof mapped): ParameterValues =>
    Object.fromEntries(
      names.flatMap(({ mapsTo }) => (mapsTo! in values ? [[mapsTo!, values[mapsTo!]!]] : [])),
    );
  return readLabState({
    ...startState,
    functionId,
    params,
    ...(slot?.units === undefined
      ? {}
      : { inputs: Array.from({ length: slot.units }, (_, i) => (i === 0 ? 1 : 0)) }),
    source: {
      place,
      text,
      framework: frameworkById(use.framework).name,
      functionId,
      call,
      given: valuesOf(mapped.filter(({ name }) => isWritten(name))),
      defaults: Object.fromEntries(
        mapped.flatMap(({ mapsTo, default: initial }) =>
          typeof initial === "number" ? [[mapsTo!, initial]] : [],
        ),
      ),
      unknown: mapped.filter(({ name }) => use.unknown.includes(name)).map(({ mapsTo }) => mapsTo!),
    },
  });
}
