"""How a model's input is scaled, for formats that have no place for it: a small JSON file goes with the model."""

import json
from pathlib import Path
from typing import Any

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data.dataset import Scaling
from ae_workbench.export.exporter import ExportRequest
from ae_workbench.storage.atomic import write_text
from ae_workbench.storage.run_folder import RunFolder

OFFSET, SCALE = "input_offset", "input_scale"
HOW = "The model takes (x - input_offset) * input_scale; what it gives is y / input_scale + input_offset in the units of x."


def scaling_facts(run: RunFolder) -> dict[str, tuple[float, ...]]:
    """``input_offset`` and ``input_scale``, one number for each feature or one for all."""
    return {OFFSET: run.facts.scaling.offset, SCALE: run.facts.scaling.scale}


def files_beside(request: ExportRequest) -> tuple[Path, ...]:
    """The file with the scaling; images of 0 to 255, which become [0, 1], need none."""
    return () if RunFolder.open(request.run).facts.scaling == Scaling() else (_place(request),)


def write_scaling(request: ExportRequest, path: Path | None = None) -> None:
    """``NAME_scaling.json`` beside the model, or ``path``; images of 0 to 255, which become [0, 1], need none.

    Raises:
        WorkbenchError: something else has its name.
    """
    run = RunFolder.open(request.run)
    if run.facts.scaling == Scaling():
        return
    path = path or _place(request)
    if path.exists() and not _is_scaling(path):
        raise WorkbenchError(f"{path} is there already and isn't the scaling of a model: choose another name.")
    write_text(path, json.dumps({**scaling_facts(run), "how": HOW}, indent=1) + "\n")


def _place(request: ExportRequest) -> Path:
    return request.out.with_name(f"{request.out.stem}_scaling.json")


def _is_scaling(path: Path) -> bool:
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and {OFFSET, SCALE} <= content.keys()
