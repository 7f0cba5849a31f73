"""The slow part of starting TensorFlow, for a thread that runs while the window is already there."""

import ctypes
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, RLock

from ae_workbench.core.collecting import no_collections
from ae_workbench.engine.priority import step_back
from ae_workbench.engine.quiet import dropped_stderr, import_keras_quietly

LIBRARIES = ("libtensorflow_framework*", "libtensorflow_cc*", "python/lib_pywrap_tensorflow_common*")
pools_give_way = False
"""Whether TensorFlow's threads give way to the others of this process, said before it is first imported."""
_importing = RLock()
linking = Lock()
"""Held while TensorFlow's libraries are linked."""


def import_tensorflow() -> str:
    """Import TensorFlow and Keras and compile something small; gives their versions and the device in words.

    Threads that need them call this first and wait for each other: imported from two threads at once, modules that
    import each other in a circle can be seen half made.
    """
    with _importing:
        return _import_once()


def wait_while_linked() -> None:
    """For a thread that is about to import something: not while TensorFlow's libraries are linked, see ``_load_libraries``."""
    with linking:
        pass


def is_tensorflow_there() -> bool:
    """Whether nobody waits for it any more."""
    return _import_once.cache_info().currsize > 0


@cache
def _import_once() -> str:
    if not pools_give_way:
        return _import()
    with ThreadPoolExecutor(1, initializer=step_back) as gentle:  # TensorFlow's pools take after the thread that they begin in
        return gentle.submit(_import).result()


def _import() -> str:
    with dropped_stderr(), linking:  # some of them write a line on processors with certain instructions
        _load_libraries()
    with no_collections():
        import_keras_quietly()
        import keras
        import tensorflow as tf

        from ae_workbench.engine import fitting, snapshot  # noqa: F401  what a first training would wait for

        tf.function(lambda x: x + 1.0, autograph=False)(tf.zeros(1))
    devices = tf.config.list_physical_devices("GPU")
    where = f"{len(devices)} GPU" + ("s" if len(devices) > 1 else "") if devices else "CPU"
    return f"TensorFlow {tf.__version__} · Keras {keras.__version__} · {where}"


def _load_libraries() -> None:
    """Load TensorFlow's own libraries without Python's lock, which their import would hold for up to half a second while they are linked.

    Lazily, in half the time: the system's own lock is held meanwhile, and a thread that imports another library waits for it with Python's
    lock in its hand. Where that can't be done (Windows has no ``dlopen``) the import does it.
    """
    found = find_spec("tensorflow")
    if os.name != "posix" or found is None or not found.submodule_search_locations:
        return
    load = ctypes.CDLL(None).dlopen  # called as a foreign function, it lets other threads run; ctypes.CDLL of the library itself doesn't
    load.argtypes, load.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    folder = Path(found.submodule_search_locations[0])
    for pattern in LIBRARIES:
        for path in folder.glob(pattern):
            load(str(path).encode(), os.RTLD_LAZY | os.RTLD_LOCAL)
