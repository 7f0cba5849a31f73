"""Import TensorFlow and Keras without what nobody here needs of them: lines on the process's error output, and half of their guests."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.abc import MetaPathFinder
from logging import ERROR
from threading import Lock, get_ident

STDERR = 2
GUESTS = ("matplotlib", "sklearn")
"""Keras 3.15 imports them for its galleries of images and its scikit-learn wrappers, with most of SciPy: a third of its own import's time.
It does without them where they aren't installed."""


def import_keras_quietly() -> None:
    """Import TensorFlow and Keras; what they write to file descriptor 2 meanwhile is dropped.

    TensorFlow 2.21 writes lines before its log level counts.
    """
    with dropped_stderr(), left_out(*GUESTS):
        import keras  # noqa: F401
        import tensorflow as tf

        tf.constant(0)
        tf.get_logger().setLevel(ERROR)  # it warns of each new model's compiled steps as of a function that is compiled again and again


class _Drop:
    """Sends file descriptor 2 nowhere as long as one thread or more want it so."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._wanted = 0
        self._kept: int | None = None

    def begin(self) -> None:
        with self._lock:
            self._wanted += 1
            if self._wanted > 1:
                return
            with suppress(OSError):  # a windowed program has no error output
                self._kept = os.dup(STDERR)
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, STDERR)
                os.close(nowhere)

    def end(self) -> None:
        with self._lock:
            self._wanted -= 1
            if self._wanted or self._kept is None:
                return
            os.dup2(self._kept, STDERR)
            os.close(self._kept)
            self._kept = None


_drop = _Drop()


@contextmanager
def dropped_stderr() -> Iterator[None]:
    """What anything, C++ included, writes to file descriptor 2 meanwhile is dropped."""
    _drop.begin()
    try:
        yield
    finally:
        _drop.end()


@contextmanager
def left_out(*packages: str) -> Iterator[None]:
    """For imports by this thread, and by no other, these packages aren't installed meanwhile, unless they are imported already."""
    absence = _Absence(packages)
    sys.meta_path.insert(0, absence)
    try:
        yield
    finally:  # a new list: another thread may be going through this one
        sys.meta_path = [finder for finder in sys.meta_path if finder is not absence]


class _Absence(MetaPathFinder):
    def __init__(self, packages: tuple[str, ...]) -> None:
        self._packages, self._thread = packages, get_ident()

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if get_ident() == self._thread and name.partition(".")[0] in self._packages:
            raise ModuleNotFoundError(name=name)
