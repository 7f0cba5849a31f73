"""Examples on their way into compiled steps: raw numbers, gathered some batches at a time, one piece ahead."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from ae_workbench.data.dataset import Scaling, Split
from ae_workbench.engine.buffers import Buffer, Buffers, Content
from ae_workbench.engine.sparse_inputs import SparseInputs, sufficing_last

BUFFER_BYTES = 32_000_000
"""With half of them all steps together took 1 to 4 % longer, with two or four times as many as long."""
MOST_STEPS = 512
CALL_SECONDS = 0.085
"""With 0.045 all steps together took 3 to 7 % longer than with 0.07; curves are to go on ten times a second, a stop to come in 0.2 s."""
FIXED_NOISE = -(2**30)  # counter of splits in fixed order: the same noise each time, and never that of a training step


@dataclass(frozen=True)
class Piece:
    """Steps ``first`` to ``last`` of a buffer: ``arrays`` are (steps, batch, …), of which ``count`` rows are real.

    The first, raw examples (steps, batch, *dims), is what the model is asked for; pairs have a second, what it sees in its place. Where a
    batch's examples were rearranged a last one, int32 (steps, batch), has the rows that they had before. ``counter``
    is the number of steps taken before this buffer, from which its random numbers follow; ``done`` counts this epoch's steps.
    ``numbers``, int32 (4,), are count, first, last and counter.
    """

    arrays: tuple[Any, ...]
    numbers: Any
    done: int


class Feed:
    """One split, batch by batch. Shuffled anew each epoch from (seed, epoch), or in order where ``seed`` is none.

    With ``inputs`` the model sees the examples' numbers in that order, and shuffled batches end with examples that do with the common ones.

    Buffers are filled on a second thread while the first computes. How many steps go into one compiled call follows
    from how long they take, so that a call lasts about ``CALL_SECONDS`` and a stop is never far away.
    """

    def __init__(
        self, split: Split, batch_size: int, scaling: Scaling, seed: int | None = None, inputs: SparseInputs | None = None
    ) -> None:
        split = split if inputs is None else inputs.seen(split)
        self._split = split
        self._seed = seed
        self._inputs = inputs
        self.scaling = scaling
        self.batch_size = min(batch_size, len(split))
        self.steps = -(-len(split) // self.batch_size)
        self._halves = (split.examples,) if split.noisy is None else (split.examples, split.noisy)
        row_bytes = sum(half[0].nbytes for half in self._halves)
        self._buffer_steps = max(1, min(self.steps, MOST_STEPS, BUFFER_BYTES // (row_bytes * self.batch_size)))
        self._buffers = Buffers(self.layout)
        self._order = 0, np.arange(0), np.arange(0)
        self.epoch = 0
        self._asked = 0
        self._seconds_per_step = 0.0

    @property
    def layout(self) -> tuple[tuple[tuple[int, ...], str], ...]:
        """Shape and type of each array of a piece's buffer."""
        rows = (self._buffer_steps, self.batch_size)
        examples = tuple(((*rows, *half.shape[1:]), half.dtype.str) for half in self._halves)
        return examples if self._inputs is None else (*examples, (rows, np.dtype(np.int32).str))

    def blank(self) -> Piece:
        """A piece like the others, without a step to take."""
        return _piece(self._buffers.any.tensors, 0, 0, 0, 0, 0)

    def pieces(self) -> Iterator[Piece]:
        """The pieces of the next epoch; say of each how long its steps ``took``."""
        self.epoch += 1
        order, next_order = (0, 0) if self._seed is None else (self.epoch, self.epoch + 1)
        before = FIXED_NOISE if self._seed is None else (self.epoch - 1) * self.steps
        for start in range(0, self.steps, self._buffer_steps):
            end = start + self._buffer_steps
            following = (order, end) if end < self.steps else (next_order, 0)
            arrays, count = self._buffers.take(self._gather, (order, start), following)
            yield from self._calls(arrays, count, start, before)

    def took(self, seconds: float) -> None:
        """How long the steps of the last piece took. A call that was disturbed makes the next one shorter, but not by much."""
        seconds_per_step = seconds / self._asked
        known = self._seconds_per_step
        self._seconds_per_step = min(seconds_per_step, 1.5 * known) if known else seconds_per_step

    def __enter__(self) -> "Feed":
        return self

    def __exit__(self, *error: object) -> None:
        self._buffers.close()

    def _calls(self, arrays: tuple[Any, ...], count: int, start: int, before: int) -> Iterator[Piece]:
        steps = -(-count // self.batch_size)
        first = 0
        while first < steps:
            self._asked = self._next_call(steps - first)
            last = first + self._asked
            yield _piece(arrays, count, first, last, before + start, start + last)
            first = last

    def _gather(self, buffer: Buffer, content: Content) -> int:
        """The examples of an order (an epoch's, or 0 for as they are) from a step on; gives their number."""
        order, start = content
        rows = slice(start * self.batch_size, min(len(self._split), (start + self._buffer_steps) * self.batch_size))
        count = rows.stop - rows.start
        for half, array in zip(self._halves, buffer.arrays[: len(self._halves)], strict=True):
            target = array.reshape(-1, *half.shape[1:])
            target[count:] = 0
            if order:
                np.take(half, self._shuffled(order)[0][rows], axis=0, out=target[:count], mode="clip")
            else:
                target[:count] = half[rows]
        if self._inputs is not None:
            places = buffer.arrays[-1].reshape(-1)
            places[count:] = 0
            places[:count] = self._shuffled(order)[1][rows] if order else np.arange(count) % self.batch_size
        return count

    def _shuffled(self, epoch: int) -> tuple[NDArray, NDArray]:
        """An epoch's order, and the rows of the batches that its examples had before they were rearranged."""
        if self._order[0] != epoch:
            assert self._seed is not None
            order = places = np.random.default_rng((self._seed, epoch)).permutation(len(self._split))
            if self._inputs is not None:
                order, places = sufficing_last(order, self._inputs.suffices, self.batch_size)
            self._order = epoch, order, places
        return self._order[1:]

    def _next_call(self, left: int) -> int:
        """Steps of the next call. What is left of a buffer is shared out evenly: each call costs some milliseconds besides its steps."""
        most = max(1, int(CALL_SECONDS / self._seconds_per_step)) if self._seconds_per_step else 1
        calls = -(-left // most)
        return -(-left // calls)


def _piece(arrays: tuple[Any, ...], count: int, first: int, last: int, counter: int, done: int) -> Piece:
    return Piece(arrays, tf.constant((count, first, last, counter)), done)
