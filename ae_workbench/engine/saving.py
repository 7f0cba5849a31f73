"""What a training keeps: where it can't be written, everything stays in memory until there is a place for it."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from numpy.typing import NDArray

from ae_workbench.core.errors import RunError
from ae_workbench.engine.control import Control
from ae_workbench.engine.events import Event, Moved, Resumed, Unsaved
from ae_workbench.storage.lock import hold
from ae_workbench.storage.problems import save_error
from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from ae_workbench.storage.trash import free_path

Arrays = Sequence[NDArray]


class Saving:
    """Writes into ``run``, which only this program may do until ``release``. ``records`` are its history.

    With ``asks`` a write that fails is told as ``Unsaved`` and waits for the control's answer; without it the training fails.

    Raises:
        RunError: another program holds the run.
    """

    def __init__(self, run: RunFolder, control: Control, emit: Callable[[Event], None], asks: bool) -> None:
        self.run = run
        self._hold = hold(run.path)
        self._control = control
        self._emit = emit
        self._asks = asks
        self.records = run.history()
        self._newest: tuple[EpochRecord, Arrays, Arrays | None] | None = None

    @property
    def last_full_epoch(self) -> int:
        return max((record.epoch for record in self.records if not record.partial), default=0)

    def release(self) -> None:
        """Let others write again."""
        self._hold.release()

    def keep_epoch(self, record: EpochRecord, weights: Arrays, optimizer: Arrays | None) -> None:
        """Write one epoch. Raises as ``write`` does."""
        self.write(lambda run: run.add_epoch(record, weights, optimizer))
        self.records = [old for old in self.records if old.epoch < record.epoch] + [record]
        self._newest = record, weights, optimizer

    def write(self, write: Callable[[RunFolder], object]) -> None:
        """Have something written into the run, wherever that is in the end.

        Raises:
            SaveError: it can't be, and nobody gives another place.
        """
        place: Path | None = None
        has_waited = False
        while True:
            try:
                if place is not None:
                    self._move(place)
                    place = None
                write(self.run)
                break
            except OSError as problem:
                error = save_error(place or self.run.path, problem)
            place, has_waited = self._ask(error), True
        if has_waited:
            self._emit(Resumed())

    def _ask(self, error: RunError) -> Path | None:
        """Another place, or None to try the old one again."""
        if not self._asks or self._control.stopped:
            raise error
        self._control.expect_place()
        self._emit(Unsaved(error, self.run.path))
        place = self._control.wait_for_place()
        if self._control.stopped:
            raise error
        return place

    def _move(self, place: Path) -> None:
        """Go on in a folder inside ``place``, with all that can be read of the old one and the newest epoch from memory."""
        new = free_path(place / self.run.path.name)
        newest = self._newest
        try:
            run = self.run.copy_to(new, [record for record in self.records if newest is None or record.epoch < newest[0].epoch])
            if newest is not None:
                run.add_epoch(*newest)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        with suppress(OSError):  # where even that can't be written, the old folder stays as it is
            self.run.end("stopped")
        self._hold.release()
        self._hold = hold(run.path)
        self.run = run
        self._emit(Moved(run.path, self.last_full_epoch))
