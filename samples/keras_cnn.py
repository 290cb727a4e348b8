"""A small image classifier in Keras: activations by string, as layers and as functions."""

import keras
from keras import layers

CLASSES = 10


def conv_block(x, filters, activation="relu"):
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    x = layers.Activation(activation)(x)
    return layers.MaxPooling2D()(x)


def build_classifier(input_shape=(28, 28, 1)):
    inputs = keras.Input(shape=input_shape)
    x = layers.Conv2D(16, 3, padding="same", activation="relu")(inputs)
    x = layers.MaxPooling2D()(x)
    x = conv_block(x, 32, activation=keras.activations.silu)
    x = layers.Conv2D(64, 3, padding="same")(x)
    x = layers.LeakyReLU()(x)
    x = layers.Conv2D(64, 3, padding="same")(x)
    x = layers.ReLU(max_value=6)(x)
    x = layers.GlobalAveragePooling2D()(x)
    x = layers.Dense(64, "gelu")(x)
    x = layers.Dropout(0.5)(x)
    outputs = layers.Dense(CLASSES, activation="softmax")(x)
    return keras.Model(inputs, outputs, name="classifier")


def build_self_normalizing(features=20):
    """SELU needs LeCun-normal weights and AlphaDropout to keep activations normalised."""
    return keras.Sequential(
        [
            keras.Input(shape=(features,)),
            layers.Dense(64, activation="selu", kernel_initializer="lecun_normal"),
            layers.AlphaDropout(0.1),
            layers.Dense(64, activation="selu", kernel_initializer="lecun_normal"),
            layers.AlphaDropout(0.1),
            layers.Dense(1, activation="sigmoid"),
        ]
    )


def build_sequence_model(vocabulary=10_000):
    return keras.Sequential(
        [
            layers.Embedding(vocabulary, 64),
            layers.LSTM(32, activation="tanh", recurrent_activation="sigmoid"),
            layers.Dense(1, activation="sigmoid"),
        ]
    )


if __name__ == "__main__":
    model = build_classifier()
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.summary()

    (x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
    x_train = x_train[..., None].astype("float32") / 255
    x_test = x_test[..., None].astype("float32") / 255
    model.fit(x_train, y_train, batch_size=128, epochs=3, validation_split=0.1)
    print(model.evaluate(x_test, y_test))
