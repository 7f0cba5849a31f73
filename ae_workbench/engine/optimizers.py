"""Keras optimizers of a recipe."""

from typing import Any

import keras

from ae_workbench.core.recipe import FINAL_RATE_SHARE, Training

MAKERS = {
    "adam": keras.optimizers.Adam,
    "adadelta": keras.optimizers.Adadelta,
    "rmsprop": keras.optimizers.RMSprop,
    "sgd": keras.optimizers.SGD,
}


def make_optimizer(training: Training, steps_per_epoch: int) -> keras.optimizers.Optimizer:
    """The optimizer, its learning rate constant or falling as a cosine to a hundredth over the recipe's epochs, and staying there."""
    rate: Any = training.learning_rate
    if training.schedule == "cosine":
        rate = keras.optimizers.schedules.CosineDecay(rate, training.epochs * steps_per_epoch, alpha=FINAL_RATE_SHARE)
    return MAKERS[training.optimizer](learning_rate=rate)
