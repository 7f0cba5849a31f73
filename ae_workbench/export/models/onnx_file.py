"""A model as ONNX, for onnxruntime and everything else that reads it. Written from the weights; TensorFlow isn't needed."""

import json

import numpy as np

from ae_workbench import __version__
from ae_workbench.core.errors import RunError, WorkbenchError
from ae_workbench.core.inference import steps
from ae_workbench.export.exporter import PARTS, Exporter, ExportRequest
from ae_workbench.storage.atomic import write_bytes
from ae_workbench.storage.run_folder import RunFolder

MAX_BYTES = 2_000_000_000  # of a protobuf message
ENDS = {"whole": ("example", "reconstruction"), "encoder": ("example", "code"), "decoder": ("code", "reconstruction")}


def write(request: ExportRequest) -> None:
    request.progress(-1.0, "Building the model")
    from onnx import checker, helper

    from ae_workbench.export.onnx_graph import onnx_model

    run = RunFolder.open(request.run)
    weights = [array.astype(np.float32) for array in run.weights(request.stored_epoch)]
    if sum(array.nbytes for array in weights) > MAX_BYTES:
        raise WorkbenchError("This model is larger than an ONNX file can be (2 GB): export it as a Keras model.")
    try:
        layers = steps(run.plan, weights, request.part)
    except ValueError:
        raise RunError(f"The weights of epoch {request.stored_epoch} in {run.path} don't fit the run's recipe.") from None
    model = onnx_model(layers, request.part, *ENDS[request.part])
    model.producer_name, model.producer_version = "AE Workbench", __version__
    helper.set_model_props(model, _facts(run, request))
    checker.check_model(model, full_check=True)
    write_bytes(request.out, model.SerializeToString())


def _facts(run: RunFolder, request: ExportRequest) -> dict[str, str]:
    """What one has to know to feed the model: it takes (value − offset) × scale."""
    scaling = run.facts.scaling
    return {
        "variant": run.recipe.variant,
        "part": request.part,
        "epoch": str(request.stored_epoch),
        "data": run.facts.data_name,
        "input_offset": json.dumps(scaling.offset),
        "input_scale": json.dumps(scaling.scale),
    }


EXPORTER = Exporter(
    "onnx",
    "ONNX model",
    "One .onnx file for onnxruntime and other runtimes and languages. Any batch size; channels last, as in the program.",
    "models",
    (".onnx",),
    write,
    PARTS,
)
