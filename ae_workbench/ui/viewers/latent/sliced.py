"""Long work for the codec thread in slices, so that a pointer that moves meanwhile is served between two of them."""

from collections.abc import Generator
from dataclasses import dataclass
from time import perf_counter
from typing import Any

SLICE_SECONDS = 0.02


@dataclass(frozen=True)
class Finished:
    """What a sliced job came to."""

    job: "Sliced"
    result: Any


class Sliced:
    """Each call goes on for about ``SLICE_SECONDS`` and gives ``self`` until the work is done, then ``Finished``.

    The generator is only ever run inside a call, so it belongs to the thread that calls.
    """

    def __init__(self, steps: Generator[None, None, Any]) -> None:
        self._steps = steps

    def __call__(self) -> "Sliced | Finished":
        until = perf_counter() + SLICE_SECONDS
        while True:
            try:
                next(self._steps)
            except StopIteration as end:
                return Finished(self, end.value)
            if perf_counter() >= until:
                return self
