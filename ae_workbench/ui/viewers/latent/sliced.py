"""Long work for the codec thread in slices, so that a pointer that moves meanwhile is served between two of them."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from time import perf_counter
from typing import Any

SLICE_SECONDS = 0.004
FEWEST_ROWS, FIRST_ROWS, MOST_ROWS = 16, 64, 1024


class Pace:
    """How many rows to work on at once so that it takes about a slice: more or fewer, as the last ones took. Each is timed by ``with``."""

    def __init__(self) -> None:
        self.rows = FIRST_ROWS
        self._began = 0.0

    def __enter__(self) -> None:
        self._began = perf_counter()

    def __exit__(self, *error: object) -> None:
        fitting = self.rows * SLICE_SECONDS / max(perf_counter() - self._began, 1e-6)
        self.rows = round(min(max(fitting, self.rows / 2, FEWEST_ROWS), 2 * self.rows, MOST_ROWS))


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


class Works:
    """The sliced jobs under way, the newest under each name. ``ask(job, name)`` has one slice done."""

    def __init__(self, ask: Callable[[Callable[[], object], str], None]) -> None:
        self._ask = ask
        self._running: dict[str, Sliced] = {}

    def __bool__(self) -> bool:
        return bool(self._running)

    def start(self, name: str, steps: Generator[None, None, Any]) -> None:
        """Begin, in place of an older job of this name."""
        self._running[name] = Sliced(steps)
        self._ask(self._running[name], name)

    def clear(self) -> None:
        """Drop all; what still comes of them is ignored."""
        self._running.clear()

    def take(self, name: str, answer: "Sliced | Finished") -> Finished | None:
        """Go on with a job, or give what it came to; None meanwhile and for a job that was replaced."""
        job = answer if isinstance(answer, Sliced) else answer.job
        if self._running.get(name) is not job:
            return None
        if isinstance(answer, Sliced):
            self._ask(answer, name)
            return None
        del self._running[name]
        return answer
