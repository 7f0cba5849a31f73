"""Manners of a child process: it says nothing, and goes when its parent goes."""

import multiprocessing
import os
import sys
import threading


def be_quiet() -> None:
    """Keras prints a progress bar and TensorFlow greetings, which don't belong into the parent's output; a windowed program has none."""
    nowhere = open(os.devnull, "w")  # noqa: SIM115 — for as long as the child lives
    sys.stdout = sys.stderr = nowhere
    for descriptor in (1, 2):
        os.dup2(nowhere.fileno(), descriptor)


def end_with_parent() -> None:
    """From now on this process ends when its parent does, even where that is killed."""
    threading.Thread(target=_wait_for_end, daemon=True).start()


def _wait_for_end() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
