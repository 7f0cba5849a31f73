"""How trainings end, in words."""

from PySide6.QtCore import QCoreApplication

from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

FINISHED_AFTER_ONE = QT_TRANSLATE_NOOP("training", "Finished after 1 epoch.")
STOPPED_WITHIN = (
    QT_TRANSLATE_NOOP("training", "Stopped in the first epoch."),
    QT_TRANSLATE_NOOP("training", "Stopped in epoch 2; 1 epoch is whole."),
    QT_TRANSLATE_NOOP("training", "Stopped in epoch {begun}; {epoch} epochs are whole."),
)
OUTCOMES = {
    "finished": (QT_TRANSLATE_NOOP("training", "Finished after {epoch} epochs."), "good"),
    "stopped": (QT_TRANSLATE_NOOP("training", "Stopped after epoch {epoch}."), "stopped"),
    "early_stopped": (QT_TRANSLATE_NOOP("training", "Stopped early after epoch {epoch}: the validation loss no longer improved."), "good"),
    "diverged": (QT_TRANSLATE_NOOP("training", "Diverged. {error}"), "bad"),
    "failed": (QT_TRANSLATE_NOOP("training", "Failed. {error}"), "bad"),
    "interrupted": (QT_TRANSLATE_NOOP("training", "Interrupted after epoch {epoch}."), "warning"),
}


def said(outcome: str, epoch: int, error: object = None, partial: bool = False) -> tuple[str, str]:
    """One sentence, and its tone on a status line. After the last full ``epoch`` another was begun and kept where it is ``partial``."""
    text, tone = OUTCOMES[outcome]
    if outcome == "finished" and epoch == 1:
        text = FINISHED_AFTER_ONE
    elif outcome == "stopped" and (partial or epoch == 0):
        text = STOPPED_WITHIN[min(epoch, 2)]
    return QCoreApplication.translate("training", text).format(epoch=epoch, begun=epoch + 1, error=error or ""), tone
