"""Examples on their way into compiled steps: raw numbers, gathered some batches at a time, one piece ahead."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from ae_workbench.data.dataset import Scaling, Split

BUFFER_BYTES = 8_000_000
MOST_STEPS = 512
CALL_SECONDS = 0.04
FIXED_NOISE = -(2**30)  # counter of splits in fixed order: the same noise each time, and never that of a training step


@dataclass(frozen=True)
class Piece:
    """Steps ``first`` to ``last`` of a buffer: ``examples`` (steps, batch, *dims) raw, of which ``count`` rows are real.

    ``counter`` is the number of steps taken before this buffer, from which its random numbers follow; ``done`` counts this epoch's steps.
    """

    examples: Any
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
        row_bytes = split.examples[0].nbytes
        self._buffer_steps = max(1, min(self.steps, MOST_STEPS, BUFFER_BYTES // (row_bytes * self.batch_size)))
        self.epoch = 0
        self._seconds_per_step = 0.0

    def pieces(self) -> Iterator[Piece]:
        """The pieces of the next epoch. The time between asking for two pieces is taken as that of the steps of the first."""
        self.epoch += 1
        order = None if self._seed is None else np.random.default_rng((self._seed, self.epoch)).permutation(len(self._split))
        before = FIXED_NOISE if self._seed is None else (self.epoch - 1) * self.steps
        starts = range(0, self.steps, self._buffer_steps)
        with ThreadPoolExecutor(1, thread_name_prefix="feed") as pool:
            ahead: Future = pool.submit(self._gather, order, 0)
            for start in starts:
                examples, count = ahead.result()
                if start + self._buffer_steps < self.steps:
                    ahead = pool.submit(self._gather, order, start + self._buffer_steps)
                yield from self._calls(examples, count, start, before)

    def _calls(self, examples: NDArray, count: int, start: int, before: int) -> Iterator[Piece]:
        on_device = tf.constant(examples)
        steps = -(-count // self.batch_size)
        first = 0
        while first < steps:
            last = min(steps, first + self._steps_per_call())
            began = perf_counter()
            yield Piece(
                on_device, tf.constant(count), tf.constant(first), tf.constant(last), tf.constant(before + start), start + last
            )  # fmt: skip
            self._learn_speed((perf_counter() - began) / (last - first))
            first = last

    def _gather(self, order: NDArray | None, start: int) -> tuple[NDArray, int]:
        examples = self._split.examples
        rows = slice(start * self.batch_size, min(len(examples), (start + self._buffer_steps) * self.batch_size))
        count = rows.stop - rows.start
        buffer = np.zeros((self._buffer_steps * self.batch_size, *examples.shape[1:]), examples.dtype)
        if order is None:
            buffer[:count] = examples[rows]
        else:
            np.take(examples, order[rows], axis=0, out=buffer[:count], mode="clip")
        return buffer.reshape(self._buffer_steps, self.batch_size, *examples.shape[1:]), count

    def _steps_per_call(self) -> int:
        return max(1, int(CALL_SECONDS / self._seconds_per_step)) if self._seconds_per_step else 1

    def _learn_speed(self, seconds_per_step: float) -> None:
        """The faster of the last two: the first call of all is slow because it compiles."""
        known = self._seconds_per_step
        self._seconds_per_step = min(seconds_per_step, 1.5 * known) if known else seconds_per_step
