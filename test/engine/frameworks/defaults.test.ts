import assert from "node:assert/strict";
import { defaultsElsewhere, defaultsOf } from "../../../src/engine/frameworks/defaults.ts";
import { type FrameworkId, frameworkById } from "../../../src/engine/frameworks/index.ts";

function elsewhere(framework: FrameworkId, name: string): string | undefined {
  const spelling = frameworkById(framework).spellings.find((row) => row.name === name)!;
  return defaultsElsewhere({ function: spelling.function, framework, spelling });
}

describe("defaults elsewhere", () => {
  it("groups frameworks by their default, and takes one apart that disagrees with itself", () => {
    assert.deepEqual(
      defaultsOf("leaky_relu").map(({ places, values }) => [places.join(), values["negative_slope"]]),
      [
        ["PyTorch,JAX,Flax,MLX,PaddlePaddle,mindspore.mint.nn.functional,tinygrad", "0.01"],
        ["keras.activations,keras.ops,TensorFlow,mindspore.nn,mindspore.ops", "0.2"],
        ["keras.layers", "0.3"],
      ],
    );
  });

  it("tells which form is the default where two functions go by one name", () => {
    assert.deepEqual(
      defaultsOf("gelu").map((group) => [group.function, group.places.join()]),
      [
        [
          "gelu",
          "PyTorch,keras.activations,tf.nn,MLX,PaddlePaddle,mindspore.ops,mindspore.mint.nn,mindspore.mint.nn.functional,timm,Core ML",
        ],
        ["gelu_tanh", "keras.ops,tfa.activations,JAX,Flax,mindspore.nn,tinygrad"],
      ],
    );
  });

  const cases: readonly (readonly [FrameworkId, string, string | undefined])[] = [
    [
      "torch",
      "torch.nn.LeakyReLU",
      "JAX, Flax, MLX and 3 more 0.01 · keras.activations, keras.ops, TensorFlow and 2 more 0.2 · keras.layers 0.3",
    ],
    [
      "keras",
      "leaky_relu",
      "PyTorch, JAX, Flax and 4 more 0.01 · keras.ops, TensorFlow, mindspore.nn and 1 more 0.2 · keras.layers 0.3",
    ],
    [
      "torch",
      "torch.nn.functional.gelu",
      "keras.activations, tf.nn, MLX and 6 more exact · keras.ops, tfa.activations, JAX and 3 more tanh form",
    ],
    [
      "jax",
      "jax.nn.gelu",
      "PyTorch, keras.activations, tf.nn and 6 more exact · keras.ops, tfa.activations, Flax and 3 more tanh form",
    ],
    ["flax", "flax.linen.PReLU", "Keras 0 · PyTorch, MLX, PaddlePaddle and 2 more 0.25"],
    [
      "tensorflow",
      "tf.nn.softmax",
      "Keras, JAX, Flax and 6 more axis -1 · PyTorch, mlx.core, mindspore.mint.nn and 2 more axis None",
    ],
    ["torch", "torch.nn.ReLU", undefined],
    ["torch", "torch.nn.ELU", undefined],
  ];
  for (const [framework, name, text] of cases) {
    it(`${name}: ${text ?? "nothing, all agree"}`, () => {
      assert.equal(elsewhere(framework, name), text && `Defaults elsewhere: ${text}`);
    });
  }
});
