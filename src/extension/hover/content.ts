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
    ...(use.certainty === "likely" ? { certainty: "likely: only the name says so" } : {}),
    parameters: [
      ...Object.keys(use.params).map((name) => parameterText(use, name)),
      ...(use.spelling.open ?? []).map(
        (name) => `${name}=… (not in the call; shown with ${numberText(params[name]!)})`,
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
    const instead =
      shown === undefined || shown === null ? "" : `; shown with ${valueText(shown, use.framework)}`;
    return `${name}=… (not a literal${instead})`;
  }
  const text = `${name}=${valueText(value ?? null, use.framework)}`;
  if (!use.explicit.includes(name)) return `${text} (default)`;
  if (initial === undefined) return `${text} (given)`;
  return initial === value
    ? `${text} (given; also the default)`
    : `${text} (given; default ${valueText(initial, use.framework)})`;
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
      return [`a·${fn.gate.name}(b), drawn at a = 1`, ...curveValues(curve, use)];
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
        `${symbol}′ ${low === high ? `${numberText(low)} everywhere` : `${numberText(low)} to ${numberText(high)}`}`,
      ];
  return [at, ...slopes, ...shapeText(curve)];
}

function kinkText(symbol: string, kink: Kink, use: Use): string {
  const { x, left, here, right } = kink;
  const framework = frameworkById(use.framework);
  const own = use.spelling.kinkDerivatives?.find(([place]) => place === x)?.[1] ?? here.derivative;
  const place = numberText(x);
  const slopes = `${symbol}′ ${numberText(left.derivative)} left of ${place}, ${numberText(right.derivative)} right; ${framework.name} ${symbol}′(${place})=${numberText(own)}`;
  if (!isJump(kink)) return slopes;
  const jump = `${symbol} jumps from ${numberText(left.value)} to ${numberText(right.value)} at ${place}`;
  return isApart(left.derivative, right.derivative) ? `${jump} · ${slopes}` : jump;
}

function shapeText({ minimum, maximum, flatBelow, flatAbove, variable }: CurveDescription): string[] {
  return [
    ...(minimum ? [`min ${numberText(minimum.value)} at ${numberText(minimum.x)}`] : []),
    ...(maximum ? [`max ${numberText(maximum.value)} at ${numberText(maximum.x)}`] : []),
    ...(flatBelow === undefined ? [] : [`flat below ${variable}=${numberText(flatBelow, 3)}`]),
    ...(flatAbove === undefined ? [] : [`flat above ${variable}=${numberText(flatAbove, 3)}`]),
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
  const known = use.slot?.units === undefined ? `drawn for ${units} entries` : `${units} units`;
  return [
    `${known}, all but the first 0: ${curve.variable} = ${xs} gives ${curve.symbol} = ${ys}`,
    low < 0
      ? `${curve.symbol}′ from ${numberText(low)} to ${numberText(high)}`
      : `${curve.symbol}′ at most ${numberText(high)}`,
    ...(fn.claims.sum === undefined ? [] : [sumText(fn.claims.sum)]),
    ...equalText(fn, params, units),
    ...(fn.lengths === undefined ? [] : [fn.lengths.text]),
  ];
}

function sumText({ low, high }: Interval): string {
  return low === high ? `sums to ${numberText(low)}` : `sums to less than ${numberText(high)}`;
}

/** What inputs that are all the same give; nothing where so many units do not fit. */
function equalText(fn: VectorFunction, params: ParameterValues, units: number): string[] {
  if (outputLength(fn, units, params) === undefined) return [];
  const [first, second = first, ...rest] = fn.value(
    Array.from({ length: units }, () => 0),
    params,
  );
  const each = [second, ...rest].every((y) => y === first)
    ? `${numberText(first!, 3)} each`
    : `${numberText(first!, 3)} for the first, ${numberText(second!, 3)} for the others`;
  return [`${fn.claims.shiftInvariant ? "equal inputs" : "all inputs 0"}: ${each}`];
}
