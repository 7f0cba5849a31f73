"""A model as a LiteRT (TensorFlow Lite) file, for phones, browsers and small computers."""

from ae_workbench.export.exporter import PARTS, Exporter, ExportRequest
from ae_workbench.export.models.ends import ENDS, stored_steps
from ae_workbench.export.models.scaling import files_beside, write_scaling
from ae_workbench.export.models.starting import start_tensorflow
from ae_workbench.export.whole import written_whole


def write(request: ExportRequest) -> None:
    layers = stored_steps(request)
    start_tensorflow(request.progress)
    from ae_workbench.engine.litert import litert_model

    with written_whole(request.out) as path:
        path.write_bytes(litert_model(layers, *ENDS[request.part]))
        write_scaling(request)


EXPORTER = Exporter(
    "tflite",
    "LiteRT model",
    "One .tflite file for phones, browsers and small computers. Builtin operations only; resize its input for a batch of any size.",
    "models",
    (".tflite",),
    write,
    PARTS,
    beside=files_beside,
)
