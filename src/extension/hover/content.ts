/** What a hover says about one use, as text without markup: the markdown, the copied description and tests share it. Pure. */
import { type CurveDescription, describeCurve } from "../../engine/curve/describe.ts";
import { defaultUnits } from "../../engine/curve/drawable.ts";
import { type Kink, isApart, isJump } from "../../engine/curve/kinks.ts";
import { numberText } from "../../engine/curve/number-text.ts";
import type { ArgumentValue, Use } from "../../engine/detect/use.ts";
import { defaultsElsewhere } from "../../engine/frameworks/defaults.ts";
import { type FrameworkId, frameworkById } from "../../engine/frameworks/index.ts";
import { literalText } from "../../engine/frameworks/literal-text.ts";
import { formulaText, leftHandSide } from "../../engine/functions/formula-text.ts";
import type { Interval } from "../../engine/functions/define.ts";
import {
  type ActivationFunction,
  type ParameterValues,
  type VectorFunction,
  functionById,
} from "../../engine/functions/index.ts";
import { fittingLength, outputLength } from "../../engine/functions/lengths.ts";
import { withDefaults } from "../../engine/functions/parameters.ts";
import { l10n } from "../l10n.ts";
import { keyOfValues, remembered } from "./remembered.ts";
import { remarkOn } from "./remarks.ts";

export interface HoverContent {
  readonly fn: ActivationFunction;
  /** Every parameter of the function: as given here, else this framework's default, else the record's. */
  readonly params: ParameterValues;
  /** Length of the vector, for vector functions. */
  readonly units: number;
  /** "torch.nn.LeakyReLU", "keras Dense(activation=)" */
  readonly spelling: string;
  /** Said only where the name was not followed to an import. */
  readonly certainty?: string;
  /** "negative_slope=0.2 (given; default 0.01)" */
  readonly parameters: readonly string[];
  /** "f(x) = x if x >= 0 else 0.2*x" */
  readonly formula: string;
  /** What the curve shows, in words and numbers. */
  readonly values: readonly string[];
  /** "JAX 0.01 · tf.nn, keras.ops 0.2": where the same call would compute something else */
  readonly elsewhere?: string;
  /** The one thing worth knowing about this call. */
  readonly remark?: string;
  /** The framework's own page. */
  readonly docs?: string;
}

/** The same for every use that says the same, wherever it stands. */
export const describeUse = remembered(
  ({ function: id, framework, spelling, certainty, params, explicit, unknown, values, slot }: Use) =>
    [
      [id, certainty, explicit.join(), unknown.join()].join(),
      // A framework's row: one name may stand in several, each for other versions.
      [framework, spelling.form, spelling.name, spelling.since, spelling.until].join(),
      keyOfValues(params),
      keyOfValues(values),
      keyOfValues(slot ?? {}),
    ].join("\n"),
  contentOf,
);

function contentOf(use: Use): HoverContent {
  const fn = functionById(use.function);
  const params = withDefaults(fn, use.values);
  const units = unitsOf(fn, params, use);
  const curve = describeCurve(fn, params, units);
  const elsewhere = defaultsElsewhere(use);
  const remark = curve.problem ?? remarkOn(use);
  const docs = frameworkById(use.framework).docs(use.spelling);
  return {
    fn,
    params,
    units,
    spelling: spellingOf(use),
    ...(use.certainty === "likely" ? { certainty: l10n.t("likely: only the name says so") } : {}),
    parameters: [
      ...Object.keys(use.params).map((name) => parameterText(use, name)),
      ...(use.spelling.open ?? []).map((name) =>
        l10n.t("{0}=… (not in the call; shown with {1})", name, numberText(params[name]!)),
      ),
    ],
    formula: `${leftHandSide(fn)} = ${formulaText(fn, params, 6)}`,
    values: [...valuesOf(fn, params, curve, units, use), ...(curve.draws === undefined ? [] : [curve.draws])],
    ...(elsewhere === undefined ? {} : { elsewhere }),
    ...(remark === undefined ? {} : { remark }),
    ...(docs === undefined ? {} : { docs }),
  };
}

/** What the layer says, else so many that every length it is drawn for can be. */
function unitsOf(fn: ActivationFunction, params: ParameterValues, { slot }: Use): number {
  if (slot?.units !== undefined) return Math.max(1, slot.units);
  return fn.kind === "vector" ? fittingLength(fn, defaultUnits, params) : defaultUnits;
}

function spellingOf({ spelling, slot, framework }: Use): string {
  if (!slot) return spelling.name;
  const owner = slot.owner.slice(slot.owner.lastIndexOf(".") + 1);
  return `${frameworkById(framework).name} ${owner}(${slot.argument}=)`;
}

function parameterText(use: Use, name: string): string {
  const value = use.params[name];
  const spelled = use.spelling.params.find((parameter) => parameter.name === name);
  const initial = spelled?.default;
  if (use.unknown.includes(name)) {
    const drawn = spelled?.mapsTo ? use.values[spelled.mapsTo] : undefined;
    const shown = drawn ?? initial;
    return shown === undefined || shown === null
      ? l10n.t("{0}=… (not a literal)", name)
      : l10n.t("{0}=… (not a literal; shown with {1})", name, valueText(shown, use.framework));
  }
  const text = `${name}=${valueText(value ?? null, use.framework)}`;
  if (!use.explicit.includes(name)) return l10n.t("{0} (default)", text);
  if (initial === undefined) return l10n.t("{0} (given)", text);
  return initial === value
    ? l10n.t("{0} (given; also the default)", text)
    : l10n.t("{0} (given; default {1})", text, valueText(initial, use.framework));
}

/** As the framework's language writes it; numbers as people read them. */
function valueText(value: ArgumentValue, framework: FrameworkId): string {
  return typeof value === "number"
    ? numberText(value)
    : literalText(value, frameworkById(framework).language);
}

function valuesOf(
  fn: ActivationFunction,
  params: ParameterValues,
  curve: CurveDescription,
  units: number,
  use: Use,
): string[] {
  switch (fn.kind) {
    case "elementwise":
      return curveValues(curve, use);
    case "gated":
      return [l10n.t("a·{0}(b), drawn at a = 1", fn.gate.name), ...curveValues(curve, use)];
    case "vector":
      return vectorValues(fn, params, curve, units, use);
  }
}

function curveValues(curve: CurveDescription, use: Use): string[] {
  const { symbol } = curve;
  const at = curve.points
    .map(({ x, value }) => `${symbol}(${numberText(x)})=${numberText(value)}`)
    .join("  ");
  const { low, high } = curve.derivativeRange;
  const slopes = curve.kinks.length
    ? curve.kinks.map((kink) => kinkText(symbol, kink, use))
    : [
        low === high
          ? l10n.t("{0}′ {1} everywhere", symbol, numberText(low))
          : l10n.t("{0}′ {1} to {2}", symbol, numberText(low), numberText(high)),
      ];
  return [at, ...slopes, ...shapeText(curve)];
}

function kinkText(symbol: string, kink: Kink, use: Use): string {
  const { x, left, here, right } = kink;
  const framework = frameworkById(use.framework);
  const own = use.spelling.kinkDerivatives?.find(([place]) => place === x)?.[1] ?? here.derivative;
  const place = numberText(x);
  const slopes = l10n.t(
    "{0}′ {1} left of {2}, {3} right; {4} {0}′({2})={5}",
    symbol,
    numberText(left.derivative),
    place,
    numberText(right.derivative),
    framework.name,
    numberText(own),
  );
  if (!isJump(kink)) return slopes;
  const [from, to] = [left, right].map(({ value }) => numberText(value)) as [string, string];
  const jump = l10n.t("{0} jumps from {1} to {2} at {3}", symbol, from, to, place);
  return isApart(left.derivative, right.derivative) ? `${jump} · ${slopes}` : jump;
}

function shapeText({ minimum, maximum, flatBelow, flatAbove, variable }: CurveDescription): string[] {
  return [
    ...(minimum ? [l10n.t("min {0} at {1}", numberText(minimum.value), numberText(minimum.x))] : []),
    ...(maximum ? [l10n.t("max {0} at {1}", numberText(maximum.value), numberText(maximum.x))] : []),
    ...(flatBelow === undefined ? [] : [l10n.t("flat below {0}={1}", variable, numberText(flatBelow, 3))]),
    ...(flatAbove === undefined ? [] : [l10n.t("flat above {0}={1}", variable, numberText(flatAbove, 3))]),
  ];
}

function vectorValues(
  fn: VectorFunction,
  params: ParameterValues,
  curve: CurveDescription,
  units: number,
  use: Use,
): string[] {
  const xs = curve.points.map(({ x }) => numberText(x)).join(", ");
  const ys = curve.points.map(({ value }) => numberText(value, 3)).join(", ");
  const { low, high } = curve.derivativeRange;
  const known =
    use.slot?.units === undefined ? l10n.t("drawn for {0} entries", units) : l10n.t("{0} units", units);
  return [
    l10n.t(
      "{0}, all but the first 0: {1} = {2} gives {3} = {4}",
      known,
      curve.variable,
      xs,
      curve.symbol,
      ys,
    ),
    low < 0
      ? l10n.t("{0}′ from {1} to {2}", curve.symbol, numberText(low), numberText(high))
      : l10n.t("{0}′ at most {1}", curve.symbol, numberText(high)),
    ...(fn.claims.sum === undefined ? [] : [sumText(fn.claims.sum)]),
    ...equalText(fn, params, units),
    ...(fn.lengths === undefined ? [] : [l10n.told(fn.lengths.text)]),
  ];
}

function sumText({ low, high }: Interval): string {
  return low === high
    ? l10n.t("sums to {0}", numberText(low))
    : l10n.t("sums to less than {0}", numberText(high));
}

/** What inputs that are all the same give; nothing where so many units do not fit. */
function equalText(fn: VectorFunction, params: ParameterValues, units: number): string[] {
  if (outputLength(fn, units, params) === undefined) return [];
  const [first, second = first, ...rest] = fn.value(
    Array.from({ length: units }, () => 0),
    params,
  );
  const each = [second, ...rest].every((y) => y === first)
    ? l10n.t("{0} each", numberText(first!, 3))
    : l10n.t("{0} for the first, {1} for the others", numberText(first!, 3), numberText(second!, 3));
  return [fn.claims.shiftInvariant ? l10n.t("equal inputs: {0}", each) : l10n.t("all inputs 0: {0}", each)];
}
