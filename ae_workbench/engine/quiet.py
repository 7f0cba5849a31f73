"""Import TensorFlow and Keras without what nobody here needs of them: lines on the process's error output, and half of their guests."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from logging import ERROR
from threading import get_ident

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


@contextmanager
def dropped_stderr() -> Iterator[None]:
    """What anything, C++ included, writes to file descriptor 2 meanwhile is dropped."""
    try:
        kept = os.dup(STDERR)
    except OSError:  # a windowed program has no error output
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, STDERR)
        yield
    finally:
        os.dup2(kept, STDERR)
        os.close(nowhere)
        os.close(kept)


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
