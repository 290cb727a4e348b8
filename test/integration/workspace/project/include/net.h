#pragma once
#include <torch/torch.h>

struct NetImpl : torch::nn::Module {
  torch::Tensor forward(torch::Tensor x);
  torch::nn::LeakyReLU act{torch::nn::LeakyReLUOptions().negative_slope(0.35)};
};
