"""From what was chosen in the dialog to the functions that the command line calls too."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data.source import Progress
from ae_workbench.export import exporters
from ae_workbench.export.exporters import ExportRequest
from ae_workbench.export.figures import FigureRequest, write_figure
from ae_workbench.export.figures.write import checked
from ae_workbench.ui.exporting.context import ExportContext
from ae_workbench.ui.exporting.items import Item, said
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

Request = ExportRequest | FigureRequest
TOO_FEW = QT_TRANSLATE_NOOP("exports", "A comparison needs two runs or more: select them in the viewer Runs, and press Compare.")
LONGEST_NAME = 80


def check(item: Item, request: Request) -> None:
    """Whether it can be done, as far as can be known quickly. Raises ``WorkbenchError``."""
    if item.exporter is not None and isinstance(request, ExportRequest):
        exporters.check(item.exporter, request)
    elif item.kind is not None and isinstance(request, FigureRequest):
        if item.kind.compares and len(request.runs) < 2:
            raise WorkbenchError(said(TOO_FEW))
        checked(item.kind, request)


def replaced(item: Item, request: Request) -> tuple[Path, ...]:
    """Files that are there already and would be replaced. Raises ``WorkbenchError``."""
    if item.exporter is not None and isinstance(request, ExportRequest):
        return exporters.replaced(item.exporter, request)
    return (request.out,) if request.out.exists() else ()


def work_of(item: Item, request: Request) -> Callable[[Progress], Path]:
    """What the export's thread shall do."""

    def work(progress: Progress) -> Path:
        if item.exporter is not None and isinstance(request, ExportRequest):
            exporters.export(item.exporter, replace(request, progress=progress))
        elif item.kind is not None and isinstance(request, FigureRequest):
            write_figure(item.kind, replace(request, progress=progress))
        return request.out

    return work


def file_name(item: Item, context: ExportContext, epoch: int | None, ending: str) -> str:
    """A name that says what is in the file: ``Variational manifold epoch 80.png``."""
    key = (item.exporter.key if item.exporter else item.kind.key if item.kind else "").replace("_", " ")
    compares = item.kind is not None and item.kind.compares
    words = ["Comparison"] if compares else [context.name] if context.name.lower() == key else [context.name, key]
    if epoch is not None and not compares:
        words.append(f"epoch {epoch}")
    return re.sub(r'[\x00-\x1f<>:"/\\|?*]+', "-", " ".join(words))[:LONGEST_NAME].strip(" .") + ending
