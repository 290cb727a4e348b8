/** Abstract values: what is known of a value without running the code that makes it. */
import type { FrameworkId } from "../../frameworks/index.ts";
import type { Literal } from "../../frameworks/define.ts";
import type { FunctionId, ParameterValues } from "../../functions/index.ts";
import type { ClassStatement, FunctionStatement, Node } from "../../syntax/program.ts";
import type { Domain } from "./domain.ts";
import type { LayerRow } from "./layers.ts";
import type { LossRow } from "./losses.ts";
import type { OperationKind } from "./operations.ts";
import type { Place } from "../place.ts";

/** Where a mutable value keeps what it has: written through `State` alone, so that branches can be undone. */
export type Store = Map<string, Value>;

export type Value =
  /** `from` is the name of what another file has, canonical, where it comes from there. */
  | { readonly kind: "unknown"; readonly from?: string }
  /** Canonical name of something imported. */
  | { readonly kind: "qualified"; readonly name: string; readonly place?: Place }
  | { readonly kind: "constant"; readonly value: Literal; readonly place?: Place }
  | Tuple
  /** Its items are kept under `items`, as a tuple. */
  | { readonly kind: "list"; readonly store: Store }
  /** What is under which string; `others` where there may be more. */
  | DictionaryValue
  /** In a list: any number of items that are not known. */
  | { readonly kind: "gap" }
  | FunctionValue
  | { readonly kind: "bound"; readonly function: FunctionValue; readonly self: Value }
  /** A method that is taken off a model: `model.apply` */
  | { readonly kind: "method"; readonly object: Value; readonly name: string }
  /** `functools.partial` */
  | { readonly kind: "partial"; readonly callee: Value; readonly given: Arguments }
  /** `value_and_grad` of a function, or `grad` */
  | { readonly kind: "differentiated"; readonly of: Value; readonly hasValue: boolean }
  /** Fields by their names, as Flax' training states have them. */
  | { readonly kind: "record"; readonly fields: ReadonlyMap<string, Value> }
  | ClassValue
  | InstanceValue
  /** `super()` */
  | { readonly kind: "super"; readonly self: InstanceValue; readonly after: ClassValue }
  | LayerValue
  | { readonly kind: "activation"; readonly activation: Activation }
  | SequentialValue
  /** A model of a library that gives what the last of its parts gives, where that has been replaced. */
  | { readonly kind: "pretrained"; readonly head: string; readonly store: Store }
  /** A functional model of Keras: what it gives. */
  | { readonly kind: "model"; readonly outputs: Value; readonly place: Place }
  | { readonly kind: "loss"; readonly loss: Loss }
  /** Of Keras, with the names of the arguments it is made with. */
  | {
      readonly kind: "metric";
      readonly name: string;
      readonly given: readonly string[];
      readonly place: Place;
    }
  | Tensor;

export interface Tuple {
  readonly kind: "tuple";
  readonly items: readonly Value[];
}

export interface DictionaryValue {
  readonly kind: "dictionary";
  readonly store: Store;
}

export interface FunctionValue {
  readonly kind: "function";
  readonly statement: FunctionStatement | Extract<Node, { kind: "lambda" }>;
  readonly scope: Scope;
  /** Of a method: where it is defined. */
  readonly owner?: ClassValue;
}

export interface ClassValue {
  readonly kind: "class";
  readonly statement: ClassStatement;
  readonly bases: readonly Value[];
  readonly store: Store;
  readonly scope: Scope;
}

export interface InstanceValue {
  readonly kind: "instance";
  readonly of: ClassValue;
  readonly store: Store;
  readonly place: Place;
}

export interface SequentialValue {
  readonly kind: "sequential";
  readonly name: string;
  readonly store: Store;
  readonly place: Place;
}

/** A stretch of a cell that was parsed on its own. */
export interface Source {
  readonly cell: number;
  /** Where it starts in its cell. */
  readonly offset: number;
  readonly text: string;
}

export interface Scope {
  readonly store: Store;
  readonly kind: "module" | "class" | "function";
  readonly outer?: Scope;
  readonly source: Source;
  /** Of a function: names that are its own although they may not be bound yet. */
  readonly own?: ReadonlySet<string>;
  readonly globals?: ReadonlySet<string>;
  /** Of a method. */
  readonly owner?: ClassValue;
  readonly self?: Value;
}

/** What a call is given. */
export interface Arguments {
  readonly positional: readonly Given[];
  readonly keywords: ReadonlyMap<string, Given>;
  /** Whether `*args` or `**kwargs` may give what is not seen. */
  readonly hasMore: boolean;
}

export interface Given {
  readonly value: Value;
  /** Of the value alone … */
  readonly place: Place;
  /** … and with its keyword. */
  readonly whole: Place;
}

/** A setting as the code gives it. */
export interface Setting {
  /** undefined: not a constant that is known */
  readonly value: Literal | undefined;
  readonly place: Place;
  readonly whole: Place;
}

export type Settings = ReadonlyMap<string, Setting>;

/** A layer as it was made. */
export interface Layer {
  readonly row: LayerRow;
  /** How many units or channels come out. */
  readonly units?: number;
  readonly settings: Settings;
  /** Given to the layer as an argument. */
  readonly activation?: Activation;
  /** Whether an activation is given that is not known. */
  readonly mayActivate: boolean;
  /** The name it is called by, without its module, where it is made. */
  readonly token: Place;
  /** The whole call. */
  readonly place: Place;
}

export interface LayerValue {
  readonly kind: "layer";
  readonly layer: Layer;
}

/** An activation function as it was named. */
export interface Activation {
  readonly function: FunctionId;
  readonly framework: FrameworkId;
  /** As the framework's table has it. */
  readonly name: string;
  readonly form: "function" | "module" | "method" | "string";
  readonly values: ParameterValues;
  /** null: left to the framework's rule for it; undefined: it has none, or it is not known. */
  readonly axis?: number | null;
  /** Its name, or the string. */
  readonly token: Place;
  /** Where it is made: the whole call, or the string. */
  readonly place: Place;
  /** Of a string or a name given to a layer: the whole argument. */
  readonly whole?: Place;
}

/** A loss as it was made, or named. */
export interface Loss {
  readonly row: LossRow;
  readonly settings: Settings;
  /** Its name, without its module; or the string. */
  readonly token: Place;
  /** The call that makes it; of a function the name. */
  readonly place: Place;
}

/** What an operation did to which values: the node of a graph that data flows through. */
export interface Step {
  readonly operation: Operation;
  /** The call, or expression, that applies it. */
  readonly place: Place;
  /** The name of what is applied, where that is called; else the name it is made by, or the string. */
  readonly token: Place;
  /** What it is applied to, as it is written; absent where it is applied by a `Sequential` or within a layer. */
  readonly argument?: Place;
  readonly inputs: readonly Tensor[];
  /** How often its result is read by a name. */
  reads: number;
}

export type Operation =
  | { readonly kind: "layer"; readonly layer: Layer }
  | { readonly kind: "activation"; readonly activation: Activation }
  | {
      readonly kind: OperationKind;
      readonly name: string;
      readonly axis?: number | null;
      readonly token: Place;
    }
  /** `1 - x` · x with a constant added · x times a constant · anything else */
  | { readonly kind: "complement" | "shift" | "scale" | "arithmetic"; readonly operator: string };

export interface Tensor {
  readonly kind: "tensor";
  readonly domain: Domain;
  /** Entries along `axis`, where both are known still. */
  readonly units?: number;
  readonly axis?: number;
  /** What made it; absent for an input, or where ways of making it differ. */
  readonly step?: Step;
}

/** What made the values of a tensor as they are: dropout and changes of shape left them so. */
export function producerOf({ step }: Tensor): Step | undefined {
  let found = step;
  while (found && leavesValues(found.operation)) found = found.inputs[0]?.step;
  return found;
}

/** Everything that went into what a step gives. */
export function ancestorsOf(step: Step): ReadonlySet<Step> {
  const found = new Set<Step>();
  const open = [step];
  for (let at = open.pop(); at; at = open.pop()) {
    for (const { step: before } of at.inputs) {
      if (!before || found.has(before)) continue;
      found.add(before);
      open.push(before);
    }
  }
  return found;
}

function leavesValues(operation: Operation): boolean {
  if (operation.kind !== "layer") return operation.kind === "pass";
  return operation.layer.row.kind === "pass" || operation.layer.row.kind === "shape";
}

export const unknown: Value = { kind: "unknown" };
export const nothing: Value = { kind: "constant", value: null };
/** A tensor of which nothing is known. */
export const anyTensor: Tensor = { kind: "tensor", domain: "unknown" };
export const gap: Value = { kind: "gap" };

/** What both values agree on. */
export function join(a: Value, b: Value): Value {
  if (a === b) return a;
  if (a.kind === "tensor" && b.kind === "tensor") return joinTensors(a, b);
  if (a.kind !== b.kind) return unknown;
  switch (a.kind) {
    case "constant":
      return a.value === (b as typeof a).value ? a : unknown;
    case "qualified":
      return a.name === (b as typeof a).name ? a : unknown;
    case "tuple": {
      const { items } = b as Tuple;
      if (items.length !== a.items.length) return unknown;
      return { kind: "tuple", items: a.items.map((item, index) => join(item, items[index]!)) };
    }
    case "function":
      return a.statement === (b as typeof a).statement ? a : unknown;
    case "layer":
      return a.layer === (b as typeof a).layer ? a : unknown;
    case "activation":
      return a.activation.place === (b as typeof a).activation.place ? a : unknown;
    case "loss":
      return a.loss === (b as typeof a).loss ? a : unknown;
    case "bound":
    case "class":
    case "differentiated":
    case "gap":
    case "metric":
    case "method":
    case "pretrained":
    case "record":
    case "instance":
    case "list":
    case "dictionary":
    case "model":
    case "partial":
    case "sequential":
    case "super":
    case "tensor":
    case "unknown":
      return unknown;
  }
}

function joinTensors(a: Tensor, b: Tensor): Tensor {
  if (a.domain !== b.domain) return { kind: "tensor", domain: "unknown" };
  const step = a.step && a.step.place === b.step?.place ? a.step : undefined;
  const isSameSize = a.units === b.units && a.axis === b.axis;
  return {
    kind: "tensor",
    domain: a.domain,
    ...(isSameSize && a.units !== undefined ? { units: a.units } : {}),
    ...(isSameSize && a.axis !== undefined ? { axis: a.axis } : {}),
    ...(step ? { step } : {}),
  };
}

/** Of a tensor whose axes may have changed. */
export function withoutSize({ domain, step }: Tensor): Tensor {
  return { kind: "tensor", domain, ...(step ? { step } : {}) };
}
