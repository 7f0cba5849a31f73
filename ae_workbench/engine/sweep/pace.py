"""How far a sweep is, and how long it will still take."""

from collections.abc import Iterable
from time import monotonic

from ae_workbench.core.trials import Trial
from ae_workbench.engine.sweep.events import SweepProgressed


class Pace:
    """Counts whole trials, and of others the epochs they have. Time spent paused doesn't count."""

    def __init__(self) -> None:
        self._began = monotonic()
        self._share_before: float | None = None
        self._paused_at: float | None = None

    def pause(self) -> None:
        self._paused_at = monotonic()

    def resume(self) -> None:
        if self._paused_at is not None:
            self._began += monotonic() - self._paused_at
            self._paused_at = None

    def told(self, done: int, total: int, running: Iterable[Trial]) -> SweepProgressed:
        """``seconds_left`` follows from what was done since the beginning; None before there is anything to judge by."""
        parts = sum(trial.epochs / trial.planned_epochs for trial in running if trial.planned_epochs)
        share = min((done + parts) / total, 1.0) if total else 1.0
        if self._share_before is None:
            self._share_before = share
        gained = share - self._share_before
        now = self._paused_at if self._paused_at is not None else monotonic()
        left = (now - self._began) / gained * (1 - share) if gained > 0 else None
        return SweepProgressed(done, total, share, left)
