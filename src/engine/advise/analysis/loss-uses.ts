/** What reaches a loss. */
import type { Place } from "../place.ts";
import { argumentNamed, settingsOf } from "./arguments.ts";
import type { Site } from "./calls.ts";
import type { Metric } from "./facts.ts";
import type { Interpreter } from "./interpreter.ts";
import { lossNamed, lossString, type LossRow } from "./losses.ts";
import {
  gap,
  unknown,
  anyTensor,
  type Arguments,
  type Given,
  type Loss,
  type Settings,
  type Value,
} from "./value.ts";

export class LossUses {
  readonly #run: Interpreter;

  constructor(run: Interpreter) {
    this.#run = run;
  }

  call(row: LossRow, given: Arguments, site: Site): Value {
    const token = site.token ?? site.place;
    const settings = settingsOf(row.settings, given);
    const loss: Loss = { row, settings, token, place: row.form === "class" ? site.place : token };
    if (row.form === "class") return { kind: "loss", loss };
    return this.compute(loss, given, site);
  }

  compute(loss: Loss, given: Arguments, { place }: Site): Value {
    const { prediction, target, contract } = loss.row;
    const otherwise = contract.unless === undefined ? undefined : loss.settings.get(contract.unless);
    if (otherwise && otherwise.value !== true) return unknown;
    const predicted = argumentNamed(given, prediction.name, prediction.position);
    const wanted = argumentNamed(given, target.name, target.position);
    if (predicted) {
      this.#run.losses.push({
        loss,
        place,
        prediction: { value: predicted.value, place: predicted.place },
        ...(wanted ? { target: wanted } : {}),
      });
    }
    return unknown;
  }

  /** Keras' `compile` */
  compile(model: Value, place: Place, given: Arguments, site: Site): void {
    const argument = argumentNamed(given, "loss", 1);
    if (!argument) return;
    const losses = this.#lossesIn(argument);
    const isKnown = ({ given: own }: OutputLoss) =>
      this.#lossGiven(own) !== undefined || isOwnFunction(own.value);
    if (!losses.some(isKnown)) return;
    const any: Given = { value: anyTensor, place, whole: place };
    const call = (callee: Value, ...positional: Given[]) =>
      this.#run.calls.call(callee, { positional, keywords: new Map(), hasMore: false }, { place });
    const outputs = model.kind === "model" ? model.outputs : call(model, any);
    const metrics = argumentNamed(given, "metrics", 2);
    for (const { output, given: own } of losses) {
      const value = output === undefined ? outputs : this.#outputOf(outputs, output);
      const loss = this.#lossGiven(own);
      if (!loss) {
        if (isOwnFunction(own.value)) call(own.value, any, { ...any, value });
        continue;
      }
      // Of several outputs each is judged by itself.
      const step = output !== undefined && value.kind === "tensor" ? value.step : undefined;
      this.#run.losses.push({
        loss,
        place: site.place,
        prediction: { value },
        compiled: {
          model: step?.place ?? place,
          loss: own,
          metrics: metrics && output === undefined ? this.#metricsIn(metrics) : [],
        },
      });
    }
  }

  /** One for each output, in their order or by their names; or one for the only output. */
  #lossesIn(argument: Given): OutputLoss[] {
    const { value, place } = argument;
    const placed = (item: Value): Given => {
      const own = ("place" in item ? item.place : undefined) ?? place;
      return { value: item, place: own, whole: own };
    };
    if (value.kind === "dictionary") {
      const entries = this.#run.dictionaries.entriesOf(value) ?? [];
      return entries.map(([output, item]) => ({ output, given: placed(item) }));
    }
    const items = this.#run.lists.itemsOf(value);
    if (!items) return [{ output: undefined, given: argument }];
    return items.includes(gap) ? [] : items.map((item, output) => ({ output, given: placed(item) }));
  }

  #outputOf(outputs: Value, output: number | string): Value {
    if (typeof output === "string" && outputs.kind === "dictionary") {
      return this.#run.dictionaries.get(outputs, { kind: "constant", value: output });
    }
    const items = this.#run.lists.itemsOf(outputs) ?? [outputs];
    if (items.includes(gap)) return unknown;
    const found =
      typeof output === "number" ? items[output] : items.find((item) => layerNameOf(item) === output);
    return found ?? unknown;
  }

  #lossGiven({ value, place }: Given): Loss | undefined {
    if (value.kind === "loss") return value.loss;
    const settings: Settings = new Map();
    if (value.kind === "constant" && typeof value.value === "string") {
      const row = lossString(value.value);
      const token = value.place ?? place;
      return row && { row, settings, token, place: token };
    }
    const row = value.kind === "qualified" ? lossNamed(value.name) : undefined;
    return row?.form === "function" ? { row, settings, token: place, place } : undefined;
  }

  #metricsIn({ value, place }: Given): Metric[] {
    return (this.#run.lists.itemsOf(value) ?? [value]).flatMap((item): Metric[] => {
      if (item.kind === "constant" && typeof item.value === "string") {
        return [{ name: item.value, isString: true, place: item.place ?? place, given: [] }];
      }
      return item.kind === "metric" ? [{ ...item, isString: false }] : [];
    });
  }
}

/** Whether it is code of the file, which says itself what it computes. */
function isOwnFunction({ kind }: Value): boolean {
  return kind === "function" || kind === "bound";
}

/** A loss and which output it is for: its position, or its layer's name; undefined where there is one only. */
interface OutputLoss {
  readonly output: number | string | undefined;
  readonly given: Given;
}

/** What Keras calls an output: the name that its layer is given. */
function layerNameOf(output: Value): unknown {
  if (output.kind !== "tensor" || !output.step) return undefined;
  const { operation, inputs } = output.step;
  // An activation that is an argument of its layer.
  const isWithin = operation.kind === "activation" && operation.activation.whole !== undefined;
  const made = isWithin ? inputs[0]?.step?.operation : operation;
  return made?.kind === "layer" ? made.layer.settings.get("name")?.value : undefined;
}
