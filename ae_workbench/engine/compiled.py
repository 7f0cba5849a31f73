"""A compiled function that is called with arrays."""

from collections.abc import Callable
from typing import Any

import tensorflow as tf
from numpy.typing import NDArray


class Compiled:
    """A function of one tensor, rows of ``dims``; gives arrays.

    Its concrete function is called directly: looking it up by the argument's type, as ``tf.function`` does each time, takes longer than
    one image. Without AutoGraph, which would rewrite Python's loops: there are none, and a bundle has no source code to read.
    """

    def __init__(self, call: Callable[[Any], Any], dims: tuple[int, ...]) -> None:
        rows = tf.TensorSpec([None, *dims])
        self._concrete = tf.function(call, input_signature=[rows], autograph=False).get_concrete_function()

    def __call__(self, rows: NDArray) -> Any:
        found = self._concrete(tf.constant(rows))
        return tuple(part.numpy() for part in found) if isinstance(found, list | tuple) else found.numpy()
