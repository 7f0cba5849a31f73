"""What goes into a part of a model and what comes out of it, and its layers with their weights."""

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import RunError, WorkbenchError
from ae_workbench.core.inference import Step, steps
from ae_workbench.export.exporter import ExportRequest, Part
from ae_workbench.storage.run_folder import RunFolder

ENDS: dict[Part, tuple[str, str]] = {
    "whole": ("example", "reconstruction"),
    "encoder": ("example", "code"),
    "decoder": ("code", "reconstruction"),
}
MAX_BYTES = 2_000_000_000  # of a protobuf message and of a flatbuffer


def stored_steps(request: ExportRequest) -> list[Step[NDArray]]:
    """The layers of the part asked for, for a format that keeps them in one message.

    Raises:
        RunError: the weights don't fit the recipe. WorkbenchError: more than such a format can hold.
    """
    run, epoch = RunFolder.open(request.run), request.stored_epoch
    try:
        found = steps(run.plan, [array.astype(np.float32) for array in run.weights(epoch)], request.part)
    except ValueError:
        raise RunError(f"The weights of epoch {epoch} in {run.path} don't fit the run's recipe.") from None
    if sum(array.nbytes for step in found for array in step.weights) > MAX_BYTES:
        raise WorkbenchError("This model is larger than a file of this format can be (2 GB): export it as a Keras model.")
    return found
