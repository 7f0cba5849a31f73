"""Ctrl-C while something long runs: it is asked to stop, and keeps what it has."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol


class Stoppable(Protocol):
    """What can be asked to stop."""

    def request_stop(self) -> None: ...


@contextmanager
def interrupt_stops(session: Stoppable) -> Iterator[Callable[[], bool]]:
    """Ctrl-C, or a request to end, asks the session to stop, so that it keeps what it has; a second one is not waited for."""
    interrupted = False

    def stop(number: int, frame: Any) -> None:
        nonlocal interrupted
        interrupted = True
        session.request_stop()
        signal.signal(number, signal.default_int_handler)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: interrupted
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
