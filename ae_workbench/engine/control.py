"""Stop, pause and go on, asked from any thread and obeyed by the one that trains."""

from pathlib import Path
from threading import Condition


class Control:
    """Requests to a running training. All methods are thread-safe and return at once, except those that wait."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._stop = False
        self._paused = False
        self._pause_after_epoch = False
        self._answers: list[Path | None] = []

    def request_stop(self) -> None:
        """Stop at the next look, paused or not."""
        with self._changed:
            self._stop = True
            self._changed.notify_all()

    def pause(self) -> None:
        """Wait at the next look."""
        with self._changed:
            self._paused = True

    def resume(self) -> None:
        """Go on."""
        with self._changed:
            self._paused = self._pause_after_epoch = False
            self._changed.notify_all()

    def step_epoch(self) -> None:
        """Go on to the end of an epoch, then pause."""
        with self._changed:
            self._paused, self._pause_after_epoch = False, True
            self._changed.notify_all()

    def save_in(self, folder: Path) -> None:
        """Go on with the run in a new folder inside this one, after its own could not be written."""
        self._answer(folder)

    def try_again(self) -> None:
        """Write once more where it could not be written."""
        self._answer(None)

    def _answer(self, folder: Path | None) -> None:
        with self._changed:
            self._answers.append(folder)
            self._changed.notify_all()

    def epoch_ended(self) -> None:
        """Called by the training: pauses if it was asked for one epoch."""
        with self._changed:
            if self._pause_after_epoch:
                self._paused, self._pause_after_epoch = True, False

    @property
    def stopped(self) -> bool:
        return self._stop

    @property
    def paused(self) -> bool:
        return self._paused

    def wait_while_paused(self) -> None:
        """Block until resumed or stopped."""
        with self._changed:
            self._changed.wait_for(lambda: self._stop or not self._paused)

    def expect_place(self) -> None:
        """Only answers from now on count: called before anybody is asked."""
        with self._changed:
            self._answers.clear()

    def wait_for_place(self) -> Path | None:
        """Block until a folder is given, or None to try again; a stop also ends the wait, so look at ``stopped`` first."""
        with self._changed:
            self._changed.wait_for(lambda: self._stop or bool(self._answers))
            return self._answers[-1] if self._answers else None
