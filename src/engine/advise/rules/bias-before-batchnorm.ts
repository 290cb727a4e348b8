import type { Node } from "../../syntax/program.ts";
import { argumentOf, type CallNode, mayGiveMore, type NamedCall, type Piece } from "../code.ts";
import { argumentAdded } from "../edits.ts";
import type { Seen } from "../seen.ts";
import { lastNameIn } from "../code.ts";
import { defineRule, type Finding } from "./define.ts";

/** What has a bias unless it is told otherwise: the argument's name and place. */
function biasOf(name: string): { readonly argument: string; readonly position: number | null } | undefined {
  const [, torch] = /^torch\.nn\.((?:Conv|ConvTranspose)[123]d|Linear)$/.exec(name) ?? [];
  if (torch !== undefined) {
    const position = torch === "Linear" ? 2 : torch.includes("Transpose") ? 8 : 7;
    return { argument: "bias", position };
  }
  if (/^keras\.layers\.(?:Conv[123]D(?:Transpose)?|DepthwiseConv2D|SeparableConv2D|Dense)$/.test(name))
    return { argument: "use_bias", position: null };
  return undefined;
}

const norms =
  /^(?:torch\.nn\.(?:Lazy)?(?:BatchNorm|InstanceNorm)[123]d|torch\.nn\.SyncBatchNorm|keras\.layers\.BatchNormalization)$/;
const between = /^(?:torch\.nn\.Dropout(?:[123]d)?|keras\.layers\.(?:Spatial)?Dropout(?:[123]D)?)$/;
const sequences = new Set(["torch.nn.Sequential", "keras.Sequential", "keras.models.Sequential"]);

export const biasBeforeBatchnorm = defineRule({
  id: "bias-before-batchnorm",
  severity: "hint",
  title: "A bias that the batch normalisation behind it takes out again",
  doc: {
    what: "A convolution or dense layer with a bias is followed by batch or instance normalisation, nothing but dropout between.",
    why: "The normalisation subtracts the mean of each channel, and with it whatever the bias added. It has a shift of its own.",
    harm: "None on the results: adding 5 to the bias changed the output by 2·10⁻⁶, and its gradient is 0. It costs a little memory and time.",
    bad: "block = nn.Sequential(nn.Conv2d(3, 64, 3), nn.BatchNorm2d(64), nn.ReLU())",
    good: "block = nn.Sequential(nn.Conv2d(3, 64, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU())",
    limits:
      "Only layers that stand next to each other in a `Sequential`, or one called on the other. With an activation between, the bias matters. A checkpoint that holds the bias no longer loads once it is gone.",
    sources: [
      "https://docs.pytorch.org/tutorials/recipes/recipes/tuning_guide.html",
      "https://github.com/milesial/Pytorch-UNet/issues/325",
      "https://arxiv.org/abs/1502.03167",
    ],
  },
  needs: { of: "nothing", text: [/(?:Batch|Instance)Norm/] },
  *check(seen) {
    for (const call of seen.code.calls) {
      if (sequences.has(call.name)) yield* inSequence(seen, call);
      else if (norms.test(call.name)) yield* calledOn(seen, call);
    }
  },
});

function* inSequence(seen: Seen, { node, piece }: NamedCall): Generator<Finding> {
  const [only] = node.arguments;
  const layers = only?.value.kind === "list" ? only.value.items : node.arguments.map(({ value }) => value);
  let last: CallNode | undefined;
  for (const layer of layers) {
    const name = layer.kind === "call" ? seen.code.nameOf(layer.callee, piece) : undefined;
    if (layer.kind === "call" && name !== undefined && norms.test(name)) {
      if (last) yield* judge(seen, piece, last, layer);
      last = undefined;
    } else if (layer.kind === "call" && name !== undefined && biasOf(name)) last = layer;
    else if (name === undefined || !between.test(name)) last = undefined;
  }
}

/** `nn.BatchNorm2d(8)(nn.Conv2d(3, 8, 3)(x))` */
function* calledOn(seen: Seen, { node, piece, within }: NamedCall): Generator<Finding> {
  const [outer] = within;
  if (outer?.kind !== "call" || outer.callee !== node) return;
  const inner: Node | undefined = outer.arguments[0]?.value;
  if (inner?.kind === "call" && inner.callee.kind === "call") yield* judge(seen, piece, inner.callee, node);
}

function* judge(seen: Seen, piece: Piece, layer: CallNode, norm: CallNode): Generator<Finding> {
  const { code } = seen;
  const name = code.nameOf(layer.callee, piece);
  const bias = name === undefined ? undefined : biasOf(name);
  if (!bias || mayGiveMore(layer) || isActivated(layer)) return;
  const given = argumentOf(layer, bias.argument, bias.position);
  if (given && !(given.value.kind === "boolean" && given.value.value)) return;
  const shown = piece.text.slice(lastNameIn(norm.callee).start, lastNameIn(norm.callee).end);
  yield {
    place: code.placeOf(piece, lastNameIn(layer.callee)),
    message: `The bias has no effect: ${shown} subtracts it with the mean. ${bias.argument}=False saves it; a checkpoint that holds it then no longer loads.`,
    related: [{ place: code.placeOf(piece, lastNameIn(norm.callee)), message: "has a shift of its own" }],
    fixes: [
      {
        title: `Set ${bias.argument}=False`,
        preferred: true,
        certain: false,
        edits: given
          ? [{ place: code.placeOf(piece, given.value.range), text: "False" }]
          : [argumentAdded(code, piece, layer, `${bias.argument}=False`)],
      },
    ],
  };
}

/** Whether a Keras layer applies an activation itself: then the bias matters. */
function isActivated(layer: CallNode): boolean {
  const activation = argumentOf(layer, "activation", null)?.value;
  const isNone =
    !activation ||
    activation.kind === "none" ||
    (activation.kind === "string" && activation.value === "linear");
  // By position, the second argument of Dense.
  return !isNone || (layer.arguments.filter(({ name }) => name === undefined).length > 1 && isDense(layer));
}

function isDense({ callee }: CallNode): boolean {
  return callee.kind === "member"
    ? callee.member === "Dense"
    : callee.kind === "name" && callee.name === "Dense";
}
