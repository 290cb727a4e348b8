import { spellingNamed, slotsOf, lastSegment } from "../../frameworks/lookup.ts";
import type { Node, Statement } from "../../syntax/program.ts";
import {
  argumentOf,
  type CallNode,
  type Code,
  functionAround,
  lastNameIn,
  type NamedCall,
  type Standing,
} from "../code.ts";
import { boundName } from "../imports.ts";
import type { Piece } from "../pieces.ts";
import type { Seen } from "../seen.ts";
import { defineRule, type Finding, type Fix } from "./define.ts";

/** Methods that a framework calls with tensors. */
const appliers = /^(?:forward|__call__|call|training_step|validation_step|test_step|encode|decode)$/;

/** Their functional form has the same name in small letters, and takes the tensor alone. */
const functional: Readonly<Record<string, string>> = {
  ...{ ReLU: "relu", ReLU6: "relu6", SELU: "selu", SiLU: "silu", Mish: "mish", GELU: "gelu" },
  ...{ Hardswish: "hardswish", Hardsigmoid: "hardsigmoid", LogSigmoid: "logsigmoid" },
  ...{ Softsign: "softsign", Tanhshrink: "tanhshrink", ELU: "elu", CELU: "celu" },
  ...{ LeakyReLU: "leaky_relu", Softplus: "softplus", Hardtanh: "hardtanh" },
  ...{ Hardshrink: "hardshrink", Softshrink: "softshrink", Sigmoid: "sigmoid", Tanh: "tanh" },
};

/** They hold what is learned, or take an axis that the call does not say: made on the spot, they mean something else. */
const unmakeable = /^(?:PReLU|Softmax|LogSoftmax|Softmin|Threshold|RReLU|MultiheadAttention)$/;

export const moduleCalledAsFunction = defineRule({
  id: "module-called-as-function",
  severity: "error",
  title: "A layer's class is used as if it were the function",
  doc: {
    what: "`nn.ReLU(x)` gives the tensor to the class, which makes a layer of it, or the class itself stands where a layer is wanted: `nn.Sequential(nn.Linear(8, 8), nn.ReLU)`, `Dense(64, activation=LeakyReLU)`, or `self.act = nn.ReLU` that `forward` calls with the tensor.",
    why: "A class has to be made first, then called: `nn.ReLU()(x)`. The functional form takes the tensor at once: `F.relu(x)`.",
    harm: "`nn.ReLU(x)` returns a module that holds the tensor as its flag `inplace`; the error comes one layer later: “must be Tensor, not ReLU”. A class in `nn.Sequential` raises “is not a Module subclass”.",
    bad: "def forward(self, x):\n    return nn.ReLU(self.fc(x))",
    good: "def forward(self, x):\n    return F.relu(self.fc(x))",
    limits:
      "Only where the argument is certainly a tensor: the input of `forward`, or what a layer or a function of PyTorch returned. A class that is passed on (`act_layer=nn.GELU`) is right and common.",
    sources: [
      "https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU.html",
      "https://github.com/pytorch/pytorch/pull/8748",
      "https://github.com/keras-team/keras/issues/2272",
    ],
  },
  needs: { of: "use" },
  *check(seen) {
    const suspect = seen.pieces.filter(mayMisuse);
    for (const call of seen.code.callsIn(suspect)) {
      const [, module] = /^torch\.nn\.(\w+)$/.exec(call.name) ?? [];
      if (module === "Sequential") yield* uncalledIn(seen, call);
      else if (module !== undefined && isActivationModule(call.name)) yield* givenTensor(seen, call, module);
      yield* uncalledArgument(seen, call);
    }
    for (const standing of seen.code.expressionsIn(suspect)) yield* uncalledAttribute(seen, standing);
  },
});

/** Whether a class is given something that may be a tensor, or stands uncalled where a layer is wanted. */
function mayMisuse({ text, offset, uses }: Piece): boolean {
  return uses.some(({ kind, spelling, framework, range, nameRange }) => {
    // What an attribute holds is called with a tensor, and rightly so.
    if (spelling.form !== "module" || kind === "attribute_use") return false;
    const after = text.slice(nameRange.end - offset, nameRange.end - offset + 80);
    if (/^\s*\(/.test(after)) return !/^\s*\(\s*(?:\)|\w+\s*=|True\b|False\b|[-.\d])/.test(after);
    const start = range.start - offset;
    const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    return framework === "keras" || /(?:^|[([,]|^\s*self\.\w+\s*=)\s*$/.test(before);
  });
}

function isActivationModule(name: string | undefined): boolean {
  return name !== undefined && spellingNamed(name)?.spelling.form === "module";
}

function* givenTensor(seen: Seen, call: NamedCall, module: string): Generator<Finding> {
  const { code } = seen;
  const { node, piece, within } = call;
  // `nn.Softmax(dim)(x)` makes the layer and calls it.
  const isCalled = within[0]?.kind === "call" && within[0].callee === node;
  if (isCalled || !isOnTensor(code, call)) return;
  yield {
    place: code.placeOf(piece, lastNameIn(node.callee)),
    message: `${module} is a class: given a tensor, it makes a layer of it instead of computing. Call the function, or make the layer first: ${module}()(…).`,
    fixes: fixesFor(seen, call, module),
  };
}

function fixesFor(seen: Seen, { node, piece }: NamedCall, module: string): Fix[] {
  if (unmakeable.test(module)) return [];
  const { code } = seen;
  const at = lastNameIn(node.callee);
  const name = functional[module];
  const home = name === "sigmoid" || name === "tanh" ? "torch" : "torch.nn.functional";
  const bound = name === undefined ? undefined : boundName(code, home);
  const made: Fix = {
    title: `Make the layer first: ${module}()(…)`,
    certain: bound === undefined,
    edits: [{ place: code.placeOf(piece, { start: at.end, end: at.end }), text: "()" }],
  };
  if (name === undefined || bound === undefined) return [{ ...made, preferred: true }];
  const function_: Fix = {
    title: `Call ${bound}.${name}`,
    preferred: true,
    certain: true,
    edits: [{ place: code.placeOf(piece, node.callee.range), text: `${bound}.${name}` }],
  };
  return [function_, made];
}

/** Whether a value is a tensor for certain. */
function isTensor(code: Code, piece: Piece, node: Node, trail: readonly Statement[], depth: number): boolean {
  if (depth > 4) return false;
  const definition = functionAround({ trail });
  const again = (value: Node) => isTensor(code, piece, value, trail, depth + 1);
  if (node.kind === "binary")
    return /^[-+*/@]$/.test(node.operator) && (again(node.left) || again(node.right));
  if (node.kind === "name") {
    if (!definition) return false;
    const isApplier = appliers.test(definition.name) && trail.some(({ kind }) => kind === "class");
    const [self, input] = definition.parameters;
    if (isApplier && self?.name === "self" && input?.name === node.name && input.stars === 0) return true;
    const values = assignedIn(definition.body, node.name);
    return values.some(again);
  }
  if (node.kind !== "call") return false;
  const { callee } = node;
  // A layer that is made on the spot.
  if (callee.kind === "call") return /^torch\.nn\.[A-Z]/.test(code.nameOf(callee.callee, piece) ?? "");
  const name = code.nameOf(callee, piece);
  if (name !== undefined)
    return /^torch\.(?:nn\.functional\.[a-z]\w*|matmul|cat|add|relu|sigmoid|tanh|flatten)$/.test(name);
  // A layer of its own: `self.fc(x)`
  return (
    isOwn(callee) && appliers.test(definition?.name ?? "") && node.arguments.some(({ value }) => again(value))
  );
}

/** Values that a plain name is given in a function. */
function assignedIn(body: readonly Statement[], name: string): Node[] {
  return body.flatMap((statement) =>
    statement.kind === "assign" && statement.value !== undefined
      ? statement.targets.flatMap((target) =>
          target.kind === "name" && target.name === name ? [statement.value!] : [],
        )
      : [],
  );
}

/** `nn.Sequential(nn.Linear(8, 8), nn.ReLU)` */
function* uncalledIn({ code }: Seen, { node, piece }: NamedCall): Generator<Finding> {
  for (const { value, name, stars } of node.arguments) {
    const module = name === undefined && stars === 0 ? code.nameOf(value, piece) : undefined;
    if (module === undefined || !/^torch\.nn\.[A-Z]/.test(module) || !isActivationModule(module)) continue;
    yield uncalled(code, piece, value, module, "nn.Sequential wants layers, not classes: it raises.");
  }
}

/** `Dense(64, activation=LeakyReLU)` */
function* uncalledArgument({ code }: Seen, { name, node, piece }: NamedCall): Generator<Finding> {
  for (const { framework, slot } of slotsOf(name)) {
    const value = framework === "keras" ? argumentOf(node, slot.argument, slot.position)?.value : undefined;
    const given = value && code.nameOf(value, piece);
    if (!value || given === undefined || !/^(?:tf_)?keras\.layers\./.test(given)) continue;
    if (!isActivationModule(given)) continue;
    yield uncalled(code, piece, value, given, "Keras calls it with the tensor, which makes a layer of it.");
  }
}

/** `self.act = nn.ReLU`, where every call of `self.act` gives a tensor: nobody makes the layer. */
function* uncalledAttribute({ code }: Seen, { node, piece, trail }: Standing): Generator<Finding> {
  const statement = trail.at(-1);
  if (statement?.kind !== "assign" || statement.value !== node) return;
  const [target, other] = statement.targets;
  const owner = trail.filter(({ kind }) => kind === "class").at(-1);
  if (!owner || !target || other || !isOwn(target)) return;
  const name = code.nameOf(node, piece);
  if (name === undefined || !/^torch\.nn\.[A-Z]/.test(name) || !isActivationModule(name)) return;
  const inClass = code.expressionsIn([piece]).filter((standing) => standing.trail.includes(owner));
  const isGivenAgain = inClass.some(({ node: again, trail: around }) => {
    const last = around.at(-1);
    return last !== statement && isOwn(again, target.member) && isTargetOf(last, again);
  });
  const calls = inClass.flatMap((standing) =>
    standing.node.kind === "call" && isOwn(standing.node.callee, target.member)
      ? [{ ...standing, node: standing.node }]
      : [],
  );
  if (isGivenAgain || calls.length === 0 || !calls.every((call) => isOnTensor(code, call))) return;
  yield uncalled(code, piece, node, name, "Called with the tensor, it makes a layer of it.");
}

/** `self.name` */
function isOwn(node: Node, name?: string): node is Extract<Node, { readonly kind: "member" }> {
  if (node.kind !== "member" || node.object.kind !== "name" || node.object.name !== "self") return false;
  return name === undefined || node.member === name;
}

function isTargetOf(statement: Statement | undefined, node: Node): boolean {
  return statement?.kind === "assign" && statement.targets.includes(node);
}

function isOnTensor(code: Code, { node, piece, trail }: Standing<CallNode>): boolean {
  const [first, second] = node.arguments;
  if (!first || second || first.stars > 0 || first.name !== undefined) return false;
  return isTensor(code, piece, first.value, trail, 0);
}

function uncalled(code: Code, piece: Piece, value: Node, name: string, message: string): Finding {
  const shown = lastSegment(name);
  const { end } = value.range;
  return {
    place: code.placeOf(piece, lastNameIn(value)),
    message: `${shown} is a class. ${message} Make the layer: ${shown}().`,
    fixes: unmakeable.test(shown)
      ? []
      : [
          {
            title: `Make the layer: ${shown}()`,
            preferred: true,
            certain: true,
            edits: [{ place: code.placeOf(piece, { start: end, end }), text: "()" }],
          },
        ],
  };
}
