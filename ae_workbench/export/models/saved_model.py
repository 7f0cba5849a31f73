"""A model as TensorFlow's SavedModel, for TensorFlow Serving and every language TensorFlow has."""

from ae_workbench.export.exporter import PARTS, Exporter, ExportRequest
from ae_workbench.export.models.scaling import write_scaling
from ae_workbench.export.models.starting import start_tensorflow
from ae_workbench.export.whole import written_whole


def write(request: ExportRequest) -> None:
    start_tensorflow(request.progress)
    from ae_workbench.engine.exporting import inference_model, write_saved_model

    model = inference_model(request.run, request.stored_epoch, request.part)
    with written_whole(request.out) as path:
        write_saved_model(model, path)
        write_scaling(request, path / "scaling.json")


EXPORTER = Exporter(
    "savedmodel",
    "SavedModel",
    "A folder for tf.saved_model.load, TensorFlow Serving and TensorFlow's other languages. Its function is called “serve”.",
    "models",
    (),
    write,
    PARTS,
)
