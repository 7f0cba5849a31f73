"""The slow part of starting TensorFlow, for a thread that runs while the window is already there."""


def import_tensorflow() -> str:
    """Import TensorFlow and Keras and compile something small; gives their versions and the device in words."""
    import keras
    import tensorflow as tf

    from ae_workbench.engine import fitting, snapshot  # noqa: F401  what a first training would wait for

    tf.function(lambda x: x + 1.0)(tf.zeros(1))
    devices = tf.config.list_physical_devices("GPU")
    where = f"{len(devices)} GPU" + ("s" if len(devices) > 1 else "") if devices else "CPU"
    return f"TensorFlow {tf.__version__} · Keras {keras.__version__} · {where}"
