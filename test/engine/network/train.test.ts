import assert from "node:assert/strict";
import { planePoints } from "../../../src/engine/network/plane.ts";
import { type Dataset, datasets, drawDataset } from "../../../src/engine/network/datasets.ts";
import {
  type TrainingOptions,
  gradientsOf,
  probabilitiesAt,
  reportOf,
  startTraining,
  trainStep,
} from "../../../src/engine/network/train.ts";
import { functionById } from "../../../src/engine/functions/index.ts";
import type { ElementwiseFunction } from "../../../src/engine/functions/define.ts";

const usual: TrainingOptions = {
  data: "circle",
  layers: 2,
  width: 8,
  learningRate: 0.1,
  weights: "he",
  bias: 0,
  seed: 1,
};

function start(id: "relu" | "leaky_relu" | "tanh", options: Partial<TrainingOptions>, params = {}) {
  return startTraining(functionById(id) as ElementwiseFunction, params, { ...usual, ...options });
}

function trained(
  id: Parameters<typeof start>[0],
  options: Partial<TrainingOptions>,
  steps: number,
  params = {},
) {
  const training = start(id, options, params);
  for (let i = 0; i < steps; i++) trainStep(training);
  return reportOf(training);
}

const deadUnits = ({ dead }: ReturnType<typeof reportOf>) => dead.flat().filter(Boolean).length;

describe("training a small network", () => {
  for (const [data, options, steps] of [
    ["blobs", {}, 300],
    ["circle", {}, 1000],
    ["xor", {}, 1000],
    ["moons", {}, 1500],
    ["spirals", { layers: 3, width: 16 }, 4000],
  ] as const satisfies readonly (readonly [Dataset, Partial<TrainingOptions>, number])[]) {
    it(`tells ${data} apart`, function () {
      this.timeout(120_000);
      const { accuracy, loss } = trained("relu", { data, ...options }, steps);
      assert.ok(accuracy >= 0.99, `${accuracy} right`);
      assert.ok(loss < 0.1, `loss ${loss}`);
    });
  }

  it("goes down the gradient that differences of the loss give", () => {
    const { layers, jet, data } = start("tanh", { width: 3 });
    const lossNow = () => {
      const { logits } = gradientsOf(layers, jet, data.points, data.labels);
      const each = [...logits].map((z, i) => Math.log1p(Math.exp(z)) - z * data.labels[i]!);
      return each.reduce((sum, loss) => sum + loss, 0) / each.length;
    };
    const { gradients } = gradientsOf(layers, jet, data.points, data.labels);
    layers.forEach(({ weights, biases }, i) => {
      for (const [values, expected] of [
        [weights.values, gradients[i]!.weights.values],
        [biases, gradients[i]!.biases],
      ] as const) {
        values.forEach((value, k) => {
          const size = 1e-5;
          values[k] = value + size;
          const above = lossNow();
          values[k] = value - size;
          const difference = (above - lossNow()) / (2 * size);
          values[k] = value;
          assert.ok(Math.abs(difference - expected[k]!) < 1e-8, `layer ${i}, ${k}`);
        });
      }
    });
  });

  it("is the same for the same seed", () => {
    const surface = () => {
      const training = start("relu", {});
      for (let i = 0; i < 20; i++) trainStep(training);
      return probabilitiesAt(training, planePoints(3, 5));
    };
    assert.deepEqual(surface(), surface());
  });

  it("loses units to a low bias, where a leaky slope loses none and learns", () => {
    const low = { bias: -2 };
    assert.equal(deadUnits(trained("relu", low, 0)), 8);
    const [dying, leaky] = [
      trained("relu", low, 2000),
      trained("leaky_relu", low, 2000, { negative_slope: 0.1 }),
    ];
    assert.ok(deadUnits(dying) >= 6 && dying.accuracy < 0.8, JSON.stringify(dying));
    assert.ok(deadUnits(leaky) === 0 && leaky.accuracy > 0.99, JSON.stringify(leaky));
  });

  it("loses units to a learning rate that is too large", () => {
    assert.ok(deadUnits(trained("relu", { learningRate: 10 }, 1000)) >= 8);
    assert.ok(deadUnits(trained("relu", {}, 1000)) <= 1);
  });
});

describe("the classic sets", () => {
  for (const id of datasets) {
    it(`${id}: two classes alike in number, on the square that is drawn`, () => {
      const { points, labels } = drawDataset(id, 200, 3);
      assert.equal(
        labels.reduce((sum, label) => sum + label, 0),
        100,
      );
      points.values.forEach((x) => {
        assert.ok(Math.abs(x) < 3.2, String(x));
      });
    });
  }
});
