/** The convolution whose results an activation gets, where that can be told for certain. */
import type { Padding, Pair, WrittenConvolution } from "../convolve/define.ts";
import type { Analysis } from "../detect/analysis.ts";
import type { Use } from "../detect/use.ts";
import type { Layer, Setting, Step } from "./analysis/value.ts";
import { isWithin, keyOf } from "./place.ts";
import { Seen } from "./seen.ts";

/** What a framework calls the arguments of its convolution, and what its padding starts as. */
interface Names {
  readonly stride: string;
  readonly dilation: string;
  readonly input?: string;
  readonly output: string;
}

const torch: Names = { stride: "stride", dilation: "dilation", input: "in_channels", output: "out_channels" };
const keras: Names = { stride: "strides", dilation: "dilation_rate", output: "filters" };
const convolutions: Readonly<Record<string, Names>> = {
  "torch.nn.Conv2d": torch,
  "paddle.nn.Conv2D": torch,
  "mlx.nn.Conv2d": torch,
  "keras.layers.Conv2D": keras,
  "keras.layers.Convolution2D": keras,
};

/**
 * @param cell of the use, among those that are analysed together
 * @returns undefined where it is another layer, where ways to the activation differ, or a size is no literal
 */
export function convolutionBefore(
  analysis: Analysis,
  cell: number,
  use: Use,
): WrittenConvolution | undefined {
  if (!analysis.cells.some(({ text }) => /Conv(olution)?2[dD]/.test(text))) return undefined;
  const here = { cell, ...use.nameRange };
  const seen = new Seen(analysis);
  const piece = seen.pieces.filter((each) => each.cell === cell && each.offset <= here.start).at(-1);
  if (!piece) return undefined;
  const before = seen
    .factsAround(piece)
    .steps.filter(({ operation, token }) => {
      if (operation.kind !== "activation") return false;
      return isWithin(here, token) || isWithin(here, operation.activation.token);
    })
    .map(layerBefore);
  const [first] = before;
  const isOne =
    first && before.every((other) => other && keyOf(other.layer.place) === keyOf(first.layer.place));
  return isOne ? written(analysis, first.layer, first.isNormalised) : undefined;
}

/** Through dropout, which leaves out values of the same layer, and batch norm. */
function layerBefore(step: Step): { readonly layer: Layer; readonly isNormalised: boolean } | undefined {
  let isNormalised = false;
  for (let at = step.inputs[0]?.step; at; at = at.inputs[0]?.step) {
    if (at.operation.kind !== "layer") return undefined;
    const { layer } = at.operation;
    const { kind, name } = layer.row;
    if (kind === "conv") return { layer, isNormalised };
    const isBatchNorm = kind === "norm" && name.includes("BatchNorm");
    if (!isBatchNorm && kind !== "pass") return undefined;
    isNormalised ||= isBatchNorm;
  }
  return undefined;
}

function written(analysis: Analysis, layer: Layer, isNormalised: boolean): WrittenConvolution | undefined {
  const names = convolutions[layer.row.name];
  const { cell, start, end } = layer.place;
  const source = analysis.cells[cell]?.text;
  const text = source?.slice(start, end).replace(/\s+/g, " ");
  // Stars may give what is not seen; other padding than zeros is not shown.
  if (!names || source === undefined || text === undefined || text.length > 200 || text.includes("*"))
    return undefined;
  const mode = layer.settings.get("padding_mode");
  if (mode && mode.value !== "zeros") return undefined;
  const read = (name: string, initial?: number) => pairOf(layer.settings.get(name), source, initial);
  const [kernel, stride, dilation] = [read("kernel_size"), read(names.stride, 1), read(names.dilation, 1)];
  const padding = paddingOf(layer.settings.get("padding"), source);
  const output = countOf(layer.settings.get(names.output));
  if (!kernel || !stride || !dilation || !padding) return undefined;
  const input = names.input === undefined ? null : countOf(layer.settings.get(names.input));
  return { text, kernel, stride, padding, dilation, channels: [input, output], isNormalised };
}

function countOf(setting: Setting | undefined): number | null {
  return typeof setting?.value === "number" ? setting.value : null;
}

/** A whole number for both axes, or a tuple of two. */
function pairOf(setting: Setting | undefined, source: string, initial?: number): Pair | undefined {
  const value = setting ? setting.value : initial;
  if (typeof value === "number") return Number.isInteger(value) ? [value, value] : undefined;
  if (!setting) return undefined;
  const text = source.slice(setting.place.start, setting.place.end);
  const [, rows, columns] = /^[([]\s*(\d+)\s*,\s*(\d+)\s*,?\s*[)\]]$/.exec(text) ?? [];
  return rows === undefined || columns === undefined ? undefined : [Number(rows), Number(columns)];
}

function paddingOf(setting: Setting | undefined, source: string): Padding | undefined {
  const word = typeof setting?.value === "string" ? setting.value.toLowerCase() : undefined;
  if (word === "same") return word;
  return word === "valid" ? [0, 0] : pairOf(setting, source, 0);
}
