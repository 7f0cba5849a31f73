"""The history of a run: a row for each epoch."""

import numpy as np

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.export.data.rows import ENDINGS, write_columns
from ae_workbench.export.exporter import Exporter, ExportRequest
from ae_workbench.storage.run_folder import RunFolder


def write(request: ExportRequest) -> None:
    """``epoch``, ``seconds``, ``partial`` (1 where it was stopped in the middle) and every metric; nothing where an epoch lacks one."""
    records = RunFolder.open(request.run).history()
    if not records:
        raise WorkbenchError(f"The run {request.run} has no history yet: train it for an epoch first.")
    names = dict.fromkeys(name for record in records for name in record.metrics)
    columns = {
        "epoch": np.array([record.epoch for record in records]),
        "seconds": np.array([record.seconds for record in records]),
        "partial": np.array([int(record.partial) for record in records]),
    }
    write_columns(request.out, columns | {name: np.array([record.metrics.get(name, np.nan) for record in records]) for name in names})


EXPORTER = Exporter(
    "metrics",
    "Metrics",
    "Every metric of every epoch, training and validation.",
    "data",
    ENDINGS,
    write,
    uses_epoch=False,
)
