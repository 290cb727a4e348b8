/** The page's state: one immutable value, replaced as a whole, kept across reloads. */
import { functionById } from "../engine/functions/index.ts";
import type { FunctionId, ParameterValues } from "../engine/functions/index.ts";
import { type LabMode, type LabState, completeParams, guessCount } from "./protocol.ts";

interface Listeners {
  /** At every change, at once. */
  readonly changed: () => void;
  /** When nothing has changed for a while. */
  readonly settled: (state: LabState) => void;
}

/** Long enough that dragging a slider saves once, short enough that no reload comes before it. */
const restMs = 150;

export class Store {
  #state: LabState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners: Listeners;

  constructor(state: LabState, listeners: Listeners) {
    this.#state = state;
    this.#listeners = listeners;
  }

  get state(): LabState {
    return this.#state;
  }

  change(patch: Partial<LabState>): void {
    this.#state = { ...this.#state, ...patch };
    this.#listeners.changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.flush();
    }, restMs);
  }

  /** Settles now what has changed: called when the page is about to go. */
  flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#listeners.settled(this.#state);
  }
}

/** Parameters written in the code, for the function the lab stands on. */
export function givenParams({ functionId, source }: LabState): ParameterValues {
  return source?.functionId === functionId ? source.given : {};
}

/** Parameters where none are given: the framework's defaults where the lab was opened from, else the record's. */
export function defaultParams({ functionId, source }: LabState): ParameterValues {
  return completeParams(functionById(functionId), source?.functionId === functionId ? source.defaults : {});
}

/** The same lab on another use in the code: what the person chose to see, and the numbers they typed, stay. */
export function withUse(state: LabState, opened: LabState): LabState {
  const { functionId, params, inputs, source } = opened;
  const compare = comparedAfter(state, opened);
  return guessedAnew({ ...state, functionId, params, inputs, source, compare, interval: null });
}

/** Where the same place in the code has other parameters now, its function has them among those compared, too. */
function comparedAfter(state: LabState, { source, functionId, params }: LabState): LabState["compare"] {
  const { source: before, compare } = state;
  if (!before || before.place !== source?.place || before.functionId !== functionId) return compare;
  const inCode = completeParams(functionById(functionId), { ...before.defaults, ...before.given });
  const isIt = (entry: LabState["compare"][number]) =>
    entry.functionId === functionId &&
    Object.entries(inCode).every(([name, value]) => Object.is(entry.params[name], value));
  return compare.some(isIt)
    ? compare.map((entry) => (isIt(entry) ? { functionId, params } : entry))
    : compare;
}

/** The same lab on another function, with the parameters it has in the code or by default. */
export function withFunction(state: LabState, functionId: FunctionId): LabState {
  const next = guessedAnew({ ...state, functionId });
  return { ...next, params: { ...defaultParams(next), ...givenParams(next) } };
}

/** The same lab with a mode switched on, or off where it is on. */
export function toggled(state: LabState, mode: LabMode): LabState {
  switch (mode) {
    case "present":
      return { ...state, present: !state.present };
    case "predict":
      return state.predict
        ? { ...state, predict: null }
        : guessedAnew({ ...state, view: "function", predict: { guesses: [], isRevealed: false } });
  }
}

/** What was guessed of one function is no guess of another. */
function guessedAnew(state: LabState): LabState {
  const guesses = Array.from({ length: guessCount }, () => 0);
  return { ...state, predict: state.predict && { guesses, isRevealed: false } };
}
