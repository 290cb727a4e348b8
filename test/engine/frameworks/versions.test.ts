import assert from "node:assert/strict";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import type { FrameworkId } from "../../../src/engine/frameworks/index.ts";
import { type Versions, newestVersions, versionsIn } from "../../../src/engine/frameworks/versions.ts";

const none = {};

describe("versions that a project asks for", () => {
  const cases: readonly (readonly [text: string, Partial<Record<FrameworkId, number>>])[] = [
    ["keras==2.13.1", { keras: 2 }],
    ["keras ==2.13.1  # pinned", { keras: 2 }],
    ["numpy\nKeras~=2.12\n", { keras: 2 }],
    ["keras<3", { keras: 2 }],
    ["keras>=2.4,<3.0", { keras: 2 }],
    ["keras>=2.4, <= 2.15", { keras: 2 }],
    ["keras[extra]==2.*; python_version < '3.12'", { keras: 2 }],
    ["keras==3.1", { keras: 3 }],
    ["keras<4", { keras: 3 }],
    ["keras", none],
    ["keras>=2.4", none],
    ["keras != 2.5", none],
    ["# keras==2.13", none],
    ["keras-tuner==1.4\nmy_keras==2.0", none],
    ["tensorflow==2.15.1", { keras: 2 }],
    ["tensorflow<2.16", { keras: 2 }],
    ["tensorflow==2.16.1", { keras: 3 }],
    ["tensorflow<=1.15", { keras: 2 }],
    ["tensorflow>=2.4", none],
    ["tensorflow==2.15\nkeras==3.0", { keras: 3 }],
    ["transformers==4.57.6", { transformers: 4 }],
    ["transformers>=4.30,<5", { transformers: 4 }],
    ["transformers==5.1\n", { transformers: 5 }],
    // conda's environment.yml
    [
      "dependencies:\n  - python=3.10\n  - keras=2.11\n  - pip:\n    - transformers==4.1\n",
      { keras: 2, transformers: 4 },
    ],
    // pyproject.toml, by PEP 621 and by Poetry; a Pipfile
    ['dependencies = ["torch", "keras<3", "transformers>=4"]', { keras: 2 }],
    ['[project]\ndependencies = [\n  "transformers~=4.40",\n  "keras",\n]\n', { transformers: 4 }],
    ['[tool.poetry.dependencies]\nkeras = "^2.13"\ntransformers = "4.30.0"\n', { keras: 2, transformers: 4 }],
    ['keras = {version = "~2.12", optional = true}', { keras: 2 }],
    ['keras = "*"', none],
    ["", none],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(Object.fromEntries(versionsIn([text])), expected);
    });
  }

  it("are those of the first file that says something", () => {
    assert.deepEqual([...versionsIn(["numpy", "keras>=2", "keras==2.1", "keras==3.1"])], [["keras", 2]]);
    assert.deepEqual([...versionsIn([])], []);
  });
});

describe("detection in a version", () => {
  const keras2: Versions = new Map([["keras", 2]]);
  const keras3: Versions = new Map([["keras", 3]]);

  function uses(code: string, versions?: Versions) {
    const [cell] = analyse([code], python, undefined, versions).cells;
    return cell!.uses.map(({ function: id, params, values, spelling }) => [
      id,
      params,
      values,
      spelling.name,
    ]);
  }

  it("gives the meaning that holds there", () => {
    const code = "import keras\ny = keras.activations.hard_sigmoid(x)\n";
    const old = ["hard_sigmoid", {}, { alpha: 0.2, beta: 0.5 }, "tf_keras.activations.hard_sigmoid"];
    const recent = ["hard_sigmoid", {}, { alpha: 1 / 6, beta: 0.5 }, "keras.activations.hard_sigmoid"];
    assert.deepEqual(uses(code, keras2), [old]);
    assert.deepEqual(uses(code, keras3), [recent]);
    assert.deepEqual(uses(code), [recent]);
    assert.deepEqual(uses(code.replaceAll("keras", "tf_keras")), [old]);
    assert.deepEqual(uses(code.replaceAll("keras", "tf_keras"), keras3), [old]);
  });

  it("is the same for what is imported through TensorFlow, and for what a class holds", () => {
    const code = [
      "import tensorflow as tf",
      "class Net(tf.keras.Model):",
      "    def __init__(self):",
      "        self.act = tf.keras.layers.LeakyReLU(alpha=0.1)",
      "    def call(self, x):",
      "        return self.act(x)",
    ].join("\n");
    const use = (name: string, parameter: string) => [
      "leaky_relu",
      { [parameter]: 0.1 },
      { negative_slope: 0.1 },
      name,
    ];
    const old = use("tf_keras.layers.LeakyReLU", "alpha");
    const recent = use("keras.layers.LeakyReLU", "negative_slope");
    assert.deepEqual(uses(code, keras2), [old, old]);
    assert.deepEqual(uses(code), [recent, recent]);
  });

  it("is told by an argument that only an older version takes, where the project says nothing", () => {
    const code = "import keras\ny = keras.activations.relu(x, alpha=0.1)\n";
    const old = ["leaky_relu", { negative_slope: 0.1 }, "tf_keras.activations.relu"];
    const read = (text: string, versions?: Versions) =>
      uses(text, versions).map(([id, , values, name]) => [id, values, name]);
    assert.deepEqual(read(code), [old]);
    assert.deepEqual(read(code, keras2), [old]);
    // There the call raises; what the name computes is what can be said.
    assert.deepEqual(read(code, keras3), [["relu", {}, "keras.activations.relu"]]);
    assert.deepEqual(read(code.replace("alpha", "negative_slope")), [
      ["leaky_relu", { negative_slope: 0.1 }, "keras.activations.relu"],
    ]);
  });

  it("reads strings as they are meant there", () => {
    const slopes = (code: string, versions?: Versions) => uses(code, versions).map(([, , values]) => values);
    const string = "from keras.layers import Dense\ny = Dense(8, activation='hard_sigmoid')\n";
    assert.deepEqual(slopes(string, keras2), [{ alpha: 0.2, beta: 0.5 }]);
    assert.deepEqual(slopes(string), [{ alpha: 1 / 6, beta: 0.5 }]);
    assert.deepEqual(slopes(string.replace("from keras", "from tf_keras")), [{ alpha: 0.2, beta: 0.5 }]);
    const layer = string.replace("hard_sigmoid", "LeakyReLU");
    assert.deepEqual(slopes(layer, keras2), [{ negative_slope: 0.3 }]);
    assert.deepEqual(slopes(layer, keras3), []);
    // Nothing else is meant where no version is known.
    assert.deepEqual(slopes(layer), [{ negative_slope: 0.3 }]);
  });

  it("knows a string only from the version on that has it", () => {
    const code = "from transformers import BertConfig\nc = BertConfig(hidden_act='hardswish')\n";
    assert.equal(uses(code, new Map([["transformers", 4]])).length, 0);
    assert.equal(uses(code, new Map([["transformers", 5]])).length, 1);
    assert.equal(uses(code, newestVersions).length, 1);
  });

  it("is found anew when the version changes", () => {
    const code = "import keras\ndef f(x):\n    return keras.activations.hard_sigmoid(x)\n";
    const first = analyse([code], python);
    const second = analyse([`${code}\n`], python, first, keras2);
    assert.equal(first.cells[0]!.uses[0]!.spelling.name, "keras.activations.hard_sigmoid");
    assert.equal(second.cells[0]!.uses[0]!.spelling.name, "tf_keras.activations.hard_sigmoid");
  });
});
