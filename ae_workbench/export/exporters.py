"""Everything a run can be written as, in the order of a menu. A new format is one file and one line in the registry."""

from dataclasses import replace
from pathlib import Path

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.registry import Registry
from ae_workbench.export.data import codes, errors, metrics, reconstructions, tsne
from ae_workbench.export.exporter import PARTS, Exporter, ExportRequest, Part
from ae_workbench.export.models import keras_file, litert_file, onnx_file, saved_model
from ae_workbench.export.script import notebook, python_file
from ae_workbench.storage.empty_folder import is_empty
from ae_workbench.storage.place import check_folder_of, check_place, written_to

EXPORTERS: Registry[Exporter] = Registry(
    "export format",
    keras_file.EXPORTER,
    saved_model.EXPORTER,
    onnx_file.EXPORTER,
    litert_file.EXPORTER,
    python_file.EXPORTER,
    notebook.EXPORTER,
    codes.EXPORTER,
    reconstructions.EXPORTER,
    errors.EXPORTER,
    metrics.EXPORTER,
    tsne.EXPORTER,
)


def export(exporter: Exporter, request: ExportRequest) -> None:
    """Write a run in a format, whole or not at all; what is wrong is said before anything slow is imported.

    Raises:
        WorkbenchError: a name with another ending, a part the format hasn't, a folder that is there already, no such run or epoch, or a
            place that can't be written. Cancelled: ``request.progress`` raised it.
    """
    request = check(exporter, request)
    with written_to(request.out):
        exporter.write(request)


def check(exporter: Exporter, request: ExportRequest) -> ExportRequest:
    """The request with its epoch, once everything that can be known quickly is found right. Raises as ``export`` does."""
    with written_to(request.out):
        _check_place(exporter, request.out)
    if exporter.parts and request.part not in exporter.parts:
        raise WorkbenchError(f"{exporter.label} has no part “{request.part}”: choose one of {', '.join(exporter.parts)}.")
    return replace(request, epoch=request.stored_epoch) if exporter.uses_epoch else request


def replaced(exporter: Exporter, request: ExportRequest) -> tuple[Path, ...]:
    """Files that are there already and would be replaced, those beside the one asked for, too. Raises ``RunError``."""
    files = () if exporter.is_folder else (request.out, *exporter.beside(request))
    return tuple(path for path in files if path.exists())


def _check_place(exporter: Exporter, out: Path) -> None:
    if not exporter.is_folder:
        check_place(out, exporter.suffixes)
        return
    check_folder_of(out)
    if out.exists() and (not out.is_dir() or not is_empty(out)):
        raise WorkbenchError(f"{out} is there already: give the name of a folder that is new or empty.")


__all__ = ["EXPORTERS", "PARTS", "ExportRequest", "Exporter", "Part", "check", "export", "replaced"]
