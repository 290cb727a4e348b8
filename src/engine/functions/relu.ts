import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { bertoin2021, glorot2011, he2015, krizhevsky2012, liu2022, lu2019, nair2010 } from "./sources.ts";

/** ReLU, max(0, x). f′(0) = 0, as in PyTorch, TensorFlow and JAX. */
export const relu = defineElementwise({
  kind: "elementwise",
  id: "relu",
  name: "ReLU",
  params: {},
  formula: { latex: "\\max(0, x)", text: () => "max(0, x)" },
  define: (x, _params, m) => {
    const zero = m.constant(0);
    return m.where(m.greater(x, zero), x, zero);
  },
  claims: () => ({
    range: interval(0, Infinity, "low"),
    derivativeRange: interval(0, 1, "both"),
    monotone: true,
    zeroCentred: false,
    smoothness: "C0",
    kinks: [0],
    saturates: "left",
    left: level(0),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "A four-layer CNN reached 25 % training error on CIFAR-10 six times faster than with tanh.",
        condition: "one experiment, without regularisation, learning rates chosen for each",
        source: krizhevsky2012,
      },
      {
        text: "Its own factor in the gradient is 1 for x > 0. The weights still shrink or amplify the gradient; a variance of 2 / fan_in keeps it level at the start.",
        condition: "at initialisation; fan_in counts the kernel's area",
        source: he2015,
      },
      {
        text: "About half of the hidden units output exact zeros.",
        condition: "at initialisation with symmetric weights",
        source: glorot2011,
      },
    ],
    weaknesses: [
      {
        text: "A unit whose input is at most 0 for every training example gets no gradient: it is dead, until earlier layers move. The deeper the net, the likelier it starts so.",
        condition: "symmetric initialisation, deep and narrow nets",
        source: lu2019,
      },
      {
        text: "Which value stands for f′(0) can change what is learned; PyTorch, TensorFlow and JAX take 0.",
        condition: "computation in 32 bits or fewer",
        source: bertoin2021,
      },
    ],
    whenToUse: [
      {
        text: "The usual first choice between convolutions, with He initialisation.",
        condition: "hidden layers of CNNs trained from scratch",
        source: he2015,
      },
      {
        text: "Often it hardly matters: replacing it by GELU left the accuracy at 80.6 %.",
        condition: "a modernised ResNet-50 on ImageNet",
        source: liu2022,
      },
    ],
  },
  origin: nair2010,
});
