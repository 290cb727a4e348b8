/** Layers, activations and operations applied to tensors: each is a step of the flow of values. */
import type { Place } from "../place.ts";
import type { Site } from "./calls.ts";
import { domainOf } from "./domain.ts";
import type { Interpreter } from "./interpreter.ts";
import type { OperationKind } from "./operations.ts";
import {
  unknown,
  withoutSize,
  anyTensor,
  type Activation,
  type Arguments,
  type Given,
  type Layer,
  type Operation,
  type Tensor,
  type Value,
} from "./value.ts";

export class Application {
  readonly #run: Interpreter;

  constructor(run: Interpreter) {
    this.#run = run;
  }

  #record(operation: Operation, inputs: readonly Tensor[], site: Site, argument: Place | undefined): Tensor {
    const token = site.token ?? tokenOf(operation) ?? site.place;
    const step = { operation, place: site.place, token, ...(argument ? { argument } : {}), inputs, reads: 0 };
    this.#run.steps.push(step);
    return { kind: "tensor", domain: "unknown", step };
  }

  layer(layer: Layer, given: Arguments, site: Site): Value {
    const [first] = given.positional;
    const input = tensorOf(first?.value);
    const { kind, axis } = layer.row;
    const made = this.#record({ kind: "layer", layer }, [input], site, site.token ? first?.place : undefined);
    const size = {
      ...(layer.units === undefined ? {} : { units: layer.units }),
      ...(axis === undefined ? {} : { axis }),
    };
    let result: Tensor = made;
    if (kind === "dense" || kind === "conv") result = { ...made, domain: "logit", ...size };
    else if (kind === "pass") result = { ...input, ...made, domain: input.domain };
    else if (kind === "shape") result = { ...made, domain: input.domain };
    if (layer.mayActivate) return anyTensor;
    if (!layer.activation) return kind === "recurrent" ? unknown : result;
    if (kind === "recurrent") return unknown;
    const within = { place: layer.activation.place };
    return this.activation(
      layer.activation,
      { value: result, place: within.place, whole: within.place },
      within,
    );
  }

  activation(activation: Activation, given: Given | undefined, site: Site): Tensor {
    const input = tensorOf(given?.value);
    const argument = site.token ? given?.place : undefined;
    const made = this.#record({ kind: "activation", activation }, [input], site, argument);
    const isIdentity = activation.function === "identity";
    const domain = isIdentity ? input.domain : domainOf(activation.function, activation.values);
    return { ...input, ...made, domain };
  }

  operation(kind: OperationKind, name: string, given: Arguments, site: Site): Value {
    const [first] = given.positional;
    if (!first || (first.value.kind === "constant" && kind !== "same")) return unknown;
    const input = tensorOf(first.value);
    const axisGiven = given.keywords.get("dim") ?? given.keywords.get("axis") ?? given.positional[1];
    const axis = axisGiven?.value.kind === "constant" ? axisGiven.value.value : undefined;
    const isKept = kind === "same" || kind === "shape" || kind === "pass" || kind === "pick";
    // What only changes the axes leaves the tensor what it was, as far as its readers go.
    if (isKept && first.value.kind !== "tensor") return unknown;
    if (kind === "same") return input;
    if (kind === "shape") {
      if (input.step) input.step.reads--;
      return withoutSize(input);
    }
    if (kind === "pick") {
      if (input.step) input.step.reads--;
      return pickedFrom(input);
    }
    const operation: Operation = {
      kind,
      name,
      ...(typeof axis === "number" || axis === null ? { axis } : {}),
      token: site.token ?? site.place,
    };
    const made = this.#record(operation, [input], site, first.place);
    if (kind === "pass") return { ...input, ...made, domain: input.domain };
    if (kind === "log") return { ...made, domain: logDomain(input) };
    return made;
  }

  arithmetic(operator: string, left: Operand, right: Operand, place: Place): Value {
    const [a, b] = [left.value, right.value];
    if (a.kind !== "tensor" && b.kind !== "tensor") return folded(operator, a, b);
    const inputs = [a, b].filter((value) => value.kind === "tensor");
    const constant = a.kind === "constant" ? a.value : b.kind === "constant" ? b.value : undefined;
    const other = a.kind === "tensor" ? left.place : right.place;
    const kind = inputs.length === 1 ? kindOfArithmetic(operator, a, constant) : "arithmetic";
    return this.#record({ kind, operator }, inputs, { place }, inputs.length === 1 ? other : undefined);
  }
}

export interface Operand {
  readonly value: Value;
  readonly place: Place;
}

function tensorOf(value: Value | undefined): Tensor {
  return value?.kind === "tensor" ? value : anyTensor;
}

/** One share of several is a number between 0 and 1 of its own. */
export function pickedFrom(tensor: Tensor): Tensor {
  return withoutSize({ ...tensor, domain: tensor.domain === "probability" ? "unit" : tensor.domain });
}

function tokenOf(operation: Operation): Place | undefined {
  if (operation.kind === "activation") return operation.activation.token;
  return operation.kind === "layer" ? operation.layer.token : undefined;
}

/** The log of shares or of units has a name of its own. */
function logDomain({ domain }: Tensor): Tensor["domain"] {
  return domain === "probability" || domain === "unit" ? "log-probability" : "unknown";
}

function kindOfArithmetic(operator: string, left: Value, constant: unknown) {
  if (operator === "-" && left.kind === "constant" && constant === 1) return "complement";
  if ((operator === "+" || operator === "-") && left.kind === "tensor" && typeof constant === "number")
    return "shift";
  if (operator === "+" && typeof constant === "number") return "shift";
  if ((operator === "*" || operator === "/") && typeof constant === "number") return "scale";
  return "arithmetic";
}

function folded(operator: string, a: Value, b: Value): Value {
  if (a.kind !== "constant" || b.kind !== "constant") return unknown;
  const [left, right] = [a.value, b.value];
  if (typeof left !== "number" || typeof right !== "number") return unknown;
  const results: Readonly<Record<string, number>> = {
    "+": left + right,
    "-": left - right,
    "*": left * right,
    "/": left / right,
    "//": Math.floor(left / right),
    "**": left ** right,
  };
  const value = results[operator];
  return value !== undefined && Number.isFinite(value) ? { kind: "constant", value } : unknown;
}
