/**
 * The contract between the lab's page and the extension: one union per direction, told apart by `type`, one-way, plain
 * data only. What arrives on either side, and state restored after a reload, is `unknown` until a reader here has
 * checked it field by field; no reader throws. No DOM and no vscode in this file: both sides import it.
 *
 * Numbers cross as JSON, where infinities and NaN become null: readers take null for "not given". The one parameter that
 * can be infinite, a cap, is infinite by default, so nothing is lost.
 */
import {
  type Answers,
  type SnippetFramework,
  architectures,
  constraints,
  layers,
  snippetFrameworks,
  tasks,
} from "../engine/choose/define.ts";
import type { WrittenConvolution } from "../engine/convolve/define.ts";
import {
  type Initialisation,
  type Normalisation,
  initialisations,
  normalisations,
} from "../engine/flow/define.ts";
import type { ActivationFunction } from "../engine/functions/define.ts";
import { type FunctionId, type ParameterValues, functions } from "../engine/functions/index.ts";
import { type Dataset, datasets } from "../engine/network/datasets.ts";
import { type StartWeights, startWeights } from "../engine/network/train.ts";
import type { ParameterPlaces } from "../engine/rewrite/set-parameter.ts";
import { defaultOf } from "../engine/functions/parameters.ts";
import {
  type FeatureMapState,
  mostPictureBytes,
  readFeatureMap,
  readWritten,
} from "./protocol/feature-map.ts";
export { asWritten, mostPictureBytes } from "./protocol/feature-map.ts";
import { isFinite, isNumber, readReal, readText, readWhole, record } from "./protocol/read.ts";

export const viewIds = [
  "function",
  "compare",
  "transform",
  "choose",
  "feature-map",
  "depth",
  "collapse",
  "training",
] as const;
export type ViewId = (typeof viewIds)[number];

/** Which of f, f′, f″. */
export type Order = 0 | 1 | 2;

/** What the extension found in the code and the lab was opened on. */
export interface LabSource {
  /** "model.py:42" */
  readonly place: string;
  /** "nn.LeakyReLU(0.2)" */
  readonly text: string;
  /** "PyTorch" */
  readonly framework: string;
  /** The function that was used there; the page may have moved on to another one. */
  readonly functionId: FunctionId;
  /** Parameters that were written there, under the engine's names. */
  readonly given: ParameterValues;
  /** This framework's defaults, under the engine's names. */
  readonly defaults: ParameterValues;
  /** Engine's names of parameters that were written there as something other than a literal. */
  readonly unknown: readonly string[];
  /** The call with the places of its parameters, to show what *Apply* would write; null where nothing can be. */
  readonly call: ParameterPlaces | null;
  /** The layer that feeds the activation there; null where it is no convolution, or cannot be told. */
  readonly convolution: WrittenConvolution | null;
}

/** A function at certain parameters, all of them given. */
export interface ComparedFunction {
  readonly functionId: FunctionId;
  readonly params: ParameterValues;
}

/** How many functions can be compared: as many as a chart can tell apart. */
export const mostCompared = 8;

/** The network of the depth view; its activation is the lab's function. */
export interface DepthState {
  /** From 2 to `mostLayers`. */
  readonly layers: number;
  readonly initialisation: Initialisation;
  /** Of the initialisation `gain`; above 0, at most 10. */
  readonly gain: number;
  readonly normalisation: Normalisation;
  readonly residual: boolean;
  /** A whole number from 0. */
  readonly seed: number;
  /** Which layer the read-out is of, from 1. */
  readonly at: number;
}

export const mostLayers = 100;

/** The stack of the collapse view. */
export interface CollapseState {
  readonly layers: number;
  /** Units of each layer but the last, which has one. */
  readonly width: number;
  readonly seed: number;
  /** Whether the lab's function stands between the layers. */
  readonly isActivated: boolean;
}

/** Lowest and highest; all are whole numbers. */
export const collapseLimits = { layers: [1, 6], width: [1, 16], seed: [0, 1e9] } as const;

/** The network of the training view and its data; its activation is the lab's function. */
export interface TrainingState {
  readonly data: Dataset;
  readonly layers: number;
  readonly width: number;
  readonly learningRate: number;
  readonly weights: StartWeights;
  /** Of hidden units, at the start. */
  readonly bias: number;
  readonly seed: number;
  /** Steps between two pictures. */
  readonly speed: number;
}

/** Lowest and highest; layers, width and seed are whole numbers. */
export const trainingLimits = {
  layers: [1, 4],
  width: [1, 16],
  learningRate: [0.0001, 100],
  bias: [-10, 10],
  seed: [0, 1e9],
} as const;
export const trainingSpeeds = [1, 5, 20] as const;

/** How many places f′ is guessed at. */
export const guessCount = 5;

/** A student's guesses of f′, from the lowest x to the highest. */
export interface PredictState {
  readonly guesses: readonly number[];
  readonly isRevealed: boolean;
}

/** Ways to show the lab that are switched on and off. */
export const labModes = ["present", "predict"] as const;
export type LabMode = (typeof labModes)[number];

/** Everything that makes the page look as it does; a page built from an equal state looks equal. */
export interface LabState {
  readonly version: 1;
  readonly view: ViewId;
  readonly functionId: FunctionId;
  /** Every parameter of the function, under the engine's names. */
  readonly params: ParameterValues;
  /** Curves shown: f, f′, f″. */
  readonly orders: readonly [boolean, boolean, boolean];
  /** Whether the tangent at the cursor is drawn. */
  readonly tangent: boolean;
  /** Plotted interval, see `isInterval`. null: what fits the function. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Where the read-out stands. */
  readonly cursor: number;
  /** The value half of a gated function, whose gate half is at the cursor. */
  readonly a: number;
  /** Input of a vector function, shape [n], 1 ≤ n ≤ 4096: one entry per unit of its layer. */
  readonly inputs: readonly number[];
  /** Text in the transform view. */
  readonly numbers: string;
  /** What the transform view applies to the numbers. */
  readonly transformOrder: Order;
  /** Functions of the compare view, at least 1, at most `mostCompared`. */
  readonly compare: readonly ComparedFunction[];
  /** What of them is drawn. */
  readonly compareOrder: Order;
  /** Which two are subtracted: indices into `compare`. */
  readonly comparePair: readonly [first: number, second: number];
  /** What the choose view is asked. */
  readonly answers: Answers;
  /** The framework its code is written in; null: that of `source`. */
  readonly snippet: SnippetFramework | null;
  readonly featureMap: FeatureMapState;
  readonly depth: DepthState;
  readonly collapse: CollapseState;
  readonly training: TrainingState;
  /** Large type, without facts: for an audience. */
  readonly present: boolean;
  /** f′ is concealed until it was guessed; null: it is not. */
  readonly predict: PredictState | null;
  readonly source: LabSource | null;
}

export interface LabSettings {
  readonly followCursor: boolean;
  /** Significant digits of inexact results, 1 to 17; "full" is the shortest float64. */
  readonly digits: number | "full";
}

/** As what a picture of the lab can be saved. */
export const exportFormats = ["png", "svg", "csv", "latex"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedFile {
  readonly format: ExportFormat;
  /** What is shown; the extension makes the name of a file from it. */
  readonly name: string;
  /** Of a PNG its bytes in base64, else text. */
  readonly content: string;
}

export type ToWebview =
  /** Opened on purpose: look exactly like this. */
  | { readonly type: "show"; readonly state: LabState }
  /** The cursor in the code stands on another use: its function, parameters and place; all else stays as it is. */
  | { readonly type: "follow"; readonly state: LabState }
  | { readonly type: "settings"; readonly settings: LabSettings }
  /** Switch a mode on, or off where it is on. */
  | { readonly type: "toggle"; readonly mode: LabMode }
  /** What became of something the person asked for, to be shown and spoken. */
  | { readonly type: "notice"; readonly text: string }
  /** The file that the person chose, not decoded, or why it cannot be had. */
  | { readonly type: "picture"; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: "no-picture"; readonly reason: string };

export type ToExtension =
  | { readonly type: "ready" }
  /** The page's state as it is now, so that the extension can title the panel. */
  | { readonly type: "state-changed"; readonly state: LabState }
  | { readonly type: "reveal-source" }
  | { readonly type: "follow-cursor"; readonly on: boolean }
  /** Write these parameters where the lab was opened from: the extension knows where that is, and computes the edit. */
  | { readonly type: "apply-parameters"; readonly functionId: FunctionId; readonly params: ParameterValues }
  /** Put a link to this on the clipboard. */
  | { readonly type: "copy-link"; readonly state: LabState }
  /** Ask the person for a file with a picture. */
  | { readonly type: "choose-picture" }
  /** Ask the person where, and write this there. */
  | { readonly type: "save-file"; readonly file: ExportedFile }
  /** A view could not draw: what happened, for the log. */
  | { readonly type: "failed"; readonly message: string };

/** The tutorial's worked example, which the transform view starts with. */
export const workedExample = "[-2.0, 0.5, -0.3, 1.2]";

const limits = {
  numbers: 1_000_000,
  label: 300,
  call: 2_000,
  message: 2_000,
  inputs: 4096,
  file: 20_000_000,
} as const;

/** Any value as a lab's state: each field that is not what it should be takes its default. Never throws. */
export function readLabState(value: unknown): LabState {
  const from = record(value);
  const fn = functions.find(({ id }) => id === from["functionId"]) ?? functions[0]!;
  return {
    version: 1,
    view: viewIds.find((id) => id === from["view"]) ?? "function",
    functionId: fn.id,
    params: completeParams(fn, from["params"]),
    orders: readOrders(from["orders"]),
    tangent: from["tangent"] === true,
    interval: isInterval(from["interval"]) ? [from["interval"][0], from["interval"][1]] : null,
    cursor: isFinite(from["cursor"]) ? from["cursor"] : 2,
    a: isFinite(from["a"]) ? from["a"] : 1,
    inputs: readInputs(from["inputs"]),
    numbers: readText(from["numbers"], limits.numbers) ?? workedExample,
    transformOrder: readOrder(from["transformOrder"]),
    ...readComparison(from),
    answers: readAnswers(from["answers"]),
    snippet: snippetFrameworks.find((id) => id === from["snippet"]) ?? null,
    featureMap: readFeatureMap(from["featureMap"]),
    depth: readDepth(from["depth"]),
    collapse: readCollapse(from["collapse"]),
    training: readTraining(from["training"]),
    present: from["present"] === true,
    predict: readPredict(from["predict"]),
    source: readSource(from["source"]),
  };
}

function readDepth(value: unknown): DepthState {
  const from = record(value);
  const layers = readWhole(from["layers"], [2, mostLayers], 30);
  const gain = from["gain"];
  return {
    layers,
    initialisation: initialisations.find((id) => id === from["initialisation"]) ?? "he",
    gain: isFinite(gain) && gain > 0 && gain <= 10 ? gain : 1,
    normalisation: normalisations.find((id) => id === from["normalisation"]) ?? "none",
    residual: from["residual"] === true,
    seed: readWhole(from["seed"], [0, 1e9], 1),
    at: readWhole(from["at"], [1, layers], 1),
  };
}

function readCollapse(value: unknown): CollapseState {
  const from = record(value);
  return {
    layers: readWhole(from["layers"], collapseLimits.layers, 3),
    width: readWhole(from["width"], collapseLimits.width, 4),
    seed: readWhole(from["seed"], collapseLimits.seed, 1),
    isActivated: from["isActivated"] === true,
  };
}

function readTraining(value: unknown): TrainingState {
  const from = record(value);
  const { layers, width, learningRate, bias, seed } = trainingLimits;
  return {
    data: datasets.find((id) => id === from["data"]) ?? "circle",
    layers: readWhole(from["layers"], layers, 2),
    width: readWhole(from["width"], width, 8),
    learningRate: readReal(from["learningRate"], learningRate, 0.1),
    weights: startWeights.find((id) => id === from["weights"]) ?? "he",
    bias: readReal(from["bias"], bias, 0),
    seed: readWhole(from["seed"], seed, 1),
    speed: trainingSpeeds.find((speed) => speed === from["speed"]) ?? 5,
  };
}

/** null where there is no list of guesses; those that are not in it are 0. */
function readPredict(value: unknown): PredictState | null {
  const { guesses, isRevealed } = record(value);
  if (!Array.isArray(guesses)) return null;
  const given: readonly unknown[] = guesses;
  return {
    guesses: Array.from({ length: guessCount }, (_, i) => readGuess(given[i])),
    isRevealed: isRevealed === true,
  };
}

/** A slope that can be guessed; 0 for anything else. */
export function readGuess(value: unknown): number {
  return readReal(value, [-1000, 1000], 0);
}

function readAnswers(value: unknown): Answers {
  const from = record(value);
  const given: readonly unknown[] = Array.isArray(from["constraints"]) ? from["constraints"] : [];
  return {
    layer: layers.find((id) => id === from["layer"]) ?? "hidden",
    task: tasks.find((id) => id === from["task"]) ?? "multiclass",
    architecture: architectures.find((id) => id === from["architecture"]) ?? "cnn",
    constraints: constraints.filter((id) => given.includes(id)),
  };
}

/** The pair that is most often mistaken for one function. */
const usualComparison = [{ functionId: "gelu" }, { functionId: "gelu_tanh" }] as const;

function readComparison(
  from: Readonly<Record<string, unknown>>,
): Pick<LabState, "compare" | "compareOrder" | "comparePair"> {
  const given = Array.isArray(from["compare"]) ? readCompared(from["compare"]) : [];
  const compare = given.length > 0 ? given : readCompared(usualComparison);
  const pair: readonly unknown[] = Array.isArray(from["comparePair"]) ? from["comparePair"] : [];
  const index = (value: unknown, initial: number) =>
    typeof value === "number" && Number.isInteger(value) && value >= 0 && value < compare.length
      ? value
      : Math.min(initial, compare.length - 1);
  return {
    compare,
    compareOrder: readOrder(from["compareOrder"]),
    comparePair: [index(pair[0], 0), index(pair[1], 1)],
  };
}

function readCompared(entries: readonly unknown[]): readonly ComparedFunction[] {
  return entries.slice(0, mostCompared).flatMap((entry) => {
    const { functionId, params } = record(entry);
    const fn = functions.find(({ id }) => id === functionId);
    return fn ? [{ functionId: fn.id, params: completeParams(fn, params) }] : [];
  });
}

/** Any value as the lab's settings. Never throws. */
export function readLabSettings(value: unknown): LabSettings {
  const from = record(value);
  const digits = from["digits"];
  const isCount = Number.isInteger(digits) && Number(digits) >= 1 && Number(digits) <= 17;
  return {
    followCursor: from["followCursor"] === true,
    digits: digits === "full" || isCount ? (digits as number | "full") : 6,
  };
}

/** What came from the extension; undefined if it is no message of this contract. Never throws. */
export function readToWebview(value: unknown): ToWebview | undefined {
  const from = record(value);
  switch (from["type"]) {
    case "show":
    case "follow":
      return { type: from["type"], state: readLabState(from["state"]) };
    case "settings":
      return { type: "settings", settings: readLabSettings(from["settings"]) };
    case "toggle": {
      const mode = labModes.find((id) => id === from["mode"]);
      return mode && { type: "toggle", mode };
    }
    case "notice": {
      const text = readText(from["text"], limits.label);
      return text === undefined ? undefined : { type: "notice", text };
    }
    case "picture": {
      const name = readText(from["name"], limits.label);
      const bytes = from["bytes"];
      return name !== undefined && bytes instanceof Uint8Array && bytes.length <= mostPictureBytes
        ? { type: "picture", name, bytes: new Uint8Array(bytes) }
        : undefined;
    }
    case "no-picture": {
      const reason = readText(from["reason"], limits.message);
      return reason === undefined ? undefined : { type: "no-picture", reason };
    }
    default:
      return undefined;
  }
}

/** What came from the page, which may be hostile; undefined if it is no message of this contract. Never throws. */
export function readToExtension(value: unknown): ToExtension | undefined {
  const from = record(value);
  switch (from["type"]) {
    case "ready":
      return { type: "ready" };
    case "state-changed":
    case "copy-link":
      return { type: from["type"], state: readLabState(from["state"]) };
    case "reveal-source":
      return { type: "reveal-source" };
    case "choose-picture":
      return { type: "choose-picture" };
    case "follow-cursor":
      return typeof from["on"] === "boolean" ? { type: "follow-cursor", on: from["on"] } : undefined;
    case "apply-parameters": {
      const fn = functions.find(({ id }) => id === from["functionId"]);
      const params = fn && readParams(fn, from["params"]);
      return params && Object.keys(params).length > 0
        ? { type: "apply-parameters", functionId: fn.id, params }
        : undefined;
    }
    case "save-file": {
      const file = readFile(from["file"]);
      return file && { type: "save-file", file };
    }
    case "failed":
      return typeof from["message"] === "string"
        ? { type: "failed", message: from["message"].slice(0, limits.message) }
        : undefined;
    default:
      return undefined;
  }
}

function readFile(value: unknown): ExportedFile | undefined {
  const from = record(value);
  const format = exportFormats.find((id) => id === from["format"]);
  const name = readText(from["name"], limits.message);
  const content = readText(from["content"], limits.file);
  return format && name !== undefined && content !== undefined ? { format, name, content } : undefined;
}

/**
 * Whether this can be plotted over: two finite numbers, the first the lower one, no larger than 1e9 and further apart
 * than 1e-6 of the larger one, so that 400 points on it differ.
 */
export function isInterval(value: unknown): value is readonly [low: number, high: number] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [low, high] = value as readonly unknown[];
  if (!isFinite(low) || !isFinite(high)) return false;
  const size = Math.max(Math.abs(low), Math.abs(high));
  return size <= 1e9 && high - low > 1e-6 * Math.max(1, size);
}

/**
 * Every parameter of a function: as given, else its default, else the middle of its slider.
 * @param given any value; names the function does not have and values that are no numbers are left out
 */
export function completeParams(fn: ActivationFunction, given: unknown): ParameterValues {
  const known = readParams(fn, given);
  const complete: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(fn.params)) {
    const { min, max } = parameter.slider;
    complete[name] = known[name] ?? defaultOf(parameter, complete) ?? (min + max) / 2;
  }
  return complete;
}

function readParams(fn: ActivationFunction, given: unknown): ParameterValues {
  const from = record(given);
  const names = Object.keys(fn.params).filter((name) => Object.hasOwn(from, name));
  const entries = names.map((name) => [name, from[name]] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => isNumber(entry[1])));
}

function readSource(value: unknown): LabSource | null {
  const from = record(value);
  const fn = functions.find(({ id }) => id === from["functionId"]);
  const place = readText(from["place"], limits.label);
  const text = readText(from["text"], limits.label);
  const framework = readText(from["framework"], limits.label);
  if (!fn || place === undefined || text === undefined || framework === undefined) return null;
  const unknown: readonly unknown[] = Array.isArray(from["unknown"]) ? from["unknown"] : [];
  return {
    place,
    text,
    framework,
    functionId: fn.id,
    given: readParams(fn, from["given"]),
    defaults: readParams(fn, from["defaults"]),
    unknown: Object.keys(fn.params).filter((name) => unknown.includes(name)),
    call: readCall(fn, from["call"]),
    convolution: readWritten(from["convolution"]),
  };
}

function readCall(fn: ActivationFunction, value: unknown): ParameterPlaces | null {
  const from = record(value);
  const text = readText(from["text"], limits.call);
  if (text === undefined) return null;
  const given = listIn(from["points"]);
  const points = given.flatMap((point) => readPoint(point, text));
  // Additions name them by their order.
  if (points.length < given.length) return null;
  const places = listIn(from["places"]).flatMap((place) => readPlace(fn, place, text, points.length));
  return places.length === 0 ? null : { text, places, points, hasPoint: from["hasPoint"] === true };
}

function listIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  return entries.map(record);
}

function readPoint(from: Readonly<Record<string, unknown>>, text: string): ParameterPlaces["points"] {
  const { at } = from;
  const [lead, between, tail] = ["lead", "between", "tail"].map((key) => readText(from[key], limits.label));
  if (lead === undefined || between === undefined || tail === undefined || !isOffset(at, text)) return [];
  return [{ at, lead, between, tail }];
}

function readPlace(
  fn: ActivationFunction,
  from: Readonly<Record<string, unknown>>,
  text: string,
  points: number,
): ParameterPlaces["places"] {
  const parameter = Object.keys(fn.params).find((name) => name === from["parameter"]);
  const name = readText(from["name"], limits.label);
  const written = readRange(from["written"], text);
  if (parameter === undefined || name === undefined || written === undefined) return [];
  const infinite = readText(from["infinite"], limits.label) ?? null;
  return [{ parameter, name, written, infinite, addition: readAddition(from["addition"], points) }];
}

function readAddition(value: unknown, points: number): ParameterPlaces["places"][number]["addition"] {
  const from = record(value);
  const point = Array.from({ length: points }, (_, index) => index).find((index) => index === from["point"]);
  const [before, after] = [readText(from["before"], limits.label), readText(from["after"], limits.label)];
  if (point === undefined || before === undefined || after === undefined) return null;
  return { point, before, after, otherwise: readText(from["otherwise"], limits.label) ?? null };
}

/** null is a range that is not there, undefined no range at all. */
function readRange(value: unknown, text: string): ParameterPlaces["places"][number]["written"] | undefined {
  if (value === null) return null;
  const { start, end } = record(value);
  return isOffset(start, text) && isOffset(end, text) && start <= end ? { start, end } : undefined;
}

function isOffset(value: unknown, { length }: string): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= length;
}

function readOrders(value: unknown): LabState["orders"] {
  const from: readonly unknown[] = Array.isArray(value) ? value : [];
  const flag = (order: Order, initial: boolean) => {
    const given = from[order];
    return typeof given === "boolean" ? given : initial;
  };
  return [flag(0, true), flag(1, true), flag(2, false)];
}

function readOrder(value: unknown): Order {
  return value === 1 || value === 2 ? value : 0;
}

function readInputs(value: unknown): readonly number[] {
  const isVector = Array.isArray(value) && value.length >= 1 && value.length <= limits.inputs;
  // A copy first, in which holes are undefined: `every` passes over holes.
  const entries: readonly unknown[] = isVector ? Array.from(value) : [];
  return isVector && entries.every(isFinite) ? entries : [2, 1, 0, -1];
}
