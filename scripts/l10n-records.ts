/** Texts that the engine's records have, which are shown through `told`: of functions, spellings, and the advice on choosing. */
import { advice, general } from "../src/engine/choose/index.ts";
import type { ActivationFunction, Note } from "../src/engine/functions/define.ts";
import { functions } from "../src/engine/functions/index.ts";
import { withDefaults } from "../src/engine/functions/parameters.ts";
import { frameworks } from "../src/engine/frameworks/index.ts";

export function recordTexts(): readonly string[] {
  const grounds = advice.flatMap((item) => item.grounds);
  const spellings = frameworks.flatMap((framework) => framework.spellings);
  return [
    ...functions.flatMap(textsOf),
    ...[...grounds, ...general].flatMap(noteTexts),
    ...spellings.flatMap(({ note }) => (note === undefined ? [] : [note])),
  ];
}

function textsOf(fn: ActivationFunction): readonly string[] {
  const { strengths, weaknesses, whenToUse } = fn.notes;
  const parameters = Object.values(fn.params);
  const lengths = fn.kind === "vector" ? fn.lengths : undefined;
  return [
    ...[...strengths, ...weaknesses, ...whenToUse].flatMap(noteTexts),
    ...parameters.flatMap(({ meaning, domain }) => [meaning, domain.why]),
    ...(fn.relation ? [fn.relation.says] : []),
    ...(lengths ? [lengths.text, ...(lengths.fits === undefined ? [] : [lengths.fits])] : []),
    ...drawTimes(fn),
  ];
}

/** When a random function draws. */
function drawTimes(fn: ActivationFunction): readonly string[] {
  if (fn.kind === "gated") return [];
  const params = Object.fromEntries(
    Object.entries(fn.params).map(([name, parameter]) => [name, parameter.default ?? parameter.slider.max]),
  );
  const given = withDefaults(fn, params);
  const draws = fn.kind === "vector" ? fn.slice([0], given).draws : fn.draws?.(given);
  return draws ? [draws.when] : [];
}

function noteTexts({ text, condition }: Note): readonly string[] {
  return [text, condition];
}
