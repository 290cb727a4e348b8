/** Layers and activations as calls, names and strings make them. */
import type { FrameworkSpelling, Spelling } from "../../frameworks/index.ts";
import { slotsOf, spellingNamed, stringSpelling } from "../../frameworks/lookup.ts";
import { functionById, type ActivationFunction } from "../../functions/index.ts";
import type { Place } from "../place.ts";
import { argumentNamed, settingsOf } from "./arguments.ts";
import type { Site } from "./calls.ts";
import type { Interpreter } from "./interpreter.ts";
import type { LayerRow } from "./layers.ts";
import type { Activation, Arguments, Given, Layer } from "./value.ts";

export class Making {
  readonly #run: Interpreter;

  constructor(run: Interpreter) {
    this.#run = run;
  }

  layer(row: LayerRow, given: Arguments, { place, token }: Site): Layer {
    const settings = settingsOf(row.arguments, given);
    const units = row.units === undefined ? undefined : settings.get(row.units)?.value;
    const slot = slotsOf(row.name).find(({ slot: { argument } }) => argument === "activation")?.slot;
    const position = slot ? slot.position : row.arguments.indexOf("activation");
    const argument = position === -1 ? undefined : argumentNamed(given, "activation", position);
    const activation = argument && this.activationGiven(row.name, "activation", argument);
    const isNone = argument?.value.kind === "constant" && argument.value.value === null;
    const layer: Layer = {
      row,
      ...(typeof units === "number" ? { units } : {}),
      settings,
      ...(activation ? { activation } : {}),
      mayActivate: given.hasMore || (argument !== undefined && !activation && !isNone),
      token: token ?? place,
      place,
    };
    return layer;
  }

  /** What is given for an activation: a string, a function, or a layer that is one. */
  activationGiven(owner: string, argument: string, { value, place, whole }: Given): Activation | undefined {
    if (value.kind === "activation") return { ...value.activation, whole };
    if (value.kind === "qualified") {
      const found = spellingNamed(value.name);
      if (!found || found.spelling.form === "method") return undefined;
      return { ...this.activationOf(found, value.place ?? place, place), whole };
    }
    if (value.kind !== "constant" || typeof value.value !== "string") return undefined;
    const slot = slotsOf(owner).find((candidate) => candidate.slot.argument === argument);
    const spelling = slot && stringSpelling(slot, value.value);
    if (!spelling) return undefined;
    // A string that stands elsewhere is still the place to change.
    const token = value.place ?? place;
    return { ...this.activationOf({ framework: slot.framework, spelling }, token, token), whole };
  }

  activationOf({ framework, spelling }: FrameworkSpelling, token: Place, place: Place): Activation {
    const use = this.#run.useEndingAt(token);
    if (use && use.spelling === spelling) return this.activationUsed(use, token, place);
    const axis = spelling.params.find(({ mapsTo }) => mapsTo === "axis")?.default ?? ownAxis(spelling);
    return {
      function: spelling.function,
      framework,
      name: spelling.name,
      form: spelling.form,
      values: spelling.fixed ?? {},
      ...(typeof axis === "number" ? { axis } : {}),
      token,
      place,
    };
  }

  activationUsed(
    use: NonNullable<ReturnType<Interpreter["useEndingAt"]>>,
    token: Place | undefined,
    place: Place,
  ): Activation {
    const { spelling, params, unknown: notKnown } = use;
    const parameter = spelling.params.find(({ mapsTo }) => mapsTo === "axis")?.name;
    const axis = parameter === undefined ? ownAxis(spelling) : params[parameter];
    const isAxis = typeof axis === "number" || (axis === null && !notKnown.includes(parameter!));
    return {
      function: use.function,
      framework: use.framework,
      name: spelling.name,
      form: spelling.form,
      values: use.values,
      ...(isAxis ? { axis } : parameter !== undefined && axis === undefined ? { axis: null } : {}),
      token: token ?? place,
      place,
    };
  }
}

/** Named by a string, a function takes the axis that it takes by default. */
function ownAxis({ form, function: id }: Spelling): number | undefined {
  const fn: ActivationFunction = functionById(id);
  return form === "string" && fn.kind === "vector" ? fn.axis?.default : undefined;
}
