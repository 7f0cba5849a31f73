"""How trainings end, in words."""

from PySide6.QtCore import QCoreApplication

from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

FINISHED_AFTER_ONE = QT_TRANSLATE_NOOP("training", "Finished after 1 epoch.")
OUTCOMES = {
    "finished": (QT_TRANSLATE_NOOP("training", "Finished after {epoch} epochs."), "good"),
    "stopped": (QT_TRANSLATE_NOOP("training", "Stopped. The last full epoch is {epoch}."), "stopped"),
    "early_stopped": (QT_TRANSLATE_NOOP("training", "Stopped early after epoch {epoch}: the validation loss no longer improved."), "good"),
    "diverged": (QT_TRANSLATE_NOOP("training", "Diverged. {error}"), "bad"),
    "failed": (QT_TRANSLATE_NOOP("training", "Failed. {error}"), "bad"),
    "interrupted": (QT_TRANSLATE_NOOP("training", "Interrupted after epoch {epoch}."), "warning"),
}


def said(outcome: str, epoch: int, error: object = None) -> tuple[str, str]:
    """One sentence, and its tone on a status line."""
    text, tone = OUTCOMES[outcome]
    if outcome == "finished" and epoch == 1:
        text = FINISHED_AFTER_ONE
    return QCoreApplication.translate("training", text).format(epoch=epoch, error=error or ""), tone
