"""Errors as sentences for people."""

from PySide6.QtCore import QCoreApplication

from ae_workbench.core.errors import WorkbenchError


def sentence(error: BaseException) -> str:
    """What a person is told: the error's own sentence, or that something unforeseen happened."""
    if isinstance(error, WorkbenchError):
        return str(error)
    unforeseen = QCoreApplication.translate("errors", "Something unforeseen went wrong: {kind}: {error}")
    return unforeseen.format(kind=type(error).__name__, error=error)
