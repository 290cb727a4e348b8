import type { FunctionId } from "../../functions/index.ts";
import { producerOf, type Activation, type Step } from "../analysis/value.ts";
import { condemned, type Verdict } from "../judge.ts";
import { nameOf } from "../names.ts";
import { Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding } from "./define.ts";

export const doubleActivation = defineRule({
  id: "double-activation",
  severity: "warning",
  title: "Two activations in a row",
  doc: {
    what: "An activation is applied to the output of another one, with no layer between them.",
    why: "The second sees only what the first lets through. Sigmoid after ReLU can only give 0.5 to 1, tanh after ReLU 0 to 1, sigmoid after sigmoid 0.5 to 0.73; ReLU after tanh drops the negative half.",
    harm: "ReLU before the final sigmoid: no probability below 0.5, and a loss of 0.386 instead of 0.018. A pair of which the second changes nothing (ReLU after ReLU or sigmoid) is only a hint.",
    bad: "model = nn.Sequential(nn.Linear(8, 1), nn.ReLU(), nn.Sigmoid())",
    good: "model = nn.Sequential(nn.Linear(8, 1), nn.Sigmoid())",
    limits:
      "ReLU followed by a clipping function, gates (products of activations) and pairs that are not named here are left alone. Before softmax or sigmoid, ReLU counts only behind a layer: over a product of matrices it is an idiom.",
    sources: [
      "https://github.com/keras-team/keras/issues/9576",
      "https://github.com/DeepTrackAI/DeepTrack2/issues/71",
    ],
  },
  needs: { of: "use" },
  check: findings,
});

function* findings(seen: Seen): Generator<Finding> {
  const activations = seen.facts.steps.filter(({ operation }) => operation.kind === "activation");
  for (const [effect, severity] of [
    ["harmful", "warning"],
    ["redundant", "hint"],
  ] as const) {
    const verdictOf = (step: Step): Verdict => {
      const pair = pairOf(step);
      return pair && effectOf(pair) === effect ? "bad" : "good";
    };
    for (const step of condemned(activations, ({ place }) => place, verdictOf)) {
      const { first, second, before } = pairOf(step)!;
      const remedies = new Remedies(seen.analysis);
      const [a, b] = [nameOf(first), nameOf(second)];
      const isFirst = effect === "harmful" && second.function !== "relu";
      const edits = remedies.withoutActivation(isFirst ? before : step);
      yield {
        place: step.token,
        severity,
        message:
          effect === "redundant"
            ? `${b} after ${a} changes nothing.`
            : `${b} after ${a} gives only ${rangeAfter(first, second)}. Remove one of them.`,
        related: [{ place: before.token, message: `${a} is applied here` }],
        fixes: edits
          ? [{ title: `Remove ${isFirst ? a : b}`, preferred: true, certain: effect === "redundant", edits }]
          : [],
      };
    }
  }
}

interface Pair {
  readonly first: Activation;
  readonly second: Activation;
  readonly before: Step;
}

function pairOf({ operation, inputs: [input] }: Step): Pair | undefined {
  const before = input && producerOf(input);
  if (operation.kind !== "activation" || before?.operation.kind !== "activation") return undefined;
  return { first: before.operation.activation, second: operation.activation, before };
}

const ranges: Partial<Record<FunctionId, Partial<Record<FunctionId, string>>>> = {
  relu: {
    sigmoid: "0.5 to 1",
    tanh: "0 to 1",
    softmax: "shares in which a no counts as much as a doubt",
    log_softmax: "the logarithms of shares in which a no counts as much as a doubt",
  },
  sigmoid: { sigmoid: "0.5 to 0.731", tanh: "0 to 0.762" },
  tanh: { relu: "0 to 1, as it drops the negative half", sigmoid: "0.269 to 0.731" },
  softmax: {
    softmax: "nearly equal shares",
    sigmoid: "0.5 to 0.731",
    tanh: "0 to 0.762",
    log_softmax: "the logarithms of nearly equal shares",
  },
};

function rangeAfter(first: Activation, second: Activation): string {
  return ranges[first.function]?.[second.function] ?? "part of its range";
}

function effectOf({ first, second, before }: Pair): "harmful" | "redundant" | undefined {
  if (ranges[first.function]?.[second.function] !== undefined) {
    // Rescaled tanh is an idiom of images, and sigmoid of tanh a gate.
    if (first.function === "tanh" && second.function === "sigmoid") return undefined;
    return first.function !== "relu" || before.inputs[0]?.domain === "logit" ? "harmful" : undefined;
  }
  const isRectified = first.function === "relu" || first.function === "relu6" || first.function === "sigmoid";
  const isSame =
    second.function === "relu" || (second.function === "leaky_relu" && first.function === "relu");
  return isRectified && isSame ? "redundant" : undefined;
}
