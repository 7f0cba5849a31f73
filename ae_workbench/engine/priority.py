"""Threads that compute for long give way to the one that paints."""

import os
import sys
from contextlib import suppress
from threading import get_native_id

NICE = 5


def step_back() -> None:
    """Lower the calling thread's priority, and that of all threads which it starts from now on: TensorFlow's pools too.

    Only Linux can: elsewhere a process has one niceness, and Qt's priorities don't reach threads that a library starts.
    """
    if sys.platform == "linux":
        with suppress(OSError):  # a sandbox that forbids it
            os.setpriority(os.PRIO_PROCESS, get_native_id(), max(NICE, os.getpriority(os.PRIO_PROCESS, get_native_id())))
