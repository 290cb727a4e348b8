/** The lab's state for what was found in the code. Pure. */
import type { WrittenConvolution } from "../../engine/convolve/define.ts";
import type { ParameterPlaces } from "../../engine/rewrite/set-parameter.ts";
import type { Use } from "../../engine/detect/use.ts";
import { frameworkById } from "../../engine/frameworks/index.ts";
import { type ParameterValues, functionById } from "../../engine/functions/index.ts";
import { withDefaults } from "../../engine/functions/parameters.ts";
import {
  type ComparedFunction,
  type LabState,
  asWritten,
  completeParams,
  mostCompared,
  readLabState,
} from "../../webview/protocol.ts";

/** Where nothing is at the cursor: ReLU with the tutorial's worked example, as the page's own defaults are. */
export const startState: LabState = readLabState(undefined);

/**
 * @param place "model.py:42"
 * @param text the code of the use, on one line
 * @param inFile every use in the same file: what is compared
 * @param convolution what feeds it, where that is known
 * @param call the places of its parameters; undefined where none can be written
 */
export function labStateFor(
  use: Use,
  place: string,
  text: string,
  inFile: readonly Use[] = [use],
  call?: ParameterPlaces,
  convolution?: WrittenConvolution,
): LabState {
  const { function: functionId, spelling, values, slot } = use;
  const params = withDefaults(functionById(functionId), values);
  const mapped = spelling.params.filter(({ mapsTo }) => mapsTo !== null && mapsTo in params);
  const isWritten = (name: string) => use.explicit.includes(name) && !use.unknown.includes(name);
  const valuesOf = (names: typeof mapped): ParameterValues =>
    Object.fromEntries(
      names.flatMap(({ mapsTo }) => (mapsTo! in values ? [[mapsTo!, values[mapsTo!]!]] : [])),
    );
  const state = readLabState({
    ...startState,
    functionId,
    params,
    compare: comparedIn([use, ...inFile]),
    ...(slot?.units === undefined
      ? {}
      : { inputs: Array.from({ length: slot.units }, (_, i) => (i === 0 ? 1 : 0)) }),
    source: {
      place,
      text,
      framework: frameworkById(use.framework).name,
      functionId,
      call,
      convolution,
      given: valuesOf(mapped.filter(({ name }) => isWritten(name))),
      defaults: Object.fromEntries(
        mapped.flatMap(({ mapsTo, default: initial }) =>
          typeof initial === "number" ? [[mapsTo!, initial]] : [],
        ),
      ),
      unknown: mapped.filter(({ name }) => use.unknown.includes(name)).map(({ mapsTo }) => mapsTo!),
    },
  });
  const layer = state.source?.convolution;
  return layer ? { ...state, featureMap: asWritten(state.featureMap, layer) } : state;
}

/** Each function of a file at the parameters it has there, once; beside a single one ReLU, to compare it with. */
export function comparedIn(uses: readonly Use[]): readonly ComparedFunction[] {
  const known = new Map<string, ComparedFunction>();
  for (const { function: functionId, values } of uses) {
    const params = completeParams(functionById(functionId), values);
    const numbers = Object.values(params).map(String).join();
    known.set(`${functionId} ${numbers}`, { functionId, params });
  }
  if (known.size === 1) known.set("relu ", { functionId: "relu", params: {} });
  return [...known.values()].slice(0, mostCompared);
}
