/** The facts of a function that a hover's details list, by name. Pure. */
import { drawableOf } from "../../engine/curve/drawable.ts";
import { formatFacts } from "../../engine/curve/format-facts.ts";
import { isJump, kinkAt } from "../../engine/curve/kinks.ts";
import { numberText } from "../../engine/curve/number-text.ts";
import { lipschitzConstant } from "../../engine/functions/claims.ts";
import type {
  ActivationFunction,
  Claims,
  ElementwiseFunction,
  GatedFunction,
  Interval,
  ParameterValues,
  VectorFunction,
} from "../../engine/functions/define.ts";
import { l10n } from "../l10n.ts";

export type FactRow = readonly [name: string, text: string];

export function factsOf(fn: ActivationFunction, params: ParameterValues): FactRow[] {
  switch (fn.kind) {
    case "elementwise":
      return [
        ["f(0)", numberText(fn.value(0, params))],
        ...curveFacts("f", fn, params),
        ...formatRows("f", fn, params),
      ];
    case "gated":
      return [
        [l10n.t("gate"), `${fn.gate.name}: ∂y/∂a = ${fn.gate.name}(b), ∂y/∂b = a · ${fn.gate.name}′(b)`],
        ...(fn.axis === undefined
          ? []
          : [
              [
                l10n.t("halves"),
                l10n.t("the first is a, the second b, along axis {0}", fn.axis.default),
              ] as const,
            ]),
        ...curveFacts("gate", fn, params),
        ...formatRows("gate", fn, params),
      ];
    case "vector":
      return vectorFacts(fn);
  }
}

function vectorFacts({ claims: { range, sum, shiftInvariant }, lengths }: VectorFunction): FactRow[] {
  return [
    [l10n.t("each output"), intervalText(range)],
    ...(sum === undefined ? [] : [[l10n.t("outputs sum to"), intervalText(sum)] as const]),
    [
      l10n.t("adding a number to every input"),
      shiftInvariant ? l10n.t("changes nothing") : l10n.t("changes the outputs"),
    ],
    [l10n.t("lengths"), l10n.told(lengths?.text ?? "[n] to [n]")],
  ];
}

function curveFacts(
  symbol: string,
  fn: ElementwiseFunction | GatedFunction,
  params: ParameterValues,
): FactRow[] {
  const { jet, claims } = drawableOf(fn, params);
  const lipschitz = lipschitzConstant(claims);
  const jumps = claims.kinks.filter((x) => isJump(kinkAt(jet, x)));
  const kinks = claims.kinks.filter((x) => !jumps.includes(x));
  return [
    [symbol === "f" ? l10n.t("range") : l10n.t("{0} range", symbol), intervalText(claims.range)],
    [l10n.t("{0} range", `${symbol}′`), intervalText(claims.derivativeRange)],
    [l10n.t("Lipschitz constant"), Number.isFinite(lipschitz) ? numberText(lipschitz) : l10n.t("none")],
    [l10n.t("zero-centred"), claims.zeroCentred ? l10n.t("yes, {0}(−x) = −{0}(x)", symbol) : l10n.t("no")],
    [l10n.t("monotone"), claims.monotone ? l10n.t("yes") : l10n.t("no")],
    [l10n.t("saturates"), saturatesText(claims.saturates)],
    [
      l10n.t("smoothness"),
      [
        smoothnessText(claims.smoothness),
        ...(jumps.length === 0 ? [] : [l10n.t("jump at {0}", placesText(jumps))]),
        ...(kinks.length === 0 ? [] : [l10n.t("kink at {0}", placesText(kinks))]),
      ].join(", "),
    ],
  ];
}

function placesText(places: readonly number[]): string {
  return places.map((x) => numberText(x)).join(", ");
}

/** Where rounding to a number format makes inputs one. */
function formatRows(
  symbol: string,
  fn: ElementwiseFunction | GatedFunction,
  params: ParameterValues,
): FactRow[] {
  return formatFacts(symbol, fn, params).map(({ name, text }) => [l10n.t("in {0}", name), text]);
}

function saturatesText(side: Claims["saturates"]): string {
  return {
    none: l10n.t("no"),
    left: l10n.t("on the left"),
    right: l10n.t("on the right"),
    both: l10n.t("on both sides"),
  }[side];
}

function smoothnessText(smoothness: Claims["smoothness"]): string {
  return {
    discontinuous: l10n.t("f jumps"),
    C0: l10n.t("f continuous, f′ jumps"),
    C1: l10n.t("f′ continuous, f″ jumps"),
    C2: l10n.t("f″ continuous"),
    smooth: l10n.t("infinitely differentiable"),
  }[smoothness];
}

function intervalText({ low, high, lowClosed, highClosed }: Interval): string {
  if (low === high) return numberText(low);
  return `${lowClosed ? "[" : "("}${numberText(low)}, ${numberText(high)}${highClosed ? "]" : ")"}`;
}
