/** scikit-learn: the strings that its multi-layer perceptrons accept. */
import type { Framework } from "./define.ts";
import { section, slots } from "./rows.ts";

const string = section("string", "", "scikit-learn/scikit-learn sklearn/neural_network/_base.py");

const perceptrons = "sklearn.neural_network";

export const scikitLearn = {
  id: "sklearn",
  name: "scikit-learn",
  language: "python",
  version: "1.9.1",
  docs: () => "https://scikit-learn.org/stable/modules/generated/sklearn.neural_network.MLPClassifier.html",
  roots: ["sklearn"],
  aliases: [
    ["sklearn.neural_network._multilayer_perceptron", "sklearn.neural_network"],
    ["sklearn.neural_network.multilayer_perceptron", "sklearn.neural_network"],
  ],
  // Its own softmax and exp belong to output layers, and cannot be asked for.
  spellings: [
    string("identity", "identity"),
    string("relu", "relu", [], { note: "The default of both." }),
    string("logistic", "sigmoid", [], { note: '"sigmoid" is rejected.' }),
    string("tanh", "tanh"),
  ],
  slots: [
    ...slots(perceptrons, ["MLPClassifier"], "activation", 1),
    // Newer releases put the loss before the sizes, so its position tells nothing.
    ...slots(perceptrons, ["MLPRegressor"], "activation", null),
  ],
} as const satisfies Framework;
