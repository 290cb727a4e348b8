/** Papers and documents that the functions' notes and origins cite, each once. */
import type { Source } from "./define.ts";

export const abbas2023: Source = {
  authors: "Abbas et al.",
  year: 2023,
  title: "Loss of Plasticity in Continual Deep Reinforcement Learning",
  id: "arXiv:2303.07507",
};
export const apertus2025: Source = {
  authors: "Project Apertus",
  year: 2025,
  title: "Apertus: Democratizing Open and Compliant LLMs for Global Language Environments",
  id: "arXiv:2509.14233",
};
export const barron2017: Source = {
  authors: "Barron",
  year: 2017,
  title: "Continuously Differentiable Exponential Linear Units",
  id: "arXiv:1704.07483",
};
export const barron2021: Source = {
  authors: "Barron",
  year: 2021,
  title: "Squareplus: A Softplus-Like Algebraic Rectifier",
  id: "arXiv:2112.11687",
};
export const bengio2013: Source = {
  authors: "Bengio, Léonard & Courville",
  year: 2013,
  title: "Estimating or Propagating Gradients Through Stochastic Neurons for Conditional Computation",
  id: "arXiv:1308.3432",
};
export const bergstra2009: Source = {
  authors: "Bergstra et al.",
  year: 2009,
  title: "Quadratic Polynomials Learn Better Image Features",
};
export const bertoin2021: Source = {
  authors: "Bertoin et al.",
  year: 2021,
  title: "Numerical influence of ReLU′(0) on backpropagation",
  id: "arXiv:2106.12915",
};
export const bhalgat2020: Source = {
  authors: "Bhalgat et al.",
  year: 2020,
  title: "LSQ+: Improving low-bit quantization through learnable offsets and better initialization",
  id: "arXiv:2004.09576",
};
export const blanchard2019: Source = {
  authors: "Blanchard, Higham & Higham",
  year: 2019,
  title: "Accurate Computation of the Log-Sum-Exp and Softmax Functions",
  id: "arXiv:1909.03469",
};
export const blondel2019: Source = {
  authors: "Blondel, Martins & Niculae",
  year: 2019,
  title: "Learning with Fenchel-Young Losses",
  id: "arXiv:1901.02324",
};
export const bridle1990: Source = {
  authors: "Bridle",
  year: 1990,
  title:
    "Probabilistic Interpretation of Feedforward Classification Network Outputs, with Relationships to Statistical Pattern Recognition",
  id: "doi:10.1007/978-3-642-76153-9_28",
};
export const clevert2015: Source = {
  authors: "Clevert, Unterthiner & Hochreiter",
  year: 2015,
  title: "Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)",
  id: "arXiv:1511.07289",
};
export const clip2021: Source = {
  authors: "OpenAI",
  year: 2021,
  title: "CLIP, clip/model.py",
  id: "https://github.com/openai/CLIP/blob/main/clip/model.py",
};
export const collobert2004: Source = {
  authors: "Collobert",
  year: 2004,
  title: "Large Scale Machine Learning",
};
export const coremlProto: Source = {
  authors: "Apple",
  year: 2017,
  title: "Core ML, NeuralNetwork.proto: ActivationParametricSoftplus",
  id: "https://github.com/apple/coremltools/blob/main/mlmodel/format/NeuralNetwork.proto",
};
export const courbariaux2015: Source = {
  authors: "Courbariaux, Bengio & David",
  year: 2015,
  title: "BinaryConnect: Training Deep Neural Networks with binary weights during propagations",
  id: "arXiv:1511.00363",
};
export const courbariaux2016: Source = {
  authors: "Courbariaux et al.",
  year: 2016,
  title:
    "Binarized Neural Networks: Training Deep Neural Networks with Weights and Activations Constrained to +1 or −1",
  id: "arXiv:1602.02830",
};
export const dauphin2016: Source = {
  authors: "Dauphin et al.",
  year: 2016,
  title: "Language Modeling with Gated Convolutional Networks",
  id: "arXiv:1612.08083",
};
export const devlin2018: Source = {
  authors: "Devlin et al.",
  year: 2018,
  title: "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
  id: "arXiv:1810.04805",
};
export const donoho1994: Source = {
  authors: "Donoho & Johnstone",
  year: 1994,
  title: "Ideal spatial adaptation by wavelet shrinkage",
  id: "doi:10.1093/biomet/81.3.425",
};
export const dugas2001: Source = {
  authors: "Dugas et al.",
  year: 2001,
  title: "Incorporating Second-Order Functional Knowledge for Better Option Pricing",
};
export const elfwing2017: Source = {
  authors: "Elfwing, Uchibe & Doya",
  year: 2017,
  title: "Sigmoid-Weighted Linear Units for Neural Network Function Approximation in Reinforcement Learning",
  id: "arXiv:1702.03118",
};
export const fishman2024: Source = {
  authors: "Fishman et al.",
  year: 2024,
  title: "Scaling FP8 training to trillion-token LLMs",
  id: "arXiv:2409.12517",
};
export const gemma2024: Source = {
  authors: "Gemma Team",
  year: 2024,
  title: "Gemma: Open Models Based on Gemini Research and Technology",
  id: "arXiv:2403.08295",
};
export const glorot2010: Source = {
  authors: "Glorot & Bengio",
  year: 2010,
  title: "Understanding the difficulty of training deep feedforward neural networks",
};
export const glorot2011: Source = {
  authors: "Glorot, Bordes & Bengio",
  year: 2011,
  title: "Deep Sparse Rectifier Neural Networks",
};
export const goodfellow2013: Source = {
  authors: "Goodfellow et al.",
  year: 2013,
  title: "Maxout Networks",
  id: "arXiv:1302.4389",
};
export const goodfellow2016: Source = {
  authors: "Goodfellow, Bengio & Courville",
  year: 2016,
  title: "Deep Learning, chapters 4 and 6",
  id: "https://www.deeplearningbook.org",
};
export const gregor2010: Source = {
  authors: "Gregor & LeCun",
  year: 2010,
  title: "Learning Fast Approximations of Sparse Coding",
};
export const guo2017: Source = {
  authors: "Guo et al.",
  year: 2017,
  title: "On Calibration of Modern Neural Networks",
  id: "arXiv:1706.04599",
};
export const hannun2014: Source = {
  authors: "Hannun et al.",
  year: 2014,
  title: "Deep Speech: Scaling up end-to-end speech recognition",
  id: "arXiv:1412.5567",
};
export const he2015: Source = {
  authors: "He et al.",
  year: 2015,
  title: "Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification",
  id: "arXiv:1502.01852",
};
export const hendrycks2016: Source = {
  authors: "Hendrycks & Gimpel",
  year: 2016,
  title: "Gaussian Error Linear Units (GELUs)",
  id: "arXiv:1606.08415",
};
export const howard2019: Source = {
  authors: "Howard et al.",
  year: 2019,
  title: "Searching for MobileNetV3",
  id: "arXiv:1905.02244",
};
export const huang2024: Source = {
  authors: "Huang & Schlag",
  year: 2024,
  title: "Deriving Activation Functions Using Integration",
  id: "arXiv:2411.13010",
};
export const hyvarinen1999: Source = {
  authors: "Hyvärinen",
  year: 1999,
  title: "Fast and robust fixed-point algorithms for independent component analysis",
  id: "doi:10.1109/72.761722",
};
export const jang2016: Source = {
  authors: "Jang, Gu & Poole",
  year: 2016,
  title: "Categorical Reparameterization with Gumbel-Softmax",
  id: "arXiv:1611.01144",
};
export const jarrett2009: Source = {
  authors: "Jarrett et al.",
  year: 2009,
  title: "What is the best multi-stage architecture for object recognition?",
  id: "doi:10.1109/ICCV.2009.5459469",
};
export const keras2018: Source = {
  authors: "Keras",
  year: 2018,
  title: "keras.layers.ReLU, Keras 2.2.4",
  id: "https://keras.io/api/layers/activation_layers/relu/",
};
export const kingma2013: Source = {
  authors: "Kingma & Welling",
  year: 2013,
  title: "Auto-Encoding Variational Bayes",
  id: "arXiv:1312.6114",
};
export const klambauer2017: Source = {
  authors: "Klambauer et al.",
  year: 2017,
  title: "Self-Normalizing Neural Networks",
  id: "arXiv:1706.02515",
};
export const konda2014: Source = {
  authors: "Konda, Memisevic & Krueger",
  year: 2014,
  title: "Zero-bias autoencoders and the benefits of co-adapting features",
  id: "arXiv:1402.3337",
};
export const krizhevsky2010: Source = {
  authors: "Krizhevsky",
  year: 2010,
  title: "Convolutional Deep Belief Networks on CIFAR-10",
};
export const krizhevsky2012: Source = {
  authors: "Krizhevsky, Sutskever & Hinton",
  year: 2012,
  title: "ImageNet Classification with Deep Convolutional Neural Networks",
};
export const lecun1998: Source = {
  authors: "LeCun et al.",
  year: 1998,
  title: "Efficient BackProp",
  id: "doi:10.1007/3-540-49430-8_2",
};
export const lee2022: Source = {
  authors: "Lee et al.",
  year: 2022,
  title: "BigVGAN: A Universal Neural Vocoder with Large-Scale Training",
  id: "arXiv:2206.04658",
};
export const liu2022: Source = {
  authors: "Liu et al.",
  year: 2022,
  title: "A ConvNet for the 2020s",
  id: "arXiv:2201.03545",
};
export const long2014: Source = {
  authors: "Long, Shelhamer & Darrell",
  year: 2014,
  title: "Fully Convolutional Networks for Semantic Segmentation",
  id: "arXiv:1411.4038",
};
export const lu2019: Source = {
  authors: "Lu et al.",
  year: 2019,
  title: "Dying ReLU and Initialization: Theory and Numerical Examples",
  id: "arXiv:1903.06733",
};
export const ma2022: Source = {
  authors: "Ma et al.",
  year: 2022,
  title: "Mega: Moving Average Equipped Gated Attention",
  id: "arXiv:2209.10655",
};
export const maas2013: Source = {
  authors: "Maas, Hannun & Ng",
  year: 2013,
  title: "Rectifier Nonlinearities Improve Neural Network Acoustic Models",
};
export const maddison2016: Source = {
  authors: "Maddison, Mnih & Teh",
  year: 2016,
  title: "The Concrete Distribution: A Continuous Relaxation of Discrete Random Variables",
  id: "arXiv:1611.00712",
};
export const martins2016: Source = {
  authors: "Martins & Astudillo",
  year: 2016,
  title: "From Softmax to Sparsemax: A Sparse Model of Attention and Multi-Label Classification",
  id: "arXiv:1602.02068",
};
export const mcculloch1943: Source = {
  authors: "McCulloch & Pitts",
  year: 1943,
  title: "A logical calculus of the ideas immanent in nervous activity",
  id: "doi:10.1007/BF02478259",
};
export const mikolov2013: Source = {
  authors: "Mikolov et al.",
  year: 2013,
  title: "Distributed Representations of Words and Phrases and their Compositionality",
  id: "arXiv:1310.4546",
};
export const miller2023: Source = {
  authors: "Miller",
  year: 2023,
  title: "Attention Is Off By One",
  id: "https://www.evanmiller.org/attention-is-off-by-one.html",
};
export const mirzadeh2023: Source = {
  authors: "Mirzadeh et al.",
  year: 2023,
  title: "ReLU Strikes Back: Exploiting Activation Sparsity in Large Language Models",
  id: "arXiv:2310.04564",
};
export const misra2019: Source = {
  authors: "Misra",
  year: 2019,
  title: "Mish: A Self Regularized Non-Monotonic Activation Function",
  id: "arXiv:1908.08681",
};
export const nair2010: Source = {
  authors: "Nair & Hinton",
  year: 2010,
  title: "Rectified Linear Units Improve Restricted Boltzmann Machines",
};
export const neftci2019: Source = {
  authors: "Neftci, Mostafa & Zenke",
  year: 2019,
  title: "Surrogate Gradient Learning in Spiking Neural Networks",
  id: "arXiv:1901.09948",
};
export const nelder1972: Source = {
  authors: "Nelder & Wedderburn",
  year: 1972,
  title: "Generalized Linear Models",
  id: "doi:10.2307/2344614",
};
export const onnxHardmax: Source = {
  authors: "ONNX",
  year: 2017,
  title: "Operators: Hardmax",
  id: "https://onnx.ai/onnx/operators/onnx__Hardmax.html",
};
export const onnxShrink: Source = {
  authors: "ONNX",
  year: 2019,
  title: "Operators: Shrink",
  id: "https://onnx.ai/onnx/operators/onnx__Shrink.html",
};
export const pytorchCrossEntropy: Source = {
  authors: "PyTorch",
  year: 2018,
  title: "torch.nn.CrossEntropyLoss",
  id: "https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html",
};
export const pytorchLogitsLoss: Source = {
  authors: "PyTorch",
  year: 2018,
  title: "torch.nn.BCEWithLogitsLoss",
  id: "https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html",
};
export const pytorchLstm: Source = {
  authors: "PyTorch",
  year: 2018,
  title: "torch.nn.LSTM",
  id: "https://docs.pytorch.org/docs/stable/generated/torch.nn.LSTM.html",
};
export const pytorchSoftmax2d: Source = {
  authors: "PyTorch",
  year: 2018,
  title: "torch.nn.Softmax2d",
  id: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax2d.html",
};
export const pytorchSoftplus: Source = {
  authors: "PyTorch",
  year: 2018,
  title: "torch.nn.Softplus",
  id: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Softplus.html",
};
export const pytorchTanhshrink: Source = {
  authors: "PyTorch",
  year: 2018,
  title: "torch.nn.Tanhshrink",
  id: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanhshrink.html",
};
export const pytorchThreshold: Source = {
  authors: "PyTorch",
  year: 2018,
  title: "torch.nn.Threshold",
  id: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Threshold.html",
};
export const ramachandran2017: Source = {
  authors: "Ramachandran, Zoph & Le",
  year: 2017,
  title: "Searching for Activation Functions",
  id: "arXiv:1710.05941",
};
export const ramasinghe2021: Source = {
  authors: "Ramasinghe & Lucey",
  year: 2021,
  title: "Beyond Periodicity: Towards a Unifying Framework for Activations in Coordinate-MLPs",
  id: "arXiv:2111.15135",
};
export const roy2019: Source = {
  authors: "Roy et al.",
  year: 2019,
  title: "LiSHT: Non-Parametric Linearly Scaled Hyperbolic Tangent Activation Function for Neural Networks",
  id: "arXiv:1901.05894",
};
export const rumelhart1986: Source = {
  authors: "Rumelhart, Hinton & Williams",
  year: 1986,
  title: "Learning representations by back-propagating errors",
  id: "doi:10.1038/323533a0",
};
export const saleh2022: Source = {
  authors: "Saleh & Saleh",
  year: 2022,
  title: "Statistical Properties of the log-cosh Loss Function Used in Machine Learning",
  id: "arXiv:2208.04564",
};
export const sandler2018: Source = {
  authors: "Sandler et al.",
  year: 2018,
  title: "MobileNetV2: Inverted Residuals and Linear Bottlenecks",
  id: "arXiv:1801.04381",
};
export const shang2016: Source = {
  authors: "Shang et al.",
  year: 2016,
  title: "Understanding and Improving Convolutional Neural Networks via Concatenated Rectified Linear Units",
  id: "arXiv:1603.05201",
};
export const shazeer2020: Source = {
  authors: "Shazeer",
  year: 2020,
  title: "GLU Variants Improve Transformer",
  id: "arXiv:2002.05202",
};
export const sitzmann2020: Source = {
  authors: "Sitzmann et al.",
  year: 2020,
  title: "Implicit Neural Representations with Periodic Activation Functions",
  id: "arXiv:2006.09661",
};
export const snell2017: Source = {
  authors: "Snell, Swersky & Zemel",
  year: 2017,
  title: "Prototypical Networks for Few-shot Learning",
  id: "arXiv:1703.05175",
};
export const so2021: Source = {
  authors: "So et al.",
  year: 2021,
  title: "Primer: Searching for Efficient Transformers for Language Modeling",
  id: "arXiv:2109.08668",
};
export const stanley2007: Source = {
  authors: "Stanley",
  year: 2007,
  title: "Compositional pattern producing networks: A novel abstraction of development",
  id: "doi:10.1007/s10710-007-9028-8",
};
export const timmActivations: Source = {
  authors: "Wightman",
  year: 2020,
  title: "timm.layers, activations.py: HardMish",
  id: "https://github.com/huggingface/pytorch-image-models/blob/main/timm/layers/activations.py",
};
export const touvron2023: Source = {
  authors: "Touvron et al.",
  year: 2023,
  title: "LLaMA: Open and Efficient Foundation Language Models",
  id: "arXiv:2302.13971",
};
export const transformersActivations: Source = {
  authors: "Hugging Face",
  year: 2026,
  title: "transformers.activations, version 5.18: SqrtSoftplusActivation",
  id: "https://github.com/huggingface/transformers/blob/main/src/transformers/activations.py",
};
export const wu2020: Source = {
  authors: "Wu et al.",
  year: 2020,
  title: "Integer Quantization for Deep Learning Inference: Principles and Empirical Evaluation",
  id: "arXiv:2004.09602",
};
export const xiao2023: Source = {
  authors: "Xiao et al.",
  year: 2023,
  title: "Efficient Streaming Language Models with Attention Sinks",
  id: "arXiv:2309.17453",
};
export const xu2015: Source = {
  authors: "Xu et al.",
  year: 2015,
  title: "Empirical Evaluation of Rectified Activations in Convolution Network",
  id: "arXiv:1505.00853",
};
export const yang2017: Source = {
  authors: "Yang et al.",
  year: 2017,
  title: "Breaking the Softmax Bottleneck: A High-Rank RNN Language Model",
  id: "arXiv:1711.03953",
};
export const yu2022: Source = {
  authors: "Yu et al.",
  year: 2022,
  title: "MetaFormer Baselines for Vision",
  id: "arXiv:2210.13452",
};
export const zhang2024: Source = {
  authors: "Zhang et al.",
  year: 2024,
  title: "ReLU² Wins: Discovering Efficient Activation Functions for Sparse LLMs",
  id: "arXiv:2402.03804",
};
export const ziyin2020: Source = {
  authors: "Ziyin, Hartwig & Ueda",
  year: 2020,
  title: "Neural Networks Fail to Learn Periodic Functions and How to Fix It",
  id: "arXiv:2006.08195",
};
