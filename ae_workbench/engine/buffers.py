"""Two buffers that are filled in turn on a second thread, one ahead, and read by compiled steps where they are."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from math import prod
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

ALIGNMENT = 64
Layout = Sequence[tuple[tuple[int, ...], str]]
Content = tuple[int, int]


class Buffer:
    """Arrays that examples are gathered into, and the same memory as tensors: making a copy would hold Python's lock."""

    def __init__(self, layout: Layout) -> None:
        self.arrays = tuple(_aligned(shape, kind) for shape, kind in layout)
        self.tensors = tuple(tf.experimental.dlpack.from_dlpack(array.__dlpack__()) for array in self.arrays)


def _aligned(shape: tuple[int, ...], kind: str) -> NDArray:
    """Zeros where TensorFlow would put a tensor."""
    size = prod(shape) * np.dtype(kind).itemsize
    memory = np.zeros(size + ALIGNMENT, np.uint8)
    start = -memory.ctypes.data % ALIGNMENT
    return memory[start : start + size].view(kind).reshape(shape)


Fill = Callable[[Buffer, Content], int]
"""Puts what a content is called by into a buffer, and gives the number of its examples."""
Filled = tuple[tuple[Any, ...], int]


class Buffers:
    """Made once for many contents: on a thread of its own, new memory takes three times as long as what is gathered into it."""

    def __init__(self, layout: Layout) -> None:
        self._both = Buffer(layout), Buffer(layout)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="feed")
        self._ahead: tuple[Content, Future[Filled]] | None = None
        self._turn = 0

    @property
    def any(self) -> Buffer:
        """One of the two, for its shape."""
        return self._both[0]

    def take(self, fill: Fill, content: Content, following: Content) -> Filled:
        """Tensors with this content, valid until the next is taken, and their number of examples; begins with what follows."""
        if self._ahead is None or self._ahead[0] != content:
            self._begin(fill, content)
        assert self._ahead is not None
        filled = self._ahead[1].result()
        if following != content:
            self._begin(fill, following)
        return filled

    def close(self) -> None:
        """End the thread."""
        self._pool.shutdown(cancel_futures=True)

    def _begin(self, fill: Fill, content: Content) -> None:
        buffer = self._both[self._turn]
        self._turn = 1 - self._turn
        self._ahead = content, self._pool.submit(lambda: (buffer.tensors, fill(buffer, content)))
