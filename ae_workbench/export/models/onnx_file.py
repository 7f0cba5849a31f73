"""A model as ONNX, for onnxruntime and everything else that reads it. Written from the weights; TensorFlow isn't needed."""

import json

from ae_workbench import __version__
from ae_workbench.export.exporter import PARTS, Exporter, ExportRequest
from ae_workbench.export.models.ends import ENDS, stored_steps
from ae_workbench.export.models.scaling import scaling_facts
from ae_workbench.export.whole import written_whole
from ae_workbench.storage.run_folder import RunFolder


def write(request: ExportRequest) -> None:
    request.progress(-1.0, "Building the model")
    from onnx import checker, helper

    from ae_workbench.export.onnx_graph import onnx_model

    model = onnx_model(stored_steps(request), request.part, *ENDS[request.part])
    model.producer_name, model.producer_version = "AE Workbench", __version__
    helper.set_model_props(model, _facts(request))
    checker.check_model(model, full_check=True)
    with written_whole(request.out) as path:
        path.write_bytes(model.SerializeToString())


def _facts(request: ExportRequest) -> dict[str, str]:
    """What one has to know to feed the model: it takes (value − offset) × scale."""
    run = RunFolder.open(request.run)
    return {
        "variant": run.recipe.variant,
        "part": request.part,
        "epoch": str(request.stored_epoch),
        "data": run.facts.data_name,
        **{name: json.dumps(values) for name, values in scaling_facts(run).items()},
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
