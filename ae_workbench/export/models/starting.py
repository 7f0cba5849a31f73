"""TensorFlow on demand, for formats that only it can write."""

from ae_workbench.data.source import Progress
from ae_workbench.engine.warmup import import_tensorflow


def start_tensorflow(progress: Progress) -> None:
    """Import TensorFlow if nobody has; takes seconds the first time."""
    progress(-1.0, "Starting TensorFlow")
    import_tensorflow()
    progress(-1.0, "Writing the model")
