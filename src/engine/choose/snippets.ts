/** A recommendation as code of one framework, with the initialisation and the loss that belong to it. */
import type { Advice, Answers, Initialisation, Loss, SnippetFramework, Task } from "./define.ts";

/** What trains an output layer on each task. */
const losses: Readonly<Record<Task, Loss>> = {
  multiclass: "cross-entropy",
  binary: "binary-cross-entropy",
  multilabel: "binary-cross-entropy",
  regression: "squared-error",
  positive: "squared-error",
  "unit-interval": "binary-cross-entropy",
  symmetric: "squared-error",
};

const outputUnits: Readonly<Record<Task, number>> = {
  multiclass: 10,
  binary: 1,
  multilabel: 5,
  regression: 1,
  positive: 1,
  "unit-interval": 1,
  symmetric: 3,
};

interface Style {
  readonly imports: (code: string) => readonly string[];
  readonly initialisers: Readonly<Record<Initialisation, string>>;
  /** @param code of the function @param initialiser "" leaves the framework's default */
  readonly hidden: (code: string, initialiser: string, isConvolution: boolean) => readonly string[];
  /** @param code "" where the output is the layer's own */
  readonly output: (code: string, units: number, loss: Loss) => readonly string[];
}

/** What the loss is given: the layer's own output, or that after the activation. */
function isOnLogits(loss: Loss): boolean {
  return loss !== "squared-error";
}

const torch: Style = {
  imports: (code) => [...(code.includes("torch.") ? ["import torch"] : []), "import torch.nn as nn"],
  initialisers: {
    he: 'nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")',
    lecun: 'nn.init.kaiming_normal_(layer.weight, nonlinearity="linear")',
    glorot: "nn.init.xavier_uniform_(layer.weight)",
    orthogonal: "nn.init.orthogonal_(layer.weight)",
    siren: "nn.init.uniform_(layer.weight, -((6 / 256) ** 0.5) / 30, (6 / 256) ** 0.5 / 30)",
    default: "",
  },
  hidden: (code, initialiser, isConvolution) => [
    `layer = ${isConvolution ? "nn.Conv2d(64, 64, 3, padding=1)" : "nn.Linear(256, 256)"}`,
    ...(initialiser ? [initialiser, "nn.init.zeros_(layer.bias)"] : []),
    ...(code.startsWith("nn.") ? [`block = nn.Sequential(layer, ${code})`] : ["x = layer(x)", `x = ${code}`]),
  ],
  output: (code, units, loss) => {
    const criterion = {
      "cross-entropy": "nn.CrossEntropyLoss()",
      "binary-cross-entropy": "nn.BCEWithLogitsLoss()",
      "squared-error": "nn.MSELoss()",
    }[loss];
    return outputLines(
      `nn.Linear(256, ${units})(x)`,
      code,
      loss,
      (name) => `loss = ${criterion}(${name}, targets)`,
    );
  },
};

const keras: Style = {
  imports: () => ["import keras", "from keras import layers"],
  initialisers: {
    he: '"he_normal"',
    lecun: '"lecun_normal"',
    glorot: '"glorot_uniform"',
    orthogonal: '"orthogonal"',
    siren: "keras.initializers.RandomUniform(-((6 / 256) ** 0.5) / 30, (6 / 256) ** 0.5 / 30)",
    default: "",
  },
  hidden: (code, initialiser, isConvolution) => {
    const activation = code.startsWith('"') ? `, activation=${code}` : "";
    const kernel = initialiser ? `, kernel_initializer=${initialiser}` : "";
    const layer = isConvolution
      ? `layers.Conv2D(64, 3, padding="same"${activation}${kernel})`
      : `layers.Dense(256${activation}${kernel})`;
    if (activation) return [`x = ${layer}(x)`];
    return [`x = ${layer}(x)`, `x = ${code.startsWith("layers.") ? `${code}(x)` : code}`];
  },
  output: (code, units, loss) => {
    const criterion = {
      "cross-entropy": "keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
      "binary-cross-entropy": "keras.losses.BinaryCrossentropy(from_logits=True)",
      "squared-error": "keras.losses.MeanSquaredError()",
    }[loss];
    const layer = code.startsWith('"')
      ? `layers.Dense(${units}, activation=${code})(x)`
      : `layers.Dense(${units})(x)`;
    const applied = code.startsWith('"') ? "" : code;
    return outputLines(layer, applied, loss, (name) => `loss = ${criterion}(targets, ${name})`);
  },
};

const tensorflow: Style = {
  imports: () => ["import tensorflow as tf"],
  initialisers: {
    he: "tf.keras.initializers.HeNormal()",
    lecun: "tf.keras.initializers.LecunNormal()",
    glorot: "tf.keras.initializers.GlorotUniform()",
    orthogonal: "tf.keras.initializers.Orthogonal()",
    siren: "tf.keras.initializers.RandomUniform(-((6 / 256) ** 0.5) / 30, (6 / 256) ** 0.5 / 30)",
    default: "tf.keras.initializers.GlorotUniform()",
  },
  hidden: (code, initialiser, isConvolution) => [
    `kernel = tf.Variable(${initialiser}(${isConvolution ? "(3, 3, 64, 64)" : "(256, 256)"}))`,
    `bias = tf.Variable(tf.zeros(${isConvolution ? 64 : 256}))`,
    `x = ${isConvolution ? 'tf.nn.conv2d(x, kernel, 1, "SAME")' : "tf.matmul(x, kernel)"} + bias`,
    `x = ${code}`,
  ],
  output: (code, units, loss) => {
    const criterion = {
      "cross-entropy": (name: string) =>
        `loss = tf.nn.sparse_softmax_cross_entropy_with_logits(targets, ${name})`,
      "binary-cross-entropy": (name: string) =>
        `loss = tf.nn.sigmoid_cross_entropy_with_logits(targets, ${name})`,
      "squared-error": (name: string) => `loss = tf.reduce_mean((targets - ${name}) ** 2)`,
    }[loss];
    const lines = outputLines("tf.matmul(x, kernel) + bias", code, loss, criterion);
    return [
      `kernel = tf.Variable(tf.keras.initializers.GlorotUniform()((256, ${units})))`,
      `bias = tf.Variable(tf.zeros(${units}))`,
      ...lines,
    ];
  },
};

const flax: Style = {
  imports: (code) => [
    ...(code.includes("jax.") ? ["import jax"] : []),
    ...(code.includes("jnp.") ? ["import jax.numpy as jnp"] : []),
    ...(code.includes("optax.") ? ["import optax"] : []),
    "from flax import linen as nn",
  ],
  initialisers: {
    he: "nn.initializers.he_normal()",
    lecun: "nn.initializers.lecun_normal()",
    glorot: "nn.initializers.glorot_uniform()",
    orthogonal: "nn.initializers.orthogonal()",
    siren: "nn.initializers.variance_scaling(2 / 900, 'fan_in', 'uniform')",
    default: "",
  },
  hidden: (code, initialiser, isConvolution) => {
    const kernel = initialiser ? `, kernel_init=${initialiser}` : "";
    return [
      `x = ${isConvolution ? `nn.Conv(64, (3, 3)${kernel})` : `nn.Dense(256${kernel})`}(x)`,
      `x = ${code}`,
    ];
  },
  output: (code, units, loss) => {
    const criterion = {
      "cross-entropy": (name: string) =>
        `loss = optax.softmax_cross_entropy_with_integer_labels(${name}, targets)`,
      "binary-cross-entropy": (name: string) => `loss = optax.sigmoid_binary_cross_entropy(${name}, targets)`,
      "squared-error": (name: string) => `loss = optax.squared_error(${name}, targets)`,
    }[loss];
    return outputLines(`nn.Dense(${units})(x)`, code, loss, criterion);
  },
};

const styles: Readonly<Record<SnippetFramework, Style>> = { torch, keras, tensorflow, flax };

/** The loss is on the logits where it contains the function; the probabilities are then for predictions alone. */
function outputLines(
  layer: string,
  code: string,
  loss: Loss,
  criterion: (name: string) => string,
): readonly string[] {
  if (isOnLogits(loss)) {
    return [
      `logits = ${layer}`,
      `${criterion("logits")}  # contains the activation`,
      `probabilities = ${code}  # for predictions`,
    ];
  }
  return [`outputs = ${layer}`, ...(code === "" ? [] : [`outputs = ${code}`]), criterion("outputs")];
}

/** Python lines, imports first; `x` and `targets` are the reader's. */
export function snippetOf(advice: Advice, answers: Answers, framework: SnippetFramework): string {
  const style = styles[framework];
  const code = advice.code[framework];
  const lines =
    advice.layer === "hidden"
      ? style.hidden(
          code,
          style.initialisers[advice.initialisation],
          answers.architecture === "cnn" || answers.architecture === "gan",
        )
      : style.output(code, outputUnitsFor(advice, answers), losses[answers.task]);
  const imports = style.imports(lines.join("\n"));
  return `${[...imports, "", ...lines].join("\n")}\n`;
}

/** Softmax needs a unit for each class. */
function outputUnitsFor(advice: Advice, { task }: Answers): number {
  return task === "binary" && advice.function === "softmax" ? 2 : outputUnits[task];
}
