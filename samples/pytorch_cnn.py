"""A small convolutional network for 28 x 28 grey images of ten classes, in PyTorch.

Hover the activation functions: each hover shows what that very call computes.
"""

import torch
import torch.nn.functional as F
from torch import nn

SLOPE = 0.2


class ConvBlock(nn.Module):
    """Convolution, normalisation, activation; halves the picture."""

    def __init__(self, in_channels: int, out_channels: int, act_layer=nn.ReLU):
        super().__init__()
        self.conv = nn.Conv2d(in_channels, out_channels, kernel_size=3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(out_channels)
        self.act = act_layer()
        self.pool = nn.MaxPool2d(2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.pool(self.act(self.norm(self.conv(x))))


class SqueezeExcite(nn.Module):
    """Weighs channels by a gate between 0 and 1."""

    def __init__(self, channels: int, reduction: int = 4):
        super().__init__()
        self.reduce = nn.Linear(channels, channels // reduction)
        self.expand = nn.Linear(channels // reduction, channels)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        weights = x.mean(dim=(2, 3))
        weights = F.silu(self.reduce(weights))
        weights = torch.sigmoid(self.expand(weights))
        return x * weights[:, :, None, None]


class SmallCNN(nn.Module):
    def __init__(self, classes: int = 10):
        super().__init__()
        self.features = nn.Sequential(
            ConvBlock(1, 16),
            ConvBlock(16, 32, act_layer=nn.GELU),
            SqueezeExcite(32),
            nn.Conv2d(32, 64, kernel_size=3, padding=1),
            nn.LeakyReLU(0.2),
            nn.AdaptiveAvgPool2d(1),
            nn.Flatten(),
        )
        self.hidden = nn.Linear(64, 64)
        self.act = nn.PReLU()
        self.head = nn.Linear(64, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.features(x)
        x = self.act(self.hidden(x))
        x = F.gelu(x, approximate="tanh")
        return self.head(x)

    @torch.no_grad()
    def predict(self, x: torch.Tensor) -> torch.Tensor:
        """Probabilities, shape [batch, classes]."""
        return F.softmax(self(x), dim=-1)


class Discriminator(nn.Module):
    """The other half of a GAN: leaky units keep a gradient on both sides of zero."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Flatten(),
            nn.Linear(28 * 28, 256),
            nn.LeakyReLU(negative_slope=SLOPE, inplace=True),
            nn.Linear(256, 64),
            nn.ELU(),
            nn.Linear(64, 1),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.layers(x)


def train_step(model: nn.Module, optimizer: torch.optim.Optimizer, images, labels) -> float:
    model.train()
    optimizer.zero_grad()
    loss = F.cross_entropy(model(images), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


def main() -> None:
    torch.manual_seed(0)
    model = SmallCNN()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    images = torch.randn(32, 1, 28, 28)
    labels = torch.randint(0, 10, (32,))
    for step in range(20):
        loss = train_step(model, optimizer, images, labels)
        print(f"step {step:2d}  loss {loss:.4f}")
    model.eval()
    print(model.predict(images[:2]))


if __name__ == "__main__":
    main()
