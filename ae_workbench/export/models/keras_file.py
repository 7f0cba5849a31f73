"""A model as Keras's own file, which ``keras.saving.load_model`` opens."""

from ae_workbench.export.exporter import PARTS, Exporter, ExportRequest
from ae_workbench.export.models.scaling import files_beside, write_scaling
from ae_workbench.export.models.starting import start_tensorflow
from ae_workbench.export.whole import written_whole


def write(request: ExportRequest) -> None:
    start_tensorflow(request.progress)
    from ae_workbench.engine.exporting import inference_model

    model = inference_model(request.run, request.stored_epoch, request.part)
    with written_whole(request.out) as path:
        model.save(path)
        write_scaling(request)


EXPORTER = Exporter(
    "keras",
    "Keras model",
    "One .keras file with layers and weights, to load with keras.saving.load_model. Stock layers only: it needs nothing of this program.",
    "models",
    (".keras",),
    write,
    PARTS,
    beside=files_beside,
)
