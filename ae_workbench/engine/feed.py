"""Examples on their way into compiled steps: raw numbers, gathered some batches at a time, one piece ahead."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from math import prod
from time import perf_counter
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from ae_workbench.data.dataset import Scaling, Split

ALIGNMENT = 64
BUFFER_BYTES = 16_000_000
"""Making a tensor of a buffer holds Python's lock, which the window then waits for: up to 7 ms for so many."""
MOST_STEPS = 512
CALL_SECONDS = 0.07
"""With 0.045 all steps together took 3 to 7 % longer; curves are to go on ten times a second and a stop to come within 200 ms."""
FIXED_NOISE = -(2**30)  # counter of splits in fixed order: the same noise each time, and never that of a training step


@dataclass(frozen=True)
class Piece:
    """Steps ``first`` to ``last`` of a buffer: ``halves`` are arrays (steps, batch, *dims) raw, of which ``count`` rows are real.

    The first half is what the model is asked for; pairs have a second, what it sees in its place. ``counter``
    is the number of steps taken before this buffer, from which its random numbers follow; ``done`` counts this epoch's steps.
    """

    halves: tuple[Any, ...]
    count: Any
    first: Any
    last: Any
    counter: Any
    done: int


class Feed:
    """One split, batch by batch. Shuffled anew each epoch from (seed, epoch), or in order where ``seed`` is none.

    Buffers are filled on a second thread while the first computes. How many steps go into one compiled call follows
    from how long they take, so that a call lasts about ``CALL_SECONDS`` and a stop is never far away.
    """

    def __init__(self, split: Split, batch_size: int, scaling: Scaling, seed: int | None = None) -> None:
        self._split = split
        self._seed = seed
        self.scaling = scaling
        self.batch_size = min(batch_size, len(split))
        self.steps = -(-len(split) // self.batch_size)
        self._halves = (split.examples,) if split.noisy is None else (split.examples, split.noisy)
        row_bytes = sum(half[0].nbytes for half in self._halves)
        self._buffer_steps = max(1, min(self.steps, MOST_STEPS, BUFFER_BYTES // (row_bytes * self.batch_size)))
        self.epoch = 0
        self._seconds_per_step = 0.0

    @property
    def layout(self) -> tuple[tuple[tuple[int, ...], str], ...]:
        """Shape and type of each half of a piece's buffer."""
        return tuple(((self._buffer_steps, self.batch_size, *half.shape[1:]), half.dtype.str) for half in self._halves)

    def blank(self) -> Piece:
        """A piece like the others, without a step to take."""
        return _piece(self._buffers[0].tensors, 0, 0, 0, 0, 0)

    def pieces(self) -> Iterator[Piece]:
        """The pieces of the next epoch. The time between asking for two pieces is taken as that of the steps of the first."""
        self.epoch += 1
        order = None if self._seed is None else np.random.default_rng((self._seed, self.epoch)).permutation(len(self._split))
        before = FIXED_NOISE if self._seed is None else (self.epoch - 1) * self.steps
        starts = range(0, self.steps, self._buffer_steps)
        with ThreadPoolExecutor(1, thread_name_prefix="feed") as pool:
            ahead: Future = pool.submit(self._gather, order, 0)
            for start in starts:
                halves, count = ahead.result()
                if start + self._buffer_steps < self.steps:
                    ahead = pool.submit(self._gather, order, start + self._buffer_steps)
                yield from self._calls(halves, count, start, before)

    def _calls(self, halves: tuple[Any, ...], count: int, start: int, before: int) -> Iterator[Piece]:
        steps = -(-count // self.batch_size)
        first = 0
        while first < steps:
            last = first + self._next_call(steps - first)
            began = perf_counter()
            yield _piece(halves, count, first, last, before + start, start + last)
            self._learn_speed((perf_counter() - began) / (last - first))
            first = last

    def _gather(self, order: NDArray | None, start: int) -> tuple[tuple[Any, ...], int]:
        """Into one of two buffers, in turn: what is gathered is valid until the next but one."""
        rows = slice(start * self.batch_size, min(len(self._split), (start + self._buffer_steps) * self.batch_size))
        buffer = self._buffers[start // self._buffer_steps % 2]
        for half, array in zip(self._halves, buffer.arrays, strict=True):
            self._fill(array.reshape(-1, *half.shape[1:]), half, order, rows)
        return buffer.tensors, rows.stop - rows.start

    @cached_property
    def _buffers(self) -> tuple["_Buffer", "_Buffer"]:
        """Made once: on a thread of its own, new memory takes three times as long as what is gathered into it."""
        return _Buffer(self.layout), _Buffer(self.layout)

    @staticmethod
    def _fill(buffer: NDArray, half: NDArray, order: NDArray | None, rows: slice) -> None:
        count = rows.stop - rows.start
        buffer[count:] = 0
        if order is None:
            buffer[:count] = half[rows]
        else:
            np.take(half, order[rows], axis=0, out=buffer[:count], mode="clip")

    def _next_call(self, left: int) -> int:
        """Steps of the next call. What is left of a buffer is shared out evenly: each call costs some milliseconds besides its steps."""
        most = max(1, int(CALL_SECONDS / self._seconds_per_step)) if self._seconds_per_step else 1
        calls = -(-left // most)
        return -(-left // calls)

    def _learn_speed(self, seconds_per_step: float) -> None:
        """A call that was disturbed makes the next one shorter, but not by much."""
        known = self._seconds_per_step
        self._seconds_per_step = min(seconds_per_step, 1.5 * known) if known else seconds_per_step


class _Buffer:
    """Arrays that examples are gathered into, and the same memory as tensors."""

    def __init__(self, layout: Sequence[tuple[tuple[int, ...], str]]) -> None:
        self.arrays = tuple(_aligned(shape, kind) for shape, kind in layout)
        self.tensors = tuple(tf.experimental.dlpack.from_dlpack(array.__dlpack__()) for array in self.arrays)


def _aligned(shape: tuple[int, ...], kind: str) -> NDArray:
    """Zeros where compiled steps read them without making a copy."""
    size = prod(shape) * np.dtype(kind).itemsize
    memory = np.zeros(size + ALIGNMENT, np.uint8)
    start = -memory.ctypes.data % ALIGNMENT
    return memory[start : start + size].view(kind).reshape(shape)


def _piece(halves: tuple[Any, ...], count: int, first: int, last: int, counter: int, done: int) -> Piece:
    return Piece(halves, tf.constant(count), tf.constant(first), tf.constant(last), tf.constant(counter), done)
