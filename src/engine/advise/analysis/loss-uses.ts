/** What reaches a loss. */
import type { Place } from "../place.ts";
import { argumentNamed, settingsOf } from "./arguments.ts";
import type { Site } from "./calls.ts";
import type { Metric } from "./facts.ts";
import type { Interpreter } from "./interpreter.ts";
import { lossNamed, lossString, type LossRow } from "./losses.ts";
import {
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
    const loss = this.#lossGiven(argument);
    if (!loss && !isOwnFunction(argument.value)) return;
    const any: Given = { value: anyTensor, place, whole: place };
    const call = (callee: Value, ...positional: Given[]) =>
      this.#run.calls.call(callee, { positional, keywords: new Map(), hasMore: false }, { place });
    const value = model.kind === "model" ? model.outputs : call(model, any);
    if (!loss) {
      call(argument.value, any, { ...any, value });
      return;
    }
    const metrics = argumentNamed(given, "metrics", 2);
    this.#run.losses.push({
      loss,
      place: site.place,
      prediction: { value },
      compiled: { model: place, loss: argument, metrics: metrics ? this.#metricsIn(metrics) : [] },
    });
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
