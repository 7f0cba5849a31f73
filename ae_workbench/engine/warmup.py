"""The slow part of starting TensorFlow, for a thread that runs while the window is already there."""

from functools import cache
from logging import LogRecord
from threading import RLock

from ae_workbench.engine.quiet import import_keras_quietly

RETRACING = "triggered tf.function retracing"
_importing = RLock()


def import_tensorflow() -> str:
    """Import TensorFlow and Keras and compile something small; gives their versions and the device in words.

    Threads that need them call this first and wait for each other: imported from two threads at once, modules that
    import each other in a circle can be seen half made.
    """
    with _importing:
        return _import_once()


@cache
def _import_once() -> str:
    import_keras_quietly()
    import keras
    import tensorflow as tf

    from ae_workbench.engine import fitting, snapshot  # noqa: F401  what a first training would wait for

    tf.get_logger().addFilter(_is_no_retracing)
    tf.function(lambda x: x + 1.0, autograph=False)(tf.zeros(1))
    devices = tf.config.list_physical_devices("GPU")
    where = f"{len(devices)} GPU" + ("s" if len(devices) > 1 else "") if devices else "CPU"
    return f"TensorFlow {tf.__version__} · Keras {keras.__version__} · {where}"


def _is_no_retracing(record: LogRecord) -> bool:
    """TensorFlow warns where one function is compiled again and again; here every snapshot has one of its own."""
    return RETRACING not in record.getMessage()
