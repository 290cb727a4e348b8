import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 4)
        self.act = nn.LeakyReLU(0.2)

    def forward(self, x):
        # nn.LeakyReLU in a comment is no use of it
        return F.gelu(self.act(self.layer(x)))
