/** The arguments of the new call, and what they compute. */
import type { Use } from "../detect/use.ts";
import type { Literal, RowParameter } from "../frameworks/define.ts";
import { effectOf } from "../frameworks/effect.ts";
import { frameworkById } from "../frameworks/index.ts";
import { literalText, numberText } from "../frameworks/literal-text.ts";
import { functionById } from "../functions/index.ts";
import type { WrittenArgument, WrittenCall } from "./call.ts";
import type { Intent, Target } from "./define.ts";

/** What one parameter of the target is given: a literal, or code whose value is not known. */
export interface Given {
  readonly value: Literal | undefined;
  readonly text: string;
  /** The name by which the old call gave the same. */
  readonly keyword: string | undefined;
}

/** An argument as a call lists it: `0.2`, `dim=-1`. */
export interface Listed {
  readonly keyword: string | undefined;
  readonly text: string;
}

export interface NewArguments {
  /** In the order of the signature. */
  readonly given: ReadonlyMap<RowParameter, Given>;
  /** Arguments by names that no table knows. */
  readonly foreign: readonly Listed[];
  /** Whether the input is among them. */
  readonly isApplied: boolean;
  readonly traps: readonly string[];
  readonly remarks: readonly string[];
}

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
  const applied = isApplied(use, call, target);
  for (const parameter of target.spelling.params) {
    const value = carrier.valueFor(parameter);
    if (value) given.set(parameter, value);
    else if (parameter.default === undefined && (parameter.mapsTo !== "x" || applied)) return undefined;
  }
  return {
    given,
    foreign: foreign(use, call, target),
    isApplied: applied,
    traps: intent === "port" ? [...traps, ...differences(use, target, given)] : [],
    remarks:
      intent === "port" ? [...dropped(call, target), ...kinkRemarks(use, target), ...learned(target)] : [],
  };
}

/** Whether the input stands in the old call and in the new one. */
function isApplied({ spelling: source }: Use, { shape }: WrittenCall, { spelling }: Target): boolean {
  const isCalled = shape === "method" || (shape === "call" && source.form === "function");
  return isCalled && (spelling.form === "function" || spelling.form === "method");
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
    const input = inputOf(this.#call);
    return input && { value: undefined, ...input };
  }

  /** The argument that selects the wanted function. */
  #variant(parameter: RowParameter): Given | undefined {
    const { spelling, framework, function: wanted } = this.#target;
    const isRequired = parameter.default === undefined;
    if (!parameter.selects || (!isRequired && effectOf(spelling).function === wanted)) return undefined;
    const choice = [...parameter.selects].find(([, id]) => id === wanted)?.[0];
    if (choice === undefined) return undefined;
    const { language } = frameworkById(framework);
    return { value: choice, text: literalText(choice, language), keyword: this.#keywordFor("variant") };
  }

  #axis(parameter: RowParameter): Given | undefined {
    const source = this.#sourceOf("axis");
    const written = this.#writtenFor(source);
    if (written && source && this.#use.unknown.includes(source.name))
      return { value: undefined, text: written.text, keyword: written.keyword };
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
    if (written && isUnknown) return { value: undefined, text: written.text, keyword: written.keyword };
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
    return written && { value: undefined, text: written.text, keyword: written.keyword };
  }

  #keywordFor(name: string): string | undefined {
    return this.#call.arguments.find(({ parameter }) => parameter?.mapsTo === name)?.keyword;
  }

  #sourceOf(name: string): RowParameter | undefined {
    return this.#use.spelling.params.find(({ mapsTo }) => mapsTo === name);
  }

  #writtenFor(source: RowParameter | undefined): WrittenArgument | undefined {
    return source && this.#call.arguments.find(({ parameter }) => parameter === source);
  }

  /** Code that was written for the same value is kept as it is: a name of a constant stays a name. */
  #literal(parameter: RowParameter, value: Literal, written?: WrittenArgument): Given | undefined {
    const { numbers, mapsTo, isIndex } = parameter;
    const { language } = frameworkById(this.#target.framework);
    const isPlain =
      written &&
      !numbers?.has(value) &&
      typeof value === "number" &&
      !/^(['"]|True|False|None)/.test(written.text);
    // Counted from the end, an index has no number.
    const isKept = isPlain && this.#use.framework === this.#target.framework;
    if (isIndex && typeof value === "number" && value < 0 && !isKept) return undefined;
    const isMeasure = typeof value === "number" && mapsTo !== "axis";
    const text = isMeasure ? numberText(value, language) : literalText(value, language);
    return {
      value,
      text: isPlain ? written.text : text,
      keyword: (written ?? this.#call.arguments.find((other) => other.parameter?.mapsTo === mapsTo))?.keyword,
    };
  }
}

/** The tensor that the old call applies the function to. */
export function inputOf({
  arguments: list,
  receiver,
}: WrittenCall): { readonly text: string; readonly keyword: string | undefined } | undefined {
  // Of a builder's method it is an argument: `builder.relu(x)`.
  const written = list.find(({ parameter }) => parameter?.mapsTo === "x");
  if (written) return { text: written.text, keyword: written.keyword };
  return receiver === undefined ? undefined : { text: receiver, keyword: undefined };
}

/** Whether an axis must be given to be clear: there is no default, or none that says which it is. */
function isOpen({ default: initial, numbers }: RowParameter): boolean {
  return initial === undefined || (initial === null && !numbers?.has(null));
}

/** Keywords that no table knows (`name="act1"` of a Keras layer) stay with a callable of the same kind. */
function foreign({ framework, spelling }: Use, call: WrittenCall, target: Target): Listed[] {
  if (framework !== target.framework || spelling.form !== target.spelling.form) return [];
  return call.arguments.flatMap(({ parameter, keyword, text }) =>
    parameter || keyword === undefined ? [] : [{ keyword, text }],
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
    if (value.value === undefined) unknown.add(name);
    else values.set(name, value.value);
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
  const carried = new Set(
    [...given].flatMap(([{ mapsTo }, { value }]) => (value === undefined ? [mapsTo] : [])),
  );
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
