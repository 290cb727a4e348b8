import { keyOf, type Place } from "../place.ts";
import { layerNames } from "../analysis/layers.ts";
import { producerOf, type Activation, type Step } from "../analysis/value.ts";
import { nameOf } from "../names.ts";
import { Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Edit, type Finding } from "./define.ts";

export const saturatingHiddenStack = defineRule({
  id: "saturating-hidden-stack",
  severity: "warning",
  title: "Three or more sigmoid hidden layers without normalisation",
  doc: {
    what: "Three or more hidden layers in a row have sigmoid, hard sigmoid or softmax as their activation, or ten or more tanh, with no normalisation between.",
    why: "The slope of sigmoid is at most 1/4. Each such layer multiplies the gradient by that or less on its way back, so the first layers hardly learn.",
    harm: "First against last gradient, width 512, Xavier: 0.10 at 3 layers, 5.7·10⁻³ at 5, 3.9·10⁻⁶ at 10. Accuracy for 20 classes after 300 Adam steps: one hidden sigmoid 0.998, three 0.680, five 0.151; ReLU 0.98 to 1.00. Tanh does not fail at these depths.",
    bad: "nn.Sequential(nn.Linear(8, 64), nn.Sigmoid(), nn.Linear(64, 64), nn.Sigmoid(), nn.Linear(64, 64), nn.Sigmoid(), nn.Linear(64, 1))",
    good: "nn.Sequential(nn.Linear(8, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))",
    limits:
      "Gates, squeeze-and-excitation and recurrent cells multiply the activation with something and are not counted; nor is the output layer, nor anything across a normalisation. Layers that a loop adds are counted where it is short and how often it runs is written in the file.",
    sources: [
      "http://proceedings.mlr.press/v9/glorot10a.html",
      "https://doi.org/10.1109/ICSE43902.2021.00043",
    ],
  },
  needs: { of: "use", text: [layerNames], functions: ["sigmoid", "hard_sigmoid", "softmax", "tanh"] },
  check: findings,
});

function* findings(seen: Seen): Generator<Finding> {
  const longest = new Map<string, readonly Hidden[]>();
  for (const step of seen.facts.steps) {
    if (step.operation.kind !== "layer") continue;
    const run = runBefore(step);
    const [first] = run;
    if (!first) continue;
    const key = keyOf(first.step.token);
    if ((longest.get(key)?.length ?? 0) < run.length) longest.set(key, run);
  }
  for (const run of longest.values()) {
    const [first] = run;
    const isTanh = run.every(({ activation }) => activation.function === "tanh");
    if (!first || run.length < (isTanh ? 10 : 3)) continue;
    const name = nameOf(first.activation);
    const edits = reluEdits(run, new Remedies(seen.analysis));
    yield {
      place: first.step.token,
      ...(isTanh ? { severity: "information" } : {}),
      message: `${run.length} hidden layers in a row with ${name}: each passes back ${isTanh ? "less" : "at most a quarter"} of the gradient, so the first ones hardly learn. Use ReLU, or normalise between them.`,
      related: othersIn(run).map((place) => ({ place, message: "and here" })),
      fixes: edits ? [{ title: "Change all of them to ReLU", preferred: true, certain: false, edits }] : [],
    };
  }
}

/** Where the others stand: those that a loop adds stand at one place. */
function othersIn([first, ...rest]: readonly Hidden[]): Place[] {
  const places = new Map(rest.map(({ step: { token } }) => [keyOf(token), token]));
  if (first) places.delete(keyOf(first.step.token));
  return [...places.values()];
}

interface Hidden {
  readonly step: Step;
  readonly activation: Activation;
}

const saturating: ReadonlySet<string> = new Set(["sigmoid", "hard_sigmoid", "softmax"]);

/** The saturating activations of one kind between the layers before a layer, the first of the model first. */
function runBefore(layer: Step): Hidden[] {
  const run: Hidden[] = [];
  let at = layer;
  while (at.inputs.length === 1 && isLearnable(at)) {
    const step = producerOf(at.inputs[0]!);
    if (step?.operation.kind !== "activation" || step.inputs.length !== 1) break;
    const { activation } = step.operation;
    const isSame =
      !run[0] || saturating.has(run[0].activation.function) === saturating.has(activation.function);
    if (!isSame || !(saturating.has(activation.function) || activation.function === "tanh")) break;
    const before = producerOf(step.inputs[0]!);
    if (!before || !isLearnable(before)) break;
    run.unshift({ step, activation });
    at = before;
  }
  return run;
}

function isLearnable({ operation }: Step): boolean {
  return (
    operation.kind === "layer" &&
    (operation.layer.row.kind === "dense" || operation.layer.row.kind === "conv")
  );
}

const names = { string: "relu", module: "ReLU", function: "relu" };

function reluEdits(run: readonly Hidden[], remedies: Remedies): Edit[] | undefined {
  const edits = new Map<string, Edit>();
  for (const { step, activation } of run) {
    const isBare = activation.form === "module" && !/\(\s*\)$/.test(remedies.textAt(activation.place));
    const own = isBare ? undefined : remedies.renamedIn(step, names);
    if (!own) return undefined;
    for (const edit of own) edits.set(keyOf(edit.place), edit);
  }
  return [...edits.values()].sort((a, b) => a.place.cell - b.place.cell || a.place.start - b.place.start);
}
