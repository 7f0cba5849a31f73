"""A model for the LiteRT interpreter, from its builtin operations alone and with an open batch size."""

from collections.abc import Callable, Sequence
from functools import singledispatch
from tempfile import TemporaryDirectory
from typing import Any

import tensorflow as tf
from numpy.typing import NDArray

from ae_workbench.core.inference import Step
from ae_workbench.core.layers import LSTM, Layer, UpSampling2D
from ae_workbench.engine.build import to_keras
from ae_workbench.engine.quiet import dropped_stderr

Tensor = Any


def litert_model(steps: Sequence[Step[NDArray]], start: str, end: str) -> bytes:
    """The content of a ``.tflite`` file whose one signature takes ``start`` and gives ``end``, float32 (n, *dims)."""
    module = _Model(steps, start, end)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # only by this way the file gets names for its input and output
        tf.saved_model.save(module, folder, signatures={"serving_default": module.run})
        converter = tf.lite.TFLiteConverter.from_saved_model(folder, signature_keys=["serving_default"])
        with dropped_stderr():  # what the converter complains of, and then works
            return bytes(converter.convert())


class _Model(tf.Module):
    """The steps as one function of constants: variables would need an initialiser, which LiteRT files have no place for."""

    def __init__(self, steps: Sequence[Step[NDArray]], start: str, end: str) -> None:
        super().__init__()
        self._calls = [_call(step.layer, step) for step in steps]
        self._end = end
        self.run = tf.function(self._run, input_signature=[tf.TensorSpec([None, *steps[0].input_dims], name=start)], autograph=False)

    def _run(self, tensor: Tensor) -> dict[str, Tensor]:
        for call in self._calls:
            tensor = call(tensor)
        return {self._end: tensor}


@singledispatch
def _call(layer: Layer, step: Step[NDArray]) -> Callable[[Tensor], Tensor]:
    made = to_keras(layer, lambda: 0, step.name)
    made.build((None, *step.input_dims))
    return lambda x: made.stateless_call([tf.constant(array) for array in step.weights], [], x)[0]


@_call.register
def _(layer: UpSampling2D, step: Step[NDArray]) -> Callable[[Tensor], Tensor]:
    """One operation where Keras has ten."""
    return lambda x: tf.image.resize(x, step.output_dims[:2], "nearest")


@_call.register
def _(layer: LSTM, step: Step[NDArray]) -> Callable[[Tensor], Tensor]:
    """Keras's LSTM as a loop over plain tensors.

    Keras's own loop collects its outputs in a TensorList, which the converter (TensorFlow 2.21) takes only where the batch size is fixed;
    unrolled it makes 900 operations out of 64 time steps.
    """
    kernel, recurrent, bias = step.weights
    timesteps, units = step.input_dims[0], layer.units
    kept = timesteps if layer.return_sequences else 1

    def call(x: Tensor) -> Tensor:
        sums = tf.transpose(x @ kernel + bias, (1, 0, 2))
        rows = tf.shape(x)[0]

        def one_step(time: Tensor, hidden: Tensor, cell: Tensor, outputs: Tensor) -> tuple[Tensor, ...]:
            write, keep, candidate, read = tf.split(tf.gather(sums, time) + hidden @ recurrent, 4, axis=-1)
            cell = tf.sigmoid(keep) * cell + tf.sigmoid(write) * tf.tanh(candidate)
            hidden = tf.sigmoid(read) * tf.tanh(cell)
            if layer.return_sequences:
                outputs = tf.tensor_scatter_nd_update(outputs, [[time]], hidden[None])
            return time + 1, hidden, cell, outputs

        zeros = tf.zeros(tf.stack([rows, units]))
        start = (tf.constant(0), zeros, zeros, tf.zeros(tf.stack([kept, rows, units])))
        shapes = tuple(tf.TensorShape(dims) for dims in ((), (None, units), (None, units), (kept, None, units)))
        ended = tf.while_loop(lambda time, *_: time < timesteps, one_step, start, shapes, parallel_iterations=1)
        if layer.return_sequences:
            return tf.ensure_shape(tf.transpose(ended[3], (1, 0, 2)), (None, timesteps, units))
        return ended[1]

    return call
