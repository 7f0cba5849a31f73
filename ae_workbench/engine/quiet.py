"""Import TensorFlow without the lines it writes to the process's error output before its log level counts (TensorFlow 2.21)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

STDERR = 2


def import_keras_quietly() -> None:
    """Import TensorFlow and Keras; what they write to file descriptor 2 meanwhile is dropped."""
    with dropped_stderr():
        import keras  # noqa: F401
        import tensorflow as tf

        tf.constant(0)


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
