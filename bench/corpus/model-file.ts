/** Model code as people write it, made up here: blocks of a vision and a language model in PyTorch, with what goes around them. */
import { pick, sequence } from "./random.ts";

type Next = () => number;

const modules = [
  "nn.ReLU(inplace=True)",
  "nn.ReLU()",
  "nn.LeakyReLU(0.2)",
  "nn.LeakyReLU(negative_slope=0.1, inplace=True)",
  "nn.ELU(alpha=0.5)",
  "nn.SiLU()",
  "nn.GELU()",
  'nn.GELU(approximate="tanh")',
  "nn.Hardswish(inplace=True)",
  "nn.PReLU(num_parameters=1, init=0.25)",
  "nn.Tanh()",
  "nn.Sigmoid()",
];
const functionals = ["F.relu", "F.gelu", "F.silu", "F.elu", "F.leaky_relu", "torch.tanh", "torch.sigmoid"];
const widths = [16, 32, 64, 96, 128, 256, 384, 512];

const header = `"""Models, their parts and how they are trained.

The blocks come first, the networks that are made of them after. Every network takes its sizes as arguments, so that the
tests can build small ones; what the published checkpoints were trained with stands in the configurations below.

Inputs are in NCHW order unless the layer says otherwise, and all of them are expected to be normalised already.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Iterable, Optional, Sequence

import torch
import torch.nn as nn
import torch.nn.functional as F
`;

const convolution = (id: number, next: Next) => `
class ConvBlock${id}(nn.Module):
    """Convolution, normalisation and activation, with an optional shortcut.

    The shortcut is projected when the number of channels changes, by a convolution of its own without a bias. That is
    the second variant of the paper; the first, which pads with zeros, was slower here and no better.

    Args:
        in_channels (int): Number of channels of the input.
        out_channels (int): Number of channels of the output. The default suits the smallest of the networks.
        stride (int): How far the window moves; 2 halves both sides of the picture. Default: 1.
        groups (int): How many groups the channels are divided into; as many as channels makes it depthwise.
    """

    def __init__(self, in_channels: int, out_channels: int = ${pick(next, widths)}, stride: int = 1, groups: int = 1):
        super().__init__()
        self.conv = nn.Conv2d(in_channels, out_channels, kernel_size=3, stride=stride, padding=1, groups=groups)
        self.norm = nn.BatchNorm2d(out_channels, eps=1e-5, momentum=${(next() / 5).toFixed(2)})
        self.act = ${pick(next, modules)}
        self.project: Optional[nn.Module] = None
        if in_channels != out_channels or stride != 1:
            self.project = nn.Sequential(
                nn.Conv2d(in_channels, out_channels, kernel_size=1, stride=stride, bias=False),
                nn.BatchNorm2d(out_channels),
                ${pick(next, modules)},
            )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """
        Args:
            x (Tensor): Features of shape [batch, in_channels, height, width].
        Returns:
            Features of shape [batch, out_channels, height / stride, width / stride], after the last activation.
        """
        # The input itself serves as the shortcut as long as its shape is the output's.
        shortcut = x if self.project is None else self.project(x)
        y = self.act(self.norm(self.conv(x)))
        # Added before the last activation, as in the second version.
        return ${pick(next, functionals)}(y + shortcut)
`;

const attention = (id: number, next: Next) => `
class Attention${id}(nn.Module):
    """Self-attention over a sequence, several heads side by side.

    Queries, keys and values come from one matrix, which is one large product instead of three small ones. The scores are
    divided by the root of a head's width, or the softmax would saturate for wide heads and its gradient would vanish.

    Args:
        dim (int): Width of the tokens, a multiple of the number of heads.
        heads (int): Number of heads.
        dropout (float): Share of the attention weights that is dropped while training. Default: 0.1.
    """

    def __init__(self, dim: int = ${pick(next, widths)}, heads: int = ${pick(next, [4, 8, 12])}, dropout: float = 0.1) -> None:
        super().__init__()
        assert dim % heads == 0, f"{dim} channels do not divide into {heads} heads"
        self.heads = heads
        self.scale = (dim // heads) ** -0.5
        self.qkv = nn.Linear(dim, dim * 3, bias=False)
        self.out = nn.Linear(dim, dim)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: Optional[torch.Tensor] = None) -> torch.Tensor:
        """
        Args:
            x (Tensor): Tokens of shape [batch, length, dim].
            mask (Tensor, optional): Zero where a token must not be looked at, of shape [batch, 1, length, length].
        Returns:
            Tokens of the same shape, mixed according to the weights.
        """
        batch, length, dim = x.shape
        # [batch, length, 3 * dim] becomes three times [batch, heads, length, dim / heads]
        qkv = self.qkv(x).reshape(batch, length, 3, self.heads, dim // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        scores = (q @ k.transpose(-2, -1)) * self.scale
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        weights = F.softmax(scores, dim=-1)
        weights = self.dropout(weights)
        y = (weights @ v).transpose(1, 2).reshape(batch, length, dim)
        return self.out(y)
`;

const feedForward = (id: number, next: Next) => `
class FeedForward${id}(nn.Module):
    """Two linear layers with an activation between them, applied to every token by itself.

    The hidden layer is wider than the tokens. What it yields is gated by a second activation, which costs little and was
    worth a third of a point on the validation set; see the table in the appendix for the other candidates.

    Args:
        dim (int): Width of the tokens.
        expansion (int): How many times wider the hidden layer is. Default: 4.
        act_layer (type): Class of the gate's activation, built without arguments. Default: nn.GELU.
    """

    def __init__(self, dim: int = ${pick(next, widths)}, expansion: int = 4, act_layer: type[nn.Module] = nn.GELU):
        super().__init__()
        hidden = dim * expansion
        self.layers = nn.ModuleList(
            [
                nn.Linear(dim, hidden),
                ${pick(next, modules)},
                nn.Dropout(${(next() / 2).toFixed(2)}),
                nn.Linear(hidden, dim),
            ]
        )
        self.gate = act_layer()
        self.norm = nn.LayerNorm(dim)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.norm(x)
        for layer in self.layers:
            y = layer(y)
        return x + self.gate(y) * torch.sigmoid(y)
`;

const configuration = (id: number, next: Next) => `
@dataclass(frozen=True)
class TrainingConfig${id}:
    """Numbers that one experiment differs in from the next.

    The learning rate rises linearly during the warm-up and falls along half a cosine after it. Weight decay leaves out
    biases and the parameters of normalisation layers, as is usual.
    """

    # Where the checkpoint and its log are kept; both are written at the end of every epoch.
    checkpoint: str = "https://models.example.org/checkpoints/run-${id}/weights-epoch-${Math.floor(next() * 300)}.safetensors"
    log: str = "https://models.example.org/checkpoints/run-${id}/training-and-validation-log.jsonl"

    name: str = "run-${id}"
    learning_rate: float = ${(next() / 100).toExponential(2)}
    weight_decay: float = 0.05
    warmup_steps: int = ${Math.floor(next() * 5000)}
    betas: tuple[float, float] = (0.9, 0.98)
    milestones: list[int] = field(default_factory=lambda: [${[1, 2, 3].map((k) => k * Math.ceil(next() * 90)).join(", ")}])

    def rate_at(self, step: int, total: int) -> float:
        if step < self.warmup_steps:
            return self.learning_rate * (step + 1) / self.warmup_steps
        progress = (step - self.warmup_steps) / max(1, total - self.warmup_steps)
        return self.learning_rate * 0.5 * (1.0 + math.cos(math.pi * progress))
`;

const training = (id: number, next: Next) => `
def train_epoch_${id}(model: nn.Module, batches: Iterable[tuple[torch.Tensor, torch.Tensor]], clip: float = ${next().toFixed(1)}):
    """Trains for one epoch and reports the mean loss.

    The gradients' norm is clipped before each step, because single batches with mislabelled pictures would otherwise
    throw the weights far away from where they were.

    Args:
        model (nn.Module): The network; it must be in training mode already.
        batches (Iterable): Pairs of pictures and labels, both on the device of the model.
        clip (float): Largest norm of all gradients together, 0 for none.
    Returns:
        The mean loss over all samples and how many there were.
    """
    total, count = 0.0, 0
    for index, (images, labels) in enumerate(batches):
        logits = model(images)
        loss = F.cross_entropy(logits, labels, label_smoothing=0.1)
        loss.backward()
        if clip > 0:
            torch.nn.utils.clip_grad_norm_(model.parameters(), clip)
        total += loss.item() * len(labels)
        count += len(labels)
        if index % ${10 + Math.floor(next() * 90)} == 0:
            print(f"{index:5d}  loss {total / count:.4f}")
    return {"loss": total / max(1, count), "samples": count}


def accuracy_${id}(logits: torch.Tensor, labels: torch.Tensor, ks: Sequence[int] = (1, 5)) -> dict[str, float]:
    """Share of samples whose label is among the k likeliest, in percent."""
    probabilities = torch.softmax(logits, dim=1)
    ranked = probabilities.argsort(dim=1, descending=True)
    hits = ranked == labels[:, None]
    return {f"top{k}": 100.0 * hits[:, :k].any(dim=1).float().mean().item() for k in ks}
`;

const network = (id: number, next: Next) => `
class Network${id}(nn.Module):
    """A stem, four stages and a head.

    The stem reduces the picture to a quarter of its sides before anything else is done, which is where most of the time
    would go otherwise. Stages differ in their depth alone. The head is a single linear layer on the mean over all places;
    its bias starts at zero, so that the first predictions are the same for all classes.

    Args:
        classes (int): Number of classes.
        depths (Sequence[int]): Number of blocks in each stage.
    """

    def __init__(self, classes: int = ${10 * Math.ceil(next() * 100)}, depths: Sequence[int] = (2, 2, 6, 2)):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3),
            nn.BatchNorm2d(64),
            ${pick(next, modules)},
            nn.MaxPool2d(kernel_size=3, stride=2, padding=1),
        )
        self.encoder = nn.TransformerEncoderLayer(64, 8, 256, 0.1, activation="gelu")
        stages: list[nn.Module] = []
        for stage, depth in enumerate(depths):
            for _ in range(depth):
                stages.append(nn.Sequential(nn.Conv2d(64, 64, 3, padding=1), ${pick(next, modules)}))
        self.stages = nn.Sequential(*stages)
        self.head = nn.Linear(64, classes)

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        x = self.stages(self.stem(images))
        x = ${pick(next, functionals)}(x).mean(dim=(2, 3))
        return self.head(x)
`;

const blocks = [convolution, attention, feedForward, configuration, training, network];

/** PyTorch code of at least this many lines; the same text every time. */
export function modelFile(lines: number, seed = 1): string {
  const next = sequence(seed);
  let text = header;
  let count = text.split("\n").length;
  for (let id = 1; count < lines; id++) {
    const block = `\n${blocks[id % blocks.length]!(id, next)}`;
    text += block;
    count += block.split("\n").length - 1;
  }
  return text;
}
