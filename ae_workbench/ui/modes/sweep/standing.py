"""How far a sweep is that nobody trains just now."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ae_workbench.core.trials import Trial
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

FINISHED = QT_TRANSLATE_NOOP("SweepHead", "Finished: {done} of {total} trials have ended.")
DIVERGED = QT_TRANSLATE_NOOP("SweepHead", "Finished: {done} of {total} trials have ended; {failed} failed.")
FAILED = QT_TRANSLATE_NOOP(
    "SweepHead", "{done} of {total} trials have ended; {failed} failed. Go on to try again those that didn't diverge."
)
OPEN = QT_TRANSLATE_NOOP("SweepHead", "{done} of {total} trials have ended; go on to train the others.")
OPEN_FAILED = QT_TRANSLATE_NOOP("SweepHead", "{done} of {total} trials have ended; {failed} failed. Go on to train the others.")


@dataclass(frozen=True)
class Standing:
    """Of ``total`` trials ``done`` have ended, ``failed`` of these without a result; ``again`` of those are tried once more."""

    done: int = 0
    total: int = 0
    failed: int = 0
    again: int = 0

    @property
    def has_more(self) -> bool:
        """Whether going on would train anything."""
        return self.done - self.again < self.total

    @property
    def share(self) -> float:
        """How much of it is done for good."""
        return (self.done - self.again) / self.total if self.total else 0.0

    @property
    def tone(self) -> str:
        if self.failed:
            return "warning"
        return "stopped" if self.has_more else "good"

    def text(self) -> str:
        """A sentence."""
        if self.done < self.total:
            text = OPEN_FAILED if self.failed else OPEN
        else:
            text = FAILED if self.again else DIVERGED if self.failed else FINISHED
        return QCoreApplication.translate("SweepHead", text).format(done=self.done, total=self.total, failed=self.failed)


def standing_of(trials: Iterable[Trial], total: int) -> Standing:
    """How far a sweep with these trials is."""
    known = list(trials)
    failed = [trial for trial in known if trial.state == "failed"]
    return Standing(sum(trial.has_ended for trial in known), total, len(failed), sum(trial.is_tried_again for trial in failed))
