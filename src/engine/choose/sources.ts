/** Papers that only recommendations cite. */
import type { Source } from "../functions/define.ts";

export const hochreiter1997: Source = {
  authors: "Hochreiter & Schmidhuber",
  year: 1997,
  title: "Long Short-Term Memory",
  id: "doi:10.1162/neco.1997.9.8.1735",
};
export const jacob2017: Source = {
  authors: "Jacob et al.",
  year: 2017,
  title: "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference",
  id: "arXiv:1712.05877",
};
export const kim2021: Source = {
  authors: "Kim et al.",
  year: 2021,
  title: "I-BERT: Integer-only BERT Quantization",
  id: "arXiv:2101.01321",
};
export const micikevicius2017: Source = {
  authors: "Micikevicius et al.",
  year: 2017,
  title: "Mixed Precision Training",
  id: "arXiv:1710.03740",
};
export const radford2015: Source = {
  authors: "Radford, Metz & Chintala",
  year: 2015,
  title: "Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks",
  id: "arXiv:1511.06434",
};
export const vaswani2017: Source = {
  authors: "Vaswani et al.",
  year: 2017,
  title: "Attention Is All You Need",
  id: "arXiv:1706.03762",
};
export const xiao2018: Source = {
  authors: "Xiao et al.",
  year: 2018,
  title:
    "Dynamical Isometry and a Mean Field Theory of CNNs: How to Train 10,000-Layer Vanilla Convolutional Neural Networks",
  id: "arXiv:1806.05393",
};
