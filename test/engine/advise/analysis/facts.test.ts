import assert from "node:assert/strict";
import type { Facts } from "../../../../src/engine/advise/analysis/facts.ts";
import type { Place } from "../../../../src/engine/advise/place.ts";
import type { Value } from "../../../../src/engine/advise/analysis/value.ts";
import { Seen } from "../../../../src/engine/advise/seen.ts";
import { analyse } from "../../../../src/engine/detect/analysis.ts";
import { python } from "../../../../src/engine/syntax/python.ts";

const torch = "import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n";
const keras = "from tensorflow import keras\nfrom tensorflow.keras import layers\n";

interface Read {
  readonly facts: Facts;
  readonly at: (place: Place) => string;
}

function read(...cells: string[]): Read {
  const { facts } = new Seen(analyse(cells, python));
  return { facts, at: ({ cell, start, end }) => cells[cell]!.slice(start, end) };
}

function shown(value: Value): string {
  if (value.kind !== "tensor") return value.kind;
  return value.units === undefined ? value.domain : `${value.domain} of ${value.units}`;
}

/** Each loss with what reached it. */
function losses(...cells: string[]): string[] {
  const { facts, at } = read(...cells);
  return facts.losses.map(({ loss, prediction }) => `${at(loss.token)} ← ${shown(prediction.value)}`);
}

describe("facts of a program", () => {
  it("follow a value through assignments and what only changes its shape", () => {
    const code = `${torch}def step(h, y):
    logits = nn.Linear(4, 10)(h)
    p = F.softmax(logits, dim=1)
    q = p.view(-1, 10).contiguous()[:, :5]
    F.cross_entropy(q, y)
    F.cross_entropy(logits, y)
    F.cross_entropy(logits * scale, y)
`;
    assert.deepEqual(losses(code), [
      "cross_entropy ← probability",
      "cross_entropy ← logit of 10",
      "cross_entropy ← unknown",
    ]);
  });

  it("go through a class, element by element of a tuple", () => {
    const code = `${torch}class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
        self.real = nn.Sequential(nn.Linear(8, 1), nn.Sigmoid())
        self.label = nn.Linear(8, 10)
    def forward(self, x):
        x = self.body(x)
        return self.real(x), self.label(x)

class Trainer:
    def __init__(self):
        self.net = Net().cuda()
        self.bce = nn.BCELoss()
        self.criterion = nn.CrossEntropyLoss()
    def fit(self, loader):
        for x, y, c in loader:
            real, label = self.net(x)
            loss = self.bce(real, y) + self.criterion(label, c)
`;
    assert.deepEqual(losses(code), ["BCELoss ← unit of 1", "CrossEntropyLoss ← logit of 10"]);
  });

  it("know nothing where two ways of running the code differ", () => {
    const code = `${torch}class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 10)
    def forward(self, x):
        x = self.fc(x)
        if self.training:
            return x
        return F.softmax(x, dim=1)

def train(x, y, plain):
    criterion = nn.CrossEntropyLoss()
    criterion(Net()(x), y)
    other = nn.NLLLoss() if plain else nn.CrossEntropyLoss()
    other(nn.Linear(8, 10)(x), y)
`;
    assert.deepEqual(losses(code), ["CrossEntropyLoss ← unknown"]);
  });

  it("bind names anew in later cells, and run what nobody calls with what there is at the end", () => {
    const first = `${torch}model = nn.Sequential(nn.Linear(4, 10), nn.Softmax(dim=1))\n`;
    const second = "def train(x, y):\n    return F.cross_entropy(model(x), y)\n";
    const third = "model = nn.Linear(4, 10)\n";
    assert.deepEqual(losses(first, second, third), ["cross_entropy ← logit of 10"]);
  });

  it("follow calls with their arguments, also by main", () => {
    const code = `${torch}def train(model, criterion, x, y):
    criterion(model(x), y)
def main():
    train(nn.Sequential(nn.Linear(2, 3), nn.LogSoftmax(-1)), nn.NLLLoss(), x, y)
if __name__ == "__main__":
    main()
`;
    assert.deepEqual(losses(code), ["NLLLoss ← log-probability of 3"]);
  });

  it("know the head of a list of layers that a loop fills", () => {
    const code = `${torch}layers = []
for size in sizes:
    layers += [nn.Linear(size, size), nn.ReLU()]
layers.append(nn.Linear(size, 3))
layers.append(nn.Softmax(dim=-1))
F.cross_entropy(nn.Sequential(*layers)(x), y)
`;
    assert.deepEqual(losses(code), ["cross_entropy ← probability of 3"]);
    const { facts, at } = read(code);
    const relu = facts.steps.find(({ operation }) => operation.kind === "activation");
    assert.equal(relu && at(relu.inputs[0]!.step!.place), "nn.Linear(size, size)");
  });

  it("give what Keras' compile puts together", () => {
    const code = `${keras}a = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(3)])
a.compile("adam", loss=keras.losses.CategoricalCrossentropy(from_logits=True))
b = keras.Sequential()
b.add(layers.Dense(1))
b.add(layers.Activation("sigmoid"))
b.compile(loss="binary_crossentropy", metrics=["accuracy"])
x = keras.Input((4,))
c = keras.Model(x, layers.Dense(2, activation=keras.activations.softmax)(layers.Dense(4)(x)))
c.compile(optimizer="sgd", loss=keras.losses.mse)
`;
    assert.deepEqual(losses(code), [
      "CategoricalCrossentropy ← logit of 3",
      '"binary_crossentropy" ← unit of 1',
      "keras.losses.mse ← probability of 2",
    ]);
    const { facts } = read(code);
    assert.equal(facts.losses[0]!.loss.settings.get("from_logits")?.value, true);
    assert.deepEqual(
      facts.losses[1]!.compiled?.metrics.map(({ name }) => name),
      ["accuracy"],
    );
  });

  it("follow Flax' modules, compact and with setup", () => {
    const code = `import flax.linen as nn
import jax, optax
class A(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.softmax(nn.Dense(10)(nn.relu(nn.Dense(4)(x))))
class B(nn.Module):
    classes: int
    def setup(self):
        self.out = nn.Dense(self.classes)
    def __call__(self, x):
        return self.out(x)
a, b = A(), B(classes=5)
@jax.jit
def step(params, x, y):
    def loss_fn(params):
        return optax.softmax_cross_entropy(a.apply({"params": params}, x), y).mean()
    optax.sigmoid_binary_cross_entropy(b.apply(params, x), y)
    return jax.grad(loss_fn)(params)
`;
    assert.deepEqual(losses(code), [
      "sigmoid_binary_cross_entropy ← logit of 5",
      "softmax_cross_entropy ← probability of 10",
    ]);
  });

  it("do not trust an attribute that another method sets, nor a class that another is derived from", () => {
    const code = `${torch}class Base(nn.Module):
    def loss(self, x, y):
        return F.cross_entropy(self.head(x), y)
    def __init__(self):
        self.head = nn.Sequential(nn.Linear(2, 2), nn.Softmax(dim=1))
class Own(Base):
    def __init__(self):
        self.head = nn.Linear(2, 2)
class Changed(nn.Module):
    def __init__(self):
        self.head = nn.Sigmoid()
    def change(self, head):
        self.head = head
    def loss(self, x, y):
        return F.cross_entropy(self.head(x), y)
`;
    assert.deepEqual(losses(code), ["cross_entropy ← logit of 2", "cross_entropy ← unknown"]);
  });

  it("come to an end where functions call one another without one", () => {
    const code = `${torch}def f(x):
    return g(F.relu(x))
def g(x):
    return f(x) + h(x)
def h(x):
    return g(g(x))
`;
    assert.equal(read(code).facts.isComplete, true);
  });

  it("are read from broken code as far as it parses", () => {
    assert.deepEqual(losses(`${torch}F.cross_entropy(torch.relu(x), y)\nclass (\n`), [
      "cross_entropy ← non-negative",
    ]);
  });

  it("follow dictionaries by their strings, of layers and of what a model gives", () => {
    const code = `${torch}class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.heads = nn.ModuleDict({"cls": nn.Linear(8, 10), "mask": nn.Sequential(nn.Linear(8, 3), nn.Sigmoid())})
        self.more = nn.ModuleDict()
        self.more["aux"] = nn.Linear(8, 5)
    def forward(self, x):
        out = {"cls": self.heads["cls"](x), "aux": self.more["aux"](x)}
        out["mask"] = self.heads["mask"](x)
        return out

out = Net()(images)
F.cross_entropy(out["cls"], y)
F.cross_entropy(out["aux"], y)
F.cross_entropy(out["mask"], y)
F.cross_entropy(out[key], y)
out[key] = y
F.cross_entropy(out["cls"], y)
`;
    assert.deepEqual(losses(code), [
      "cross_entropy ← logit of 10",
      "cross_entropy ← logit of 5",
      "cross_entropy ← unit of 3",
      "cross_entropy ← unknown",
      "cross_entropy ← unknown",
    ]);
  });

  it("follow short loops that add layers, layer by layer", () => {
    const code = `${torch}layers = []
for i, width in [(0, 16), (1, 32)]:
    layers.append(nn.Linear(8, width))
    layers.append(nn.ReLU())
for i in range(len(widths)):
    pass
for _ in range(1, 3):
    layers += [nn.Linear(32, 32), nn.Tanh()]
model = nn.Sequential(*layers)
F.mse_loss(model(x), y)
`;
    const { facts, at } = read(code);
    const applied = facts.steps.map(({ token }) => at(token));
    assert.deepEqual(applied, ["Linear", "ReLU", "Linear", "ReLU", "Linear", "Tanh", "Linear", "Tanh"]);
    assert.deepEqual(losses(code), ["mse_loss ← signed of 32"]);
  });

  it("do not count the layers of a loop that may end early, or is long", () => {
    const code = `${torch}model = nn.Sequential()
for i in range(3):
    if i > depth:
        break
    model.append(nn.Linear(8, 8))
other = nn.Sequential()
for i in range(1000):
    other.append(nn.Linear(8, 8))
F.mse_loss(model(x), y)
F.mse_loss(other(x), y)
`;
    assert.equal(read(code).facts.steps.length < 10, true);
  });

  it("follow TensorFlow 1's functions, which make a layer and apply it", () => {
    const code = `import tensorflow as tf
h = tf.layers.dense(x, 64, activation=tf.nn.relu)
logits = tf.layers.dense(inputs=h, units=10)
tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=logits)
tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=tf.layers.dense(h, 3, tf.nn.softmax))
`;
    assert.deepEqual(losses(code), [
      "softmax_cross_entropy_with_logits ← logit of 10",
      "softmax_cross_entropy_with_logits ← probability of 3",
    ]);
  });

  it("end where expressions are nested too deep, and say that something was left out", () => {
    for (const deep of [
      Array<string>(5000).fill("x").join(" + "),
      `${"[".repeat(2000)}x${"]".repeat(2000)}`,
    ]) {
      const { facts } = read(`${torch}y = ${deep}\nF.cross_entropy(nn.Linear(4, 2)(x), y)\n`);
      assert.equal(facts.isComplete, false);
      assert.equal(facts.losses.length, 1);
    }
  });
});
