"""What commands print: in any character set, and to whoever may have stopped listening."""

import io
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from errno import EINVAL, EPIPE
from typing import Any, NoReturn, TextIO, TypeVar, cast

from ae_workbench.cli.interrupting import Stoppable

T = TypeVar("T")
NOBODY_READS = {EPIPE, EINVAL} if sys.platform == "win32" else {EPIPE}
"""Windows says of a pipe without a reader that writing isn't valid."""


class Unheard(Exception):
    """Nothing more can be printed. ``why`` is empty where the reader has enough, as ``head`` has."""

    def __init__(self, problem: OSError) -> None:
        self.why = "" if problem.errno in NOBODY_READS else str(problem.strerror or problem)
        super().__init__(f"The output can't be written: {self.why}.")


def print_any_character() -> None:
    """UTF-8 into files and pipes, whatever the system's own encoding is; what a screen can't show is printed as its number."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        is_free = not (sys.stdout.isatty() or "PYTHONIOENCODING" in os.environ)
        sys.stdout.reconfigure(encoding="utf-8" if is_free else None, errors="backslashreplace")


def command_line(*words: str) -> str:
    """A command of this program as it can be pasted into a terminal."""
    return subprocess.list2cmdline(["ae-workbench", *words]) if sys.platform == "win32" else shlex.join(["ae-workbench", *words])


def print_event(event: str, **values: Any) -> None:
    """One JSON object on a line of its own."""
    print(json.dumps({"event": event, **values}, ensure_ascii=False), flush=True)


@contextmanager
def told() -> Iterator[None]:
    """Sees to it that what is printed arrives. Raises ``Unheard`` where it doesn't, also out of ``print``."""
    with redirect_stdout(cast(TextIO, _Output(sys.stdout))):
        try:
            yield
        finally:
            sys.stdout.flush()


class _Output:
    """A stream whose failures are told from those of other files."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError as problem:
            self._end(problem)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError as problem:
            self._end(problem)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _end(self, problem: OSError) -> NoReturn:
        os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())  # or Python would try once more at the end
        raise Unheard(problem) from None


@contextmanager
def shown_by(show: Callable[[T], None], session: Stoppable) -> Iterator[Callable[[T], None]]:
    """Shows events. Once they can't be printed the session is asked to stop, so that it keeps what it has; that is raised at the end."""
    problems: list[Unheard] = []

    def event(happened: T) -> None:
        if problems:
            return
        try:
            show(happened)
        except Unheard as problem:
            problems.append(problem)
            session.request_stop()

    yield event
    if problems:
        raise problems[0]
