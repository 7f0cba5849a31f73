"""What a training keeps: where it can't be written, everything stays in memory until there is a place for it."""

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from numpy.typing import NDArray

from ae_workbench.core.errors import RunError
from ae_workbench.engine.control import Control
from ae_workbench.engine.events import EpochEnded, Event, Moved, Resumed, Unsaved
from ae_workbench.storage.history import last_full_epoch
from ae_workbench.storage.lock import hold
from ae_workbench.storage.paths import free_path
from ae_workbench.storage.problems import save_error
from ae_workbench.storage.run_folder import EpochRecord, RunFolder

Arrays = Sequence[NDArray]


@dataclass(frozen=True)
class Epoch:
    """What is kept of one epoch."""

    record: EpochRecord
    weights: Arrays
    optimizer: Arrays | None

    def write(self, run: RunFolder) -> None:
        run.add_epoch(self.record, self.weights, self.optimizer)


class Saving:
    """Writes into ``run``, which only this program may do until ``release``. ``records`` are its history.

    An epoch is written on a second thread while the next one is trained: half of that time is waiting for the disk.

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
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="saving")
        self._written = run.history()
        self._newest: Epoch | None = None
        self._under_way: tuple[Epoch, Future[None]] | None = None

    @property
    def records(self) -> list[EpochRecord]:
        """With that of the epoch that is being written."""
        return _with(self._written, self._under_way[0].record) if self._under_way else self._written

    @property
    def last_full_epoch(self) -> int:
        return last_full_epoch(self.records)

    def release(self) -> None:
        """Let others write again."""
        self._pool.shutdown()
        self._hold.release()

    def keep_epoch(self, record: EpochRecord, weights: Arrays, optimizer: Arrays | None) -> None:
        """Begin to write one epoch, once the one before is written. Raises as ``write`` does."""
        self.settle()
        epoch = Epoch(record, weights, optimizer)
        self._under_way = epoch, self._pool.submit(epoch.write, self.run)

    def look(self) -> None:
        """Tell of an epoch that has been written meanwhile. Raises as ``write`` does."""
        if self._under_way and self._under_way[1].done():
            self.settle()

    def settle(self) -> None:
        """Wait until the epoch that is being written is on disk, and tell of it. Raises as ``write`` does."""
        if self._under_way is None:
            return
        epoch, writing = self._under_way
        problem = writing.exception()
        self._under_way = None
        if isinstance(problem, OSError):
            self._write(epoch.write, problem)
        elif problem is not None:
            raise problem
        record = epoch.record
        self._written = _with(self._written, record)
        self._newest = epoch
        self._emit(EpochEnded(record.epoch, record.seconds, record.metrics, record.partial))

    def write(self, write: Callable[[RunFolder], object]) -> None:
        """Have something written into the run, wherever that is in the end, behind the epoch that is being written.

        Raises:
            SaveError: it can't be, and nobody gives another place.
        """
        self.settle()
        self._write(write)

    def _write(self, write: Callable[[RunFolder], object], problem: OSError | None = None) -> None:
        """``problem`` is why it failed already."""
        place: Path | None = None
        has_waited = False
        while True:
            try:
                if problem is not None:
                    raise problem
                if place is not None:
                    self._move(place)
                    place = None
                write(self.run)
                break
            except OSError as found:
                error = save_error(place or self.run.path, found)
                problem = None
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
        new = free_path(place / self.run.path.name, " ")
        newest = self._newest
        try:
            run = self.run.copy_to(new, [record for record in self._written if newest is None or record.epoch < newest.record.epoch])
            if newest is not None:
                newest.write(run)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        with suppress(OSError):  # where even that can't be written, the old folder stays as it is
            self.run.end("stopped")
        self._hold.release()
        self._hold = hold(run.path)
        self.run = run
        self._emit(Moved(run.path, self.last_full_epoch))


def _with(records: list[EpochRecord], newest: EpochRecord) -> list[EpochRecord]:
    """The history once this record is added."""
    goes_on = not records or records[-1].epoch < newest.epoch
    return [*(records if goes_on else (old for old in records if old.epoch < newest.epoch)), newest]
