"""One training from start to end, for window and command line alike. Imports TensorFlow only when it runs."""

from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from ae_workbench.core.errors import RunError, WorkbenchError
from ae_workbench.core.recipe import Recipe
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.control import Control
from ae_workbench.engine.events import Ended, Event, Outcome, Preparing
from ae_workbench.engine.saving import Saving
from ae_workbench.engine.warmup import import_tensorflow
from ae_workbench.storage.problems import SaveError
from ae_workbench.storage.run_folder import RunFolder

Emit = Callable[[Event], None]
Devices = Literal["one", "all"]


class Diverged(Exception):
    """The loss is no longer a finite number; the message is a sentence for people."""


class Session:
    """Trains a recipe in a run folder. A folder that has epochs already is gone on with after its last full one.

    ``until`` is the number of epochs to end at, by default the recipe's. ``tensorboard`` is a folder for event files.
    ``asks_for_place``: where the run can't be written the training tells so and waits for ``save_in`` or ``try_again``; otherwise it fails.
    ``control`` is shared with other sessions that one request stops or pauses.
    ``devices``: "all" shares each batch out over all GPUs of this computer, where it has several.
    """

    def __init__(
        self,
        recipe: Recipe,
        dataset: Dataset,
        run: RunFolder,
        until: int | None = None,
        tensorboard: Path | None = None,
        asks_for_place: bool = False,
        devices: Devices = "one",
        control: Control | None = None,
    ) -> None:
        self.recipe = recipe
        self.dataset = dataset.limited(recipe.limit)
        self.run_folder = run
        self.until = until or recipe.training.epochs
        self.tensorboard = tensorboard
        self.control = control or Control()
        self.devices = devices
        self._asks = asks_for_place

    def request_stop(self) -> None:
        """Stop within 200 ms; the epoch under way is kept as a partial one."""
        self.control.request_stop()

    def pause(self) -> None:
        self.control.pause()

    def resume(self) -> None:
        self.control.resume()

    def step_epoch(self) -> None:
        """Go on for one epoch, then pause."""
        self.control.step_epoch()

    def save_in(self, folder: Path) -> None:
        """After ``Unsaved``: go on with the run in a new folder inside this one."""
        self.control.save_in(folder)

    def try_again(self) -> None:
        """After ``Unsaved``: write once more where it failed."""
        self.control.try_again()

    def run(self, emit: Emit) -> None:
        """Train until done, stopped or failed; ``emit`` is called on this thread and gets exactly one ``Ended``, last."""
        outcome: Outcome = "stopped"  # also of an interruption by the keyboard
        error: Exception | None = None
        saving: Saving | None = None
        try:
            saving = Saving(self.run_folder, self.control, emit, self._asks)
            saving.write(lambda run: run.begin(self.until))
            outcome = self._train(saving, emit)
        except Diverged as failure:
            outcome, error = "diverged", failure
        except Exception as failure:  # thread boundary: handed on, not lost
            outcome, error = "failed", failure
        finally:
            emit(self._ended(saving, outcome, error))

    def _train(self, saving: Saving, emit: Emit) -> Outcome:
        emit(Preparing("importing"))
        import_tensorflow()
        from ae_workbench.engine.fitting import fit

        return "stopped" if self.control.stopped else fit(self, saving, emit)

    def _ended(self, saving: Saving | None, outcome: Outcome, error: Exception | None) -> Ended:
        """Note the end in the run; one that another program holds is left alone."""
        if saving is None:
            return Ended(outcome, 0, error, self.run_folder.path)
        try:
            if isinstance(error, SaveError):  # asked about already
                with suppress(OSError):
                    saving.run.end(outcome)
            else:
                saving.write(lambda run: run.end(outcome))
        except WorkbenchError as problem:
            outcome, error = "failed", error or problem
        finally:
            saving.release()
        self.run_folder = saving.run
        return Ended(outcome, saving.last_full_epoch, error, saving.run.path)


def check_event_files() -> None:
    """Before a run is made that shall write event files. Raises ``RunError`` where the package that writes them isn't installed."""
    if find_spec("tensorboard") is None:
        raise RunError("Event files need the package tensorboard, which isn't installed: pip install tensorboard, or leave the option out.")
