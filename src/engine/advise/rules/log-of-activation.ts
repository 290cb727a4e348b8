import { isWithin } from "../place.ts";
import type { Activation, Step } from "../analysis/value.ts";
import { condemned } from "../judge.ts";
import { nameOf } from "../names.ts";
import { Remedies } from "../remedies.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

export const logOfActivation = defineRule({
  id: "log-of-activation",
  severity: "warning",
  title: "The logarithm of a softmax or sigmoid, taken separately",
  doc: {
    what: "`log(softmax(x))`, `log(sigmoid(x))` or `log(1 - sigmoid(x))`, also with a small number added or after clamping.",
    why: "The activation rounds to 0 before the logarithm sees it, so the result is −inf and the gradient NaN. A small number added hides that and takes the gradient away instead.",
    harm: "In float32 `log(softmax)` is −inf from a gap of 104 between logits, `log(sigmoid(x))` from x = −88.7, and `log(1 - sigmoid(20))` is −inf already; in float16 from 17.3. With 1e-8 added, at a gap of 30 the value is −18.4 instead of −30 and the gradient 9·10⁻⁶ instead of 1.",
    bad: "loss = -torch.log(F.softmax(logits, dim=1))[range(n), target].mean()",
    good: "loss = -F.log_softmax(logits, dim=1)[range(n), target].mean()",
    limits:
      "Where the probabilities are needed as well, as for an entropy, and where a small number is added or the value clipped, so that it stays finite, it is information only. Mixtures, `log(a*softmax(x) + b*softmax(y))`, have no direct replacement and are not reported; neither is NumPy's log.",
    sources: [
      "https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html",
      "https://github.com/deepspeedai/DeepSpeedExamples/issues/501",
      "https://github.com/pytorch/pytorch/issues/1620",
    ],
  },
  needs: { of: "use", text: [/\.log\(|\blog(?:2|10)?\(/], functions: ["sigmoid", "softmax"] },
  check: findings,
});

interface LogOf {
  readonly log: Step;
  readonly applied: Step;
  readonly activation: Activation;
  readonly isComplement: boolean;
  /** Whether something was added, or clipped, between. */
  readonly isPatched: boolean;
  /** The steps between the logarithm and the activation, and the activation's. */
  readonly path: readonly Step[];
}

function* findings(seen: Seen): Generator<Finding> {
  const logs = seen.facts.steps.filter(
    ({ operation }) => operation.kind === "log" && !operation.name.startsWith("numpy."),
  );
  const logged = new Map<Step, number>();
  for (const step of logs.flatMap((log) => logOf(log)?.path ?? [])) {
    logged.set(step, (logged.get(step) ?? 0) + 1);
  }
  for (const log of condemned(
    logs,
    ({ place }) => place,
    (step) => (logOf(step) ? "bad" : "unknown"),
  )) {
    const found = logOf(log)!;
    const { isPatched, path, activation, applied, isComplement } = found;
    const inner = `${isComplement ? "1 - " : ""}${activation.function}(x)`;
    const stable =
      activation.function === "softmax" ? "log_softmax" : isComplement ? "log-sigmoid of -x" : "log-sigmoid";
    yield {
      place: log.token,
      // Both p and log p: the logarithm alone would not do.
      ...(isPatched || path.some((step) => step.reads > (logged.get(step) ?? 0))
        ? { severity: "information" }
        : {}),
      message: isPatched
        ? `log(${inner}) with a small number added, or clipped, stays finite where the activation rounds to 0, but hardly has a gradient there. Use ${stable}.`
        : `log(${inner}) is -inf where the activation rounds to 0, and its gradient NaN. Use ${stable}.`,
      ...(isWithin(applied.token, log.place)
        ? {}
        : { related: [{ place: applied.token, message: `${nameOf(activation)} is applied here` }] }),
      fixes: fixesFor(found, seen),
    };
  }
}

function logOf(log: Step): LogOf | undefined {
  let step = log.inputs[0]?.step;
  let isComplement = false;
  let isPatched = false;
  const path: Step[] = [];
  for (; step; step = step.inputs[0]?.step) {
    const { operation } = step;
    path.push(step);
    if (operation.kind === "activation") {
      const { function: id } = operation.activation;
      const isLogged = id === "sigmoid" || (id === "softmax" && !isComplement);
      return isLogged
        ? { log, applied: step, activation: operation.activation, isComplement, isPatched, path }
        : undefined;
    }
    if (operation.kind === "complement" && !isComplement) isComplement = true;
    else if (operation.kind === "shift" || operation.kind === "bound") isPatched = true;
    else return undefined;
  }
  return undefined;
}

/** By how the activation is called in code: what to call instead. */
const softmaxCalls: readonly (readonly [RegExp, string])[] = [
  [/^((?:\w+\.)*)softmax\(/, "$1log_softmax("],
  [/^(.*\.)softmax\(/s, "$1log_softmax("],
];

const sigmoidCalls: readonly (readonly [RegExp, string])[] = [
  [/^torch\.sigmoid\(/, "torch.nn.functional.logsigmoid("],
  [/^F\.sigmoid\(/, "F.logsigmoid("],
  [/^(tf|tensorflow)\.(?:nn\.|math\.)?sigmoid\(/, "$1.math.log_sigmoid("],
  [/^((?:jax\.)?nn)\.sigmoid\(/, "$1.log_sigmoid("],
];

function fixesFor({ log, applied, activation, isComplement, isPatched }: LogOf, { analysis }: Seen): Fix[] {
  const remedies = new Remedies(analysis);
  if (!isWithin(applied.place, log.place) || !applied.argument) return [];
  const call = remedies.textAt(applied.place);
  const rows = activation.function === "softmax" ? softmaxCalls : sigmoidCalls;
  const row = rows.find(([pattern]) => pattern.test(call));
  if (!row) return [];
  let text = call.replace(...(row as [RegExp, string]));
  if (isComplement) {
    const argument = remedies.textAt(applied.argument);
    const head = text.slice(0, text.indexOf("(") + 1);
    // Only where the argument is all that the brackets hold.
    if (call.slice(call.indexOf("(") + 1, -1).trim() !== argument) return [];
    text = `${head}${/^[\w.]+$/.test(argument) ? `-${argument}` : `-(${argument})`})`;
  }
  const title = `Use ${text.slice(0, text.indexOf("("))}`;
  return [{ title, preferred: true, certain: !isPatched, edits: remedies.replace(log.place, text) }];
}
