/** The arguments of the new call, and what they compute. */
import type { Use } from "../detect/use.ts";
import type { Literal, RowParameter } from "../frameworks/define.ts";
import { effectOf } from "../frameworks/effect.ts";
import { frameworkById } from "../frameworks/index.ts";
import { literalText } from "../frameworks/literal-text.ts";
import { functionById } from "../functions/index.ts";
import type { WrittenArgument, WrittenCall } from "./call.ts";
import type { Intent, Target } from "./define.ts";

export interface NewArguments {
  /** Each as it is written: `x`, `0.2`, `dim=-1`. */
  readonly texts: readonly string[];
  readonly traps: readonly string[];
  readonly remarks: readonly string[];
}

/** What one parameter of the target is given: a literal, or code whose value is not known. */
type Given =
  | { readonly kind: "literal"; readonly value: Literal; readonly text: string }
  | { readonly kind: "code"; readonly text: string };

/** @returns undefined where the target needs an argument that nothing tells */
export function newArguments(
  use: Use,
  call: WrittenCall,
  target: Target,
  intent: Intent,
): NewArguments | undefined {
  const traps: string[] = [];
  const given = new Map<RowParameter, Given>();
  const carrier = new Carrier(use, call, target, intent, traps);
  for (const parameter of target.spelling.params) {
    const value = carrier.valueFor(parameter);
    if (value) given.set(parameter, value);
    else if (parameter.default === undefined) {
      const comesLater = parameter.mapsTo === "x" && !isApplied(use, call, target);
      if (!comesLater) return undefined;
    }
  }
  return {
    texts: [...inOrder(given, use, call, target), ...foreign(use, call, target)],
    traps: intent === "port" ? [...traps, ...differences(use, target, given)] : [],
    remarks:
      intent === "port" ? [...dropped(call, target), ...kinkRemarks(use, target), ...learned(target)] : [],
  };
}

/** Whether the input stands in the old call and in the new one. */
function isApplied({ spelling: source }: Use, { shape }: WrittenCall, { spelling }: Target): boolean {
  return (
    spelling.form === "function" && (shape === "method" || (shape === "call" && source.form === "function"))
  );
}

class Carrier {
  readonly #use: Use;
  readonly #call: WrittenCall;
  readonly #target: Target;
  readonly #intent: Intent;
  readonly #traps: string[];

  constructor(use: Use, call: WrittenCall, target: Target, intent: Intent, traps: string[]) {
    this.#use = use;
    this.#call = call;
    this.#target = target;
    this.#intent = intent;
    this.#traps = traps;
  }

  valueFor(parameter: RowParameter): Given | undefined {
    switch (parameter.mapsTo) {
      case "x":
        return this.#input();
      case "variant":
        return this.#variant(parameter);
      case "axis":
        return this.#axis(parameter);
      case null:
        return this.#unmapped(parameter);
      default:
        return this.#number(parameter, parameter.mapsTo);
    }
  }

  #input(): Given | undefined {
    const { arguments: list, receiver } = this.#call;
    const text = receiver ?? list.find(({ parameter }) => parameter?.mapsTo === "x")?.text;
    return text === undefined ? undefined : { kind: "code", text };
  }

  /** The argument that selects the wanted function. */
  #variant(parameter: RowParameter): Given | undefined {
    const { spelling, framework, function: wanted } = this.#target;
    if (!parameter.selects || effectOf(spelling).function === wanted) return undefined;
    const choice = [...parameter.selects].find(([, id]) => id === wanted)?.[0];
    if (choice === undefined) return undefined;
    return { kind: "literal", value: choice, text: literalText(choice, frameworkById(framework).language) };
  }

  #axis(parameter: RowParameter): Given | undefined {
    const source = this.#sourceOf("axis");
    const written = this.#writtenFor(source);
    if (written && source && this.#use.unknown.includes(source.name))
      return { kind: "code", text: written.text };
    const value = source && this.#use.params[source.name];
    const axis = source && value !== undefined ? (source.numbers?.get(value) ?? value) : undefined;
    if (axis === undefined || axis === null) {
      if (source && axis === null && this.#intent === "port") {
        const { name } = frameworkById(this.#use.framework);
        this.#traps.push(`${source.name} is not given, and ${name} then picks the axis by the input's rank`);
      }
      return isOpen(parameter) ? this.#literal(parameter, -1) : undefined;
    }
    const initial =
      parameter.default === undefined
        ? undefined
        : (parameter.numbers?.get(parameter.default) ?? parameter.default);
    if (initial === axis && !(written && this.#intent === "replace")) return undefined;
    return this.#literal(parameter, axis, written);
  }

  #number(parameter: RowParameter, name: string): Given | undefined {
    const source = this.#sourceOf(name);
    const written = this.#writtenFor(source);
    const isUnknown = source !== undefined && this.#use.unknown.includes(source.name);
    if (written && isUnknown) return { kind: "code", text: written.text };
    const wanted = this.#wanted(name, written !== undefined);
    if (wanted === undefined) return undefined;
    const initial =
      parameter.default === undefined
        ? undefined
        : (parameter.numbers?.get(parameter.default) ?? parameter.default);
    if (Object.is(initial, wanted) && !(written && this.#intent === "replace")) return undefined;
    const named = [...(parameter.numbers ?? [])].find(([, number]) => Object.is(number, wanted))?.[0];
    if (named !== undefined) return this.#literal(parameter, named);
    // An initialiser takes no number.
    if (typeof parameter.default === "string" || Number.isNaN(wanted)) return undefined;
    return this.#literal(parameter, wanted, written);
  }

  /** The value a parameter is to have, where anything says so. */
  #wanted(name: string, isWritten: boolean): number | undefined {
    const { function: id, spelling } = this.#target;
    const record = functionById(id).params as Readonly<
      Record<string, { default?: number; learnable: boolean }>
    >;
    const own = Object.hasOwn(record, name) ? record[name] : undefined;
    if (!own) return undefined;
    if (this.#intent === "port" || isWritten) return this.#use.values[name];
    // Another function's parameter that must be given: its usual value, but a learned one is no number.
    const isRequired = spelling.params.some(
      (parameter) => parameter.mapsTo === name && parameter.default === undefined,
    );
    return isRequired && !own.learnable ? own.default : undefined;
  }

  /** `inplace=True` stays `inplace=True` within a framework. */
  #unmapped({ name }: RowParameter): Given | undefined {
    if (this.#intent === "port") return undefined;
    const written = this.#call.arguments.find(
      ({ parameter }) => parameter?.mapsTo === null && parameter.name === name,
    );
    return written && { kind: "code", text: written.text };
  }

  #sourceOf(name: string): RowParameter | undefined {
    return this.#use.spelling.params.find(({ mapsTo }) => mapsTo === name);
  }

  #writtenFor(source: RowParameter | undefined): WrittenArgument | undefined {
    return source && this.#call.arguments.find(({ parameter }) => parameter === source);
  }

  /** Code that was written for the same value is kept as it is: a name of a constant stays a name. */
  #literal({ numbers }: RowParameter, value: Literal, written?: WrittenArgument): Given {
    const { language } = frameworkById(this.#target.framework);
    const isPlain =
      written &&
      !numbers?.has(value) &&
      typeof value === "number" &&
      !/^(['"]|True|False|None)/.test(written.text);
    return { kind: "literal", value, text: isPlain ? written.text : literalText(value, language) };
  }
}

/** Whether an axis must be given to be clear: there is no default, or none that says which it is. */
function isOpen({ default: initial, numbers }: RowParameter): boolean {
  return initial === undefined || (initial === null && !numbers?.has(null));
}

/** In the signature's order: by position while nothing is left out, then by keyword. */
function inOrder(
  given: ReadonlyMap<RowParameter, Given>,
  use: Use,
  call: WrittenCall,
  target: Target,
): string[] {
  const { spelling } = target;
  const texts: string[] = [];
  // Behind the input that is still to come, `partial` can give nothing by position.
  const isHeld = spelling.form === "function" && !isApplied(use, call, target);
  for (const [parameter, { text, kind }] of given) {
    const { name, position, mapsTo, default: initial } = parameter;
    const written = call.arguments.find(
      (argument) =>
        argument.parameter && argument.parameter.mapsTo === mapsTo && argument.parameter.mapsTo !== null,
    );
    const isInPlace = position === texts.length && !isHeld;
    const isNumber = mapsTo !== "variant" && mapsTo !== "axis" && mapsTo !== null;
    const isClear =
      mapsTo === "x" ||
      (isNumber &&
        initial !== null &&
        spelling.general === undefined &&
        (kind === "code" || typeof initial !== "string")) ||
      (initial === undefined && mapsTo !== "axis");
    const wasKeyword = written?.keyword !== undefined;
    texts.push(isInPlace && isClear && !wasKeyword ? text : `${name}=${text}`);
  }
  return texts;
}

/** Keywords that no table knows (`name="act1"` of a Keras layer) stay with a callable of the same kind. */
function foreign({ framework, spelling }: Use, call: WrittenCall, target: Target): string[] {
  if (framework !== target.framework || spelling.form !== target.spelling.form) return [];
  return call.arguments.flatMap(({ parameter, keyword, text }) =>
    parameter || keyword === undefined ? [] : [`${keyword}=${text}`],
  );
}

/** What the new call computes otherwise. */
function differences(
  use: Use,
  { spelling, framework, function: id }: Target,
  given: ReadonlyMap<RowParameter, Given>,
): string[] {
  const { name: there } = frameworkById(framework);
  const values = new Map<string, Literal>();
  const unknown = new Set<string>();
  for (const [{ name, mapsTo }, value] of given) {
    if (mapsTo === "x") continue;
    if (value.kind === "literal") values.set(name, value.value);
    else unknown.add(name);
  }
  const effect = effectOf(spelling, { values, unknown });
  if (effect.function !== id || id !== use.function) {
    return [
      `${spelling.name} gives ${functionById(effect.function).name}, not ${functionById(use.function).name}`,
    ];
  }
  const open = new Set(
    use.spelling.params.flatMap(({ name, mapsTo }) => (use.unknown.includes(name) ? [mapsTo] : [])),
  );
  const carried = new Set([...given].flatMap(([{ mapsTo }, { kind }]) => (kind === "code" ? [mapsTo] : [])));
  const lost = [...open].filter((name) => name !== null && name !== "x" && !carried.has(name));
  const differing = Object.entries(use.values).flatMap(([name, value]) => {
    const other = effect.values[name];
    return open.has(name) || Object.is(other, value)
      ? []
      : [`${name} is ${other ?? "not known"} in ${there} and cannot be set to ${value}`];
  });
  return [
    ...lost.map((name) => `${name ?? ""} is no literal here and has no counterpart in ${there}`),
    ...differing,
    ...axisTrap(use, spelling, there),
  ];
}

function axisTrap(use: Use, spelling: Target["spelling"], there: string): string[] {
  const source = use.spelling.params.find(({ mapsTo }) => mapsTo === "axis");
  if (!source || spelling.params.some(({ mapsTo }) => mapsTo === "axis")) return [];
  const value = use.params[source.name];
  const axis = value === undefined ? undefined : (source.numbers?.get(value) ?? value);
  return axis === -1 ? [] : [`${spelling.name} of ${there} takes no axis and works along the last`];
}

function dropped(call: WrittenCall, { spelling }: Target): string[] {
  return call.arguments.flatMap(({ parameter, keyword }) => {
    const name = parameter ? (parameter.mapsTo === null ? parameter.name : undefined) : keyword;
    return name === undefined ? [] : [`${name} is left out: ${spelling.name} has no such argument here`];
  });
}

/** The same values, and another derivative where there is none. */
function kinkRemarks(use: Use, { spelling, framework }: Target): string[] {
  const fn = functionById(use.function);
  const isComplete = Object.keys(fn.params).every((name) => Object.hasOwn(use.values, name));
  if (fn.kind !== "elementwise" || !isComplete) return [];
  return fn.claims(use.values).kinks.flatMap((x) => {
    const usual = fn.derivative(x, use.values);
    const at = (row: typeof spelling) => row.kinkDerivatives?.find(([place]) => place === x)?.[1] ?? usual;
    const [before, after] = [at(use.spelling), at(spelling)];
    const name = frameworkById(framework).name;
    return before === after
      ? []
      : [`f′(${x}) is ${after} in ${name}, ${before} in ${frameworkById(use.framework).name}`];
  });
}

/** How many parameters are learned, and over which axis, differs in words only a note has. */
function learned({ spelling, function: id }: Target): string[] {
  const isLearned = Object.values(functionById(id).params).some(({ learnable }) => learnable);
  return isLearned && spelling.note !== undefined ? [spelling.note] : [];
}
