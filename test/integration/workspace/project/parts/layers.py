"""The project's own names."""

import torch.nn as nn

Act = nn.LeakyReLU
