import { lastSegment, spellingNamed } from "../../frameworks/lookup.ts";
import type { Node, Statement } from "../../syntax/program.ts";
import { argumentOf, type CallNode, type Code, lastNameIn, mayGiveMore, type Standing } from "../code.ts";
import type { Piece } from "../pieces.ts";
import { isNeverCalled, isNeverRead, mayLeaveUnread } from "../unused-activations.ts";
import { defineRule, type Finding } from "./define.ts";

export const activationHasNoEffect = defineRule({
  id: "activation-has-no-effect",
  severity: "warning",
  title: "An activation that is thrown away, or never called",
  doc: {
    what: "An activation is called as a statement of its own, `F.relu(x)`, without being told to work in place: its result goes nowhere. Or the result gets a name that nothing reads, or a layer is made in `__init__` that nothing calls: both are information, as they may be left over.",
    why: "Tensors are not changed by a call; it returns another one. What follows reads the old tensor. A layer acts where it is called, not where it is made.",
    harm: "The network loses the non-linearity without a word. BNInception's ReLUs were lost like this in a well-known collection of pre-trained models, whose outputs then differed.",
    bad: "def forward(self, x):\n    x = self.fc(x)\n    F.relu(x)\n    return x",
    good: "def forward(self, x):\n    x = self.fc(x)\n    x = F.relu(x)\n    return x",
    limits:
      "Only in functions, where nothing shows a last value as notebooks do. Activations in place (`inplace=True`, `relu_`) are right. A layer counts as never called if its class is derived from `nn.Module` alone, has a `forward`, does not go through its own layers or hand itself on, and if nothing in the file has the layer's name; another file may still use it. PReLU is left out, as its weights are part of checkpoints, and so are softmax and sigmoid, which a loss on logits makes needless. A name that is used for several values is not followed.",
    sources: [
      "https://github.com/Cadene/pretrained-models.pytorch/issues/79",
      "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.relu.html",
    ],
  },
  needs: { of: "use" },
  *check(seen) {
    const { code, pieces } = seen;
    const suspect = pieces.filter((piece) => mayDiscard(piece) || mayLeaveUnread(piece));
    for (const standing of code.expressionsIn(suspect)) {
      yield* unreadIn(code, standing);
      const { node, trail, piece, within } = standing;
      const statement = trail.at(-1)!;
      if (node.kind !== "call" || within.length > 0 || statement.kind !== "expression") continue;
      if (piece.text[node.range.end - 1] !== ")" || !trail.some(({ kind }) => kind === "function")) continue;
      // What is expected to raise is called for that.
      if (trail.some(({ kind }) => kind === "with" || kind === "try")) continue;
      if (isActivation(code, { ...standing, node })) yield finding(code, { ...standing, node });
    }
  },
});

/** Whether a line starts with an activation that is called, and nothing follows that would make it an item of a list. */
function mayDiscard({ text, offset, uses }: Piece): boolean {
  return uses.some(({ nameRange, callRange }) => {
    if (callRange.end === nameRange.end) return false;
    const start = nameRange.start - offset;
    return (
      /^[ \t]*(?:[\r\n#;(]|$)/.test(text.slice(callRange.end - offset, callRange.end - offset + 80)) &&
      /^[ \t;]+(?:[\w.]+\.)?$/.test(text.slice(text.lastIndexOf("\n", start - 1) + 1, start))
    );
  });
}

/** Whether the call computes an activation and leaves its input alone. */
function isActivation(code: Code, { node, piece, trail }: Standing<CallNode>): boolean {
  const name = code.nameOf(node.callee, piece);
  if (name !== undefined) {
    const row = spellingNamed(name)?.spelling;
    return row?.form === "function" && !row.isArithmetic && !name.endsWith("_") && isApart(node);
  }
  const { callee } = node;
  if (callee.kind === "call") return makesActivation(code, callee, piece);
  const isOwn = callee.kind === "member" && callee.object.kind === "name" && callee.object.name === "self";
  const owner = trail.filter((statement) => statement.kind === "class").at(-1);
  if (!isOwn || owner?.kind !== "class") return false;
  const made = assignedTo(owner.body, callee.member);
  return (
    made.length > 0 && made.every((value) => value.kind === "call" && makesActivation(code, value, piece))
  );
}

/** `nn.ReLU()` */
function makesActivation(code: Code, call: CallNode, piece: Standing["piece"]): boolean {
  const name = code.nameOf(call.callee, piece);
  const row = name === undefined ? undefined : spellingNamed(name)?.spelling;
  return name?.startsWith("torch.nn.") === true && row?.form === "module" && isApart(call);
}

/** Whether nothing tells it to work in place. */
function isApart(call: CallNode): boolean {
  const given = argumentOf(call, "inplace", null) ?? argumentOf(call, "out", null);
  const isPlain = !given || (given.value.kind === "boolean" && !given.value.value);
  // `nn.ReLU(True)`, `F.relu(x, True)`
  const isFlagged = call.arguments.some(({ name, value }) => name === undefined && value.kind === "boolean");
  return isPlain && !isFlagged && !mayGiveMore(call);
}

/** Values that `self.name` is given anywhere in a class. */
function assignedTo(body: readonly Statement[], name: string): Node[] {
  return body.flatMap((method) =>
    method.kind !== "function"
      ? []
      : method.body.flatMap((statement) =>
          statement.kind === "assign" &&
          statement.value &&
          statement.targets.some((target) => target.kind === "member" && target.member === name)
            ? [statement.value]
            : [],
        ),
  );
}

/** PReLU's weights are part of checkpoints, called or not; what makes probabilities of logits is for outputs, not to learn with. */
const harmless = /^(?:PReLU|(?:Log)?Softmax|(?:Log)?Sigmoid|(?:log_?)?(?:softmax|sigmoid))$/;

/** `y = F.relu(x)` where nothing reads y, `self.act = nn.ReLU()` where nothing calls it. */
function* unreadIn(code: Code, standing: Standing): Generator<Finding> {
  const { node, piece, trail } = standing;
  const statement = trail.at(-1)!;
  if (node.kind !== "call" || statement.kind !== "assign" || statement.value !== node) return;
  const [target, other] = statement.targets;
  if (!target || other || trail.some(({ kind }) => kind === "with" || kind === "try")) return;
  const named = node.callee.kind === "call" ? node.callee.callee : node.callee;
  if (harmless.test(lastSegment(code.nameOf(named, piece) ?? ""))) return;
  const place = code.placeOf(piece, lastNameIn(target));
  if (target.kind === "name" && isActivation(code, { ...standing, node })) {
    if (!isNeverRead(standing, target.name)) return;
    yield {
      place,
      severity: "information",
      message: `Nothing reads ${target.name}: the activation has no effect. Use it in what follows, or leave it out.`,
    };
  } else if (target.kind === "member" && makesActivation(code, node, piece)) {
    if (!isNeverCalled(code, standing, target)) return;
    yield {
      place,
      severity: "information",
      message: `Nothing calls self.${target.member}: the activation has no effect. Call it in forward, or leave it out.`,
    };
  }
}

function finding(code: Code, { node, piece }: Standing<CallNode>): Finding {
  const input = node.arguments[0]?.value;
  const called = node.callee.kind === "call" ? node.callee.callee : node.callee;
  const place = code.placeOf(piece, lastNameIn(called));
  const at = { start: node.range.start, end: node.range.start };
  return {
    place,
    message: "The result is thrown away: nothing is activated. Assign it, or work in place.",
    fixes:
      input?.kind === "name"
        ? [
            {
              title: `Assign it to ${input.name}`,
              preferred: true,
              certain: false,
              edits: [{ place: code.placeOf(piece, at), text: `${input.name} = ` }],
            },
          ]
        : [],
  };
}
