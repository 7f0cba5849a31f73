"""Keras optimizers of a recipe."""

from typing import Any

import keras

from ae_workbench.core.recipe import FINAL_RATE_SHARE, RESTART_PARTS, RESTART_SHARE, Training

MAKERS = {
    "adam": keras.optimizers.Adam,
    "nadam": keras.optimizers.Nadam,
    "adadelta": keras.optimizers.Adadelta,
    "rmsprop": keras.optimizers.RMSprop,
    "sgd": keras.optimizers.SGD,
}


def make_optimizer(training: Training, steps_per_epoch: int) -> keras.optimizers.Optimizer:
    """The optimizer, its learning rate as the schedule says, counted in steps over the recipe's epochs."""
    rate: Any = training.learning_rate
    steps = training.epochs * steps_per_epoch
    if training.schedule == "cosine":
        rate = keras.optimizers.schedules.CosineDecay(rate, steps, alpha=FINAL_RATE_SHARE)
    elif training.schedule == "restarts":
        first = -(-steps // RESTART_PARTS)
        rate = keras.optimizers.schedules.CosineDecayRestarts(rate, first, m_mul=RESTART_SHARE, alpha=FINAL_RATE_SHARE)
    return MAKERS[training.optimizer](learning_rate=rate)
