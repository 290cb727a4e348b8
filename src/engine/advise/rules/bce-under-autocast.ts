import type { Node, Statement } from "../../syntax/program.ts";
import {
  argumentOf,
  type CallNode,
  type Code,
  lastNameIn,
  type NamedCall,
  pathOf,
  type Standing,
} from "../code.ts";
import type { Piece } from "../pieces.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

const autocasts = /^torch\.(?:autocast|amp\.autocast|cuda\.amp\.autocast|amp\.autocast_mode\.autocast)$/;
const sigmoids = /^torch\.(?:sigmoid|special\.expit|nn\.functional\.sigmoid)$/;

const bceLoss = "torch.nn.BCELoss";

export const bceUnderAutocast = defineRule({
  id: "bce-under-autocast",
  severity: "error",
  title: "Binary cross-entropy on probabilities in a CUDA autocast region",
  doc: {
    what: "`nn.BCELoss` or `F.binary_cross_entropy` is called within `torch.autocast`, or by a method in a file that tells a trainer to use mixed precision: Lightning's `Trainer(precision=\"16-mixed\")`, Transformers' `TrainingArguments(fp16=True)`.",
    why: "In half precision a probability near 1 rounds to 1, and the logarithm of the rest is lost. PyTorch refuses to compute it.",
    harm: "It raises: “torch.nn.functional.binary_cross_entropy and torch.nn.BCELoss are unsafe to autocast”.",
    bad: "with torch.autocast('cuda'):\n    loss = F.binary_cross_entropy(torch.sigmoid(logits), target)",
    good: "with torch.autocast('cuda'):\n    loss = F.binary_cross_entropy_with_logits(logits, target)",
    limits:
      "The loss must stand in the `with` itself, or be an object made in the same file. Autocast on the CPU accepts it. Where the device or `enabled` is not literal it is a warning; so it is with a trainer, which may run on a CPU, and whose precision must be literal. A sigmoid that stands in the model has to be taken out by hand: no fix does it.",
    sources: [
      "https://docs.pytorch.org/docs/stable/amp.html#prefer-binary-cross-entropy-with-logits-over-binary-cross-entropy",
      "https://github.com/pytorch/pytorch/issues/61098",
      "https://github.com/Megvii-BaseDetection/YOLOX/issues/336",
    ],
  },
  needs: {
    of: "nothing",
    text: [/autocast|\bprecision\s*=|\b(?:fp|bf)16\s*=/, /BCELoss|binary_cross_entropy/],
  },
  *check({ code }) {
    const made = lossesMade(code);
    const isTrainedSo = code.callsIn(code.pieces).some(isMixedTrainer);
    for (const standing of code.expressionsIn(code.pieces)) {
      if (standing.node.kind !== "call") continue;
      const region = regionAround(code, standing, isTrainedSo);
      if (region === undefined) continue;
      yield* judge(code, { ...standing, node: standing.node }, region, made);
    }
  },
});

/** By whom autocast is switched on: by a `with`, by one that may be off or for the CPU, by a trainer that runs the methods. */
type Region = "certain" | "possible" | "trainer";

const lightning = /^(?:pytorch_lightning|lightning(?:\.pytorch)?)\.(?:trainer\.)?Trainer$/;
const transformers = /^transformers\.(?:Seq2Seq)?TrainingArguments$/;

/** Whether a trainer is told to use autocast, and not told to stay on the CPU. */
function isMixedTrainer({ name, node }: NamedCall): boolean {
  const isOn = (argument: string) => {
    const value = argumentOf(node, argument, null)?.value;
    return value?.kind === "boolean" && value.value;
  };
  if (transformers.test(name)) return (isOn("fp16") || isOn("bf16")) && !isOn("use_cpu") && !isOn("no_cuda");
  if (!lightning.test(name)) return false;
  const precision = argumentOf(node, "precision", null)?.value;
  const accelerator = argumentOf(node, "accelerator", null)?.value;
  if (accelerator?.kind === "string" && accelerator.value === "cpu") return false;
  if (precision?.kind === "number") return precision.value === 16;
  return precision?.kind === "string" && /^(?:16|bf16)(?:-mixed)?$/.test(precision.value ?? "");
}

/** Whether autocast to a GPU is on where an expression stands; undefined: not. The innermost region decides. */
function regionAround(code: Code, { trail, piece }: Standing, isTrainedSo: boolean): Region | undefined {
  const around = trail.slice(0, -1).reverse();
  // A function that is defined in the region runs elsewhere; a method may be the trainer's to run.
  const isMethod = (at: number) => isTrainedSo && around[at + 1]?.kind === "class";
  for (const [at, statement] of around.entries()) {
    if (statement.kind === "function" || statement.kind === "class")
      return isMethod(at) ? "trainer" : undefined;
    if (statement.kind !== "with") continue;
    for (const { value } of [...statement.items].reverse()) {
      const region = value.kind === "call" ? regionOf(code, piece, value) : undefined;
      if (region !== undefined) return region === "off" ? undefined : region;
    }
  }
  return undefined;
}

function regionOf(code: Code, piece: Piece, call: CallNode): Region | "off" | undefined {
  const name = code.nameOf(call.callee, piece);
  if (name === undefined || !autocasts.test(name)) return undefined;
  const isCuda = name.startsWith("torch.cuda.");
  const enabled = argumentOf(call, "enabled", isCuda ? 0 : 2)?.value;
  if (enabled?.kind === "boolean" && !enabled.value) return "off";
  const device = isCuda ? undefined : argumentOf(call, "device_type", 0)?.value;
  const isKnown = isCuda || (device?.kind === "string" && device.value !== undefined);
  if (device?.kind === "string" && device.value !== "cuda") return "off";
  return isKnown && (!enabled || enabled.kind === "boolean") ? "certain" : "possible";
}

/** Paths (`criterion`, `self.loss`) that are assigned `nn.BCELoss(…)` in the file and nothing else, with where. */
function lossesMade(code: Code): ReadonlyMap<string, { readonly call: CallNode; readonly piece: Piece }> {
  const made = new Map<string, { readonly call: CallNode; readonly piece: Piece }>();
  const others = new Set<string>();
  const seen = new Set<Statement>();
  for (const { trail, piece } of code.expressionsIn(code.pieces)) {
    const statement = trail.at(-1)!;
    if (statement.kind !== "assign" || seen.has(statement)) continue;
    seen.add(statement);
    const { value, targets } = statement;
    const isLoss = value?.kind === "call" && code.nameOf(value.callee, piece) === bceLoss ? value : undefined;
    for (const target of targets) {
      const path = textOfPath(target);
      if (path === undefined) continue;
      if (isLoss && !made.has(path)) made.set(path, { call: isLoss, piece });
      else others.add(path);
    }
  }
  for (const path of others) made.delete(path);
  return made;
}

function textOfPath(node: Node): string | undefined {
  const path = pathOf(node);
  return path && (path.path === "" ? path.root : `${path.root}.${path.path}`);
}

const wheres: Readonly<Record<Region, string>> = {
  certain: "under autocast",
  possible: "under autocast on a GPU",
  trainer: "in the mixed precision that the trainer is told to use, on a GPU",
};

function* judge(
  code: Code,
  { node, piece }: Standing<CallNode>,
  region: Region,
  made: ReturnType<typeof lossesMade>,
): Generator<Finding> {
  const severity = region === "certain" ? {} : ({ severity: "warning" } as const);
  const where = wheres[region];
  const name = code.nameOf(node.callee, piece);
  const own = textOfPath(node.callee);
  const object = own === undefined ? undefined : made.get(own);
  if (name === "torch.nn.functional.binary_cross_entropy") {
    yield {
      place: code.placeOf(piece, lastNameIn(node.callee)),
      ...severity,
      message: `binary_cross_entropy raises ${where}. Use binary_cross_entropy_with_logits, without the sigmoid before it.`,
      fixes: withoutSigmoid(code, piece, node, [
        { place: code.placeOf(piece, lastNameIn(node.callee)), text: "binary_cross_entropy_with_logits" },
      ]),
    };
  } else if (node.callee.kind === "call" && code.nameOf(node.callee.callee, piece) === bceLoss) {
    const place = code.placeOf(piece, lastNameIn(node.callee.callee));
    yield {
      place,
      ...severity,
      message: `BCELoss raises ${where}. Use BCEWithLogitsLoss, without the sigmoid before it.`,
      fixes: withoutSigmoid(code, piece, node, [{ place, text: "BCEWithLogitsLoss" }]),
    };
  } else if (object) {
    yield {
      place: code.placeOf(piece, node.callee.range),
      ...severity,
      message: `BCELoss raises ${where}. Use BCEWithLogitsLoss, without the sigmoid before it.`,
      related: [
        {
          place: code.placeOf(object.piece, lastNameIn(object.call.callee)),
          message: "the loss is made here",
        },
      ],
      fixes: isOnlyCall(code, own!, node)
        ? withoutSigmoid(code, piece, node, [
            {
              place: code.placeOf(object.piece, lastNameIn(object.call.callee)),
              text: "BCEWithLogitsLoss",
            },
          ])
        : [],
    };
  }
}

function isOnlyCall(code: Code, path: string, call: CallNode): boolean {
  return code
    .expressionsIn(code.pieces)
    .every(({ node }) => node.kind !== "call" || node === call || textOfPath(node.callee) !== path);
}

/** The edits and the sigmoid's going, where it stands in the call itself: else the head must change, which is not seen. */
function withoutSigmoid(code: Code, piece: Piece, call: CallNode, edits: Fix["edits"]): Fix[] {
  const input = argumentOf(call, "input", 0)?.value;
  const [logits] = input?.kind === "call" ? input.arguments : [];
  const isSigmoid = input?.kind === "call" && sigmoids.test(code.nameOf(input.callee, piece) ?? "");
  if (!isSigmoid || !logits || input.arguments.length !== 1) return [];
  const text = piece.text.slice(logits.value.range.start, logits.value.range.end);
  return [
    {
      title: "Use the loss on logits, without the sigmoid",
      preferred: true,
      certain: true,
      edits: [...edits, { place: code.placeOf(piece, input.range), text }],
    },
  ];
}
