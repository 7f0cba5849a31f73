"""Python's garbage collector, kept away from what stays for good."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collections() -> Iterator[None]:
    """Keep the collector away from all objects that there are at the end.

    Modules and a window are hundreds of thousands of them. Looking through all stops every thread, several times while they come and now
    and then for as long as the program runs.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
