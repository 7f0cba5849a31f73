"""Event files for TensorBoard."""

from collections.abc import Mapping

import keras


class EventFiles(keras.callbacks.TensorBoard):
    """As Keras writes them, but an epoch's step is its number here: Keras counts from 0, which is the untrained model."""

    def on_epoch_end(self, epoch: int, logs: Mapping[str, float] | None = None) -> None:
        super().on_epoch_end(epoch + 1, logs)
