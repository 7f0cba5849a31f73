"""Why the shown run gives nothing for some examples, in words."""

from PySide6.QtCore import QCoreApplication

from ae_workbench.core.shape import Shape
from ae_workbench.storage.run_folder import RunFolder


def why_no_output(run: RunFolder, shape: Shape, shown_epoch: int | None) -> str:
    """Why this run makes nothing of examples of this shape yet, or never will; ``shown_epoch`` is None where no weights are stored."""
    if run.facts.shape != shape:
        said = QCoreApplication.translate("missing", "The shown run was trained on data of another shape ({shape}).")
        return said.format(shape=run.facts.shape)
    if shown_epoch is None and (run.facts.outcome or run.newest_record() is not None):
        return QCoreApplication.translate(
            "missing", "This run has no weights any more: bring back its folder “weights”, or press Start to train it anew."
        )
    return QCoreApplication.translate("missing", "Waiting for the model…")
