/** Facts of code that stands elsewhere now: what is the same object in them stays one. */
import type { Piece } from "../pieces.ts";
import type { Place } from "../place.ts";
import type { Comparison, Compiled, Facts, LossUse } from "./facts.ts";
import type {
  Activation,
  Given,
  Layer,
  Loss,
  Operation,
  Setting,
  Settings,
  Step,
  Tensor,
  Value,
} from "./value.ts";

export function movedFacts(facts: Facts, from: readonly Piece[], to: readonly Piece[]): Facts {
  const isMoved = from.some(
    ({ cell, offset }, index) => to[index]!.cell !== cell || to[index]!.offset !== offset,
  );
  return isMoved ? new Mover(from, to).facts(facts) : facts;
}

class Mover {
  readonly #from: readonly Piece[];
  readonly #to: readonly Piece[];
  readonly #places = new Map<Place, Place>();
  readonly #steps = new Map<Step, Step>();
  readonly #layers = new Map<Layer, Layer>();
  readonly #activations = new Map<Activation, Activation>();
  readonly #losses = new Map<Loss, Loss>();

  constructor(from: readonly Piece[], to: readonly Piece[]) {
    this.#from = from;
    this.#to = to;
  }

  facts({ steps, losses, comparisons, isComplete }: Facts): Facts {
    return {
      // What a step is applied to was made before it.
      steps: steps.map((step) => this.#step(step)),
      losses: losses.map((use) => this.#lossUse(use)),
      comparisons: comparisons.map((comparison) => this.#comparison(comparison)),
      isComplete,
    };
  }

  #place(place: Place): Place {
    return once(this.#places, place, ({ cell, start, end }) => {
      let at = this.#from.length - 1;
      while (at >= 0 && !(this.#from[at]!.cell === cell && this.#from[at]!.offset <= start)) at--;
      const [before, now] = [this.#from[at], this.#to[at]];
      if (!before || !now) return place;
      const by = now.offset - before.offset;
      return { cell: now.cell, start: start + by, end: end + by };
    });
  }

  #placed<T extends { readonly place: Place }>(thing: T): T {
    return { ...thing, place: this.#place(thing.place) };
  }

  #step(step: Step): Step {
    return once(this.#steps, step, ({ operation, place, token, argument, inputs, reads }) => ({
      operation: this.#operation(operation),
      place: this.#place(place),
      token: this.#place(token),
      ...(argument ? { argument: this.#place(argument) } : {}),
      inputs: inputs.map((input) => this.#tensor(input)),
      reads,
    }));
  }

  #tensor(tensor: Tensor): Tensor {
    return tensor.step ? { ...tensor, step: this.#step(tensor.step) } : tensor;
  }

  #operation(operation: Operation): Operation {
    switch (operation.kind) {
      case "layer":
        return { ...operation, layer: this.#layer(operation.layer) };
      case "activation":
        return { ...operation, activation: this.#activation(operation.activation) };
      case "complement":
      case "shift":
      case "scale":
      case "arithmetic":
        return operation;
      case "shape":
      case "same":
      case "log":
      case "bound":
      case "pick":
      case "argmax":
      case "round":
      case "pass":
        return { ...operation, token: this.#place(operation.token) };
    }
  }

  #layer(layer: Layer): Layer {
    return once(this.#layers, layer, () => {
      const { row, units, mayActivate, settings, activation, token, place } = layer;
      const settingsNow = () => this.#settings(settings);
      let known: Settings | undefined;
      return {
        row,
        ...(units === undefined ? {} : { units }),
        // Most layers have many, of which nobody asks.
        get settings() {
          return (known ??= settingsNow());
        },
        ...(activation ? { activation: this.#activation(activation) } : {}),
        mayActivate,
        token: this.#place(token),
        place: this.#place(place),
      };
    });
  }

  #activation(activation: Activation): Activation {
    return once(this.#activations, activation, () => ({
      ...this.#placed(activation),
      token: this.#place(activation.token),
      ...(activation.whole ? { whole: this.#place(activation.whole) } : {}),
    }));
  }

  #loss(loss: Loss): Loss {
    return once(this.#losses, loss, () => ({
      ...this.#placed(loss),
      settings: this.#settings(loss.settings),
      token: this.#place(loss.token),
    }));
  }

  #settings(settings: Settings): Settings {
    return new Map(
      [...settings].map(([name, setting]): [string, Setting] => [
        name,
        { ...this.#placed(setting), whole: this.#place(setting.whole) },
      ]),
    );
  }

  #lossUse({ loss, place, prediction, target, compiled }: LossUse): LossUse {
    return {
      loss: this.#loss(loss),
      place: this.#place(place),
      prediction: {
        value: this.#value(prediction.value),
        ...(prediction.place ? { place: this.#place(prediction.place) } : {}),
      },
      ...(target ? { target: this.#given(target) } : {}),
      ...(compiled ? { compiled: this.#compiled(compiled) } : {}),
    };
  }

  #compiled({ model, loss, metrics }: Compiled): Compiled {
    return {
      model: this.#place(model),
      loss: this.#given(loss),
      metrics: metrics.map((metric) => this.#placed(metric)),
    };
  }

  #comparison({ operator, place, left, right }: Comparison): Comparison {
    const side = ({ value, place: at }: Comparison["left"]) => ({
      value: this.#value(value),
      place: this.#place(at),
    });
    return { operator, place: this.#place(place), left: side(left), right: side(right) };
  }

  #given({ value, place, whole }: Given): Given {
    return { value: this.#value(value), place: this.#place(place), whole: this.#place(whole) };
  }

  /** Of what is neither a tensor nor a constant the kind alone is of use. */
  #value(value: Value): Value {
    if (value.kind === "tensor") return this.#tensor(value);
    return value.kind === "constant" && value.place ? { ...value, place: this.#place(value.place) } : value;
  }
}

function once<T extends object>(known: Map<T, T>, thing: T, copy: (thing: T) => T): T {
  let found = known.get(thing);
  if (!found) known.set(thing, (found = copy(thing)));
  return found;
}
