"""A dense layer that leaves out numbers of its input that are zero."""

from enum import Enum
from typing import Any

import keras
import tensorflow as tf
from numpy.typing import NDArray

from ae_workbench.engine.sparse_inputs import SparseInputs

Tensor = Any


class Reads(Enum):
    """The numbers of an input that are multiplied: of one that has no others than zeros there, fewer do."""

    COMMON = "common"
    USED = "used"
    ALL = "all"


class SplitDense(keras.layers.Layer):
    """Like ``keras.layers.Dense`` of vectors in the order of ``inputs``, with its kernel in three parts.

    ``reads`` holds for the calls that follow; set it while a step is traced.
    """

    def __init__(
        self, units: int, activation: str | None, inputs: SparseInputs, initializer: keras.initializers.Initializer, name: str | None = None
    ) -> None:
        super().__init__(name=name)
        self.units = units
        self.reads = Reads.ALL
        self.inputs = inputs
        self._activation = keras.activations.get(activation)
        self._initializer = initializer

    def build(self, vectors_shape: Any) -> None:
        """Kernel and bias begin as those of a dense layer would."""
        kernel = keras.ops.convert_to_numpy(self._initializer((vectors_shape[-1], self.units)))
        parts = zip(("common", "others", "unused"), self.inputs.apart(kernel), strict=True)
        self.common, self.others, self._unused = (self._part(name, rows) for name, rows in parts)
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")

    def _part(self, name: str, rows: NDArray) -> keras.Variable:
        part = self.add_weight(shape=rows.shape, initializer="zeros", trainable=name != "unused", name=name)
        part.assign(rows)
        return part

    def call(self, vectors: Tensor) -> Tensor:
        common, used = self.inputs.common, self.inputs.used
        if self.reads is Reads.ALL:
            product = vectors @ tf.concat([self.common, self.others, self._unused], 0)
        else:
            product = vectors[:, :common] @ self.common
            if self.reads is Reads.USED:
                product += vectors[:, common:used] @ self.others
        return self._activation(product + self.bias)

    def kernel_of(self, common: NDArray, others: NDArray) -> NDArray:
        """A dense layer's kernel with these rows and those that are never learned."""
        return self.inputs.together(common, others, self._unused.numpy())

    def take_kernel(self, kernel: NDArray) -> tuple[NDArray, NDArray]:
        """The two parts of a dense layer's kernel that are learned; the third is kept."""
        common, others, unused = self.inputs.apart(kernel)
        self._unused.assign(unused)
        return common, others

    def compute_output_shape(self, vectors_shape: Any) -> tuple[int | None, int]:
        return (vectors_shape[0], self.units)
