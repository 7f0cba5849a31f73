"""What the window is looking at, beside the widgets: data, run, epoch and the picked image."""

from collections.abc import Mapping
from pathlib import Path

from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset, Scaling
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.pace import Pace


class Workspace(QObject):
    """Viewers and panels read this and follow its signals; ``epoch`` is None while the newest one is shown ("live")."""

    dataset_changed = Signal()
    run_changed = Signal()
    epoch_changed = Signal()
    epochs_changed = Signal()
    """The shown run has another newest epoch on disk."""
    snapshot_changed = Signal()
    """Another run or epoch is shown, or the shown run has a newer epoch while live; the latter at the workspace's ``pace``."""
    picked_changed = Signal()
    drawing_changed = Signal()
    """The drawing on the canvas has another code; ``drawing_code`` is None while there is none."""
    sent_to_canvas = Signal(object)
    """An example (float32, *dims, as the model sees it) that the canvas shall take."""
    compared_changed = Signal()
    colour_map_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice: Choice | None = None
        self.dataset: Dataset | None = None
        self.run_folder: RunFolder | None = None
        self.epoch: int | None = None
        self.newest_epoch: int | None = None
        self.newest_metrics: Mapping[str, float] = {}
        self.picked: int | None = None
        self.drawing_code: NDArray | None = None
        self.compared: tuple[Path, ...] = ()
        self.colour_map = "grey"
        self.pace = Pace(self)
        self.pace.due.connect(self.snapshot_changed)

    @property
    def run(self) -> Path | None:
        """The shown run's folder."""
        return self.run_folder.path if self.run_folder else None

    @property
    def shown_epoch(self) -> int | None:
        """The epoch that viewers show; None before anything is stored."""
        return self.newest_epoch if self.epoch is None else self.epoch

    @property
    def run_fits_data(self) -> bool:
        """Whether the shown run can take the examples of the present data."""
        return self.run_folder is not None and self.dataset is not None and self.run_folder.facts.shape == self.dataset.shape

    @property
    def scaling(self) -> Scaling:
        """How the present data's values become what the shown run sees; as the data say where it can't take them."""
        if self.run_folder is not None and self.run_fits_data:
            return self.run_folder.facts.scaling
        return self.dataset.scaling if self.dataset is not None else Scaling()

    def set_dataset(self, choice: Choice, dataset: Dataset) -> None:
        """Show these data, which ``choice`` gave."""
        self.choice, self.dataset, self.picked = choice, dataset, None
        self.dataset_changed.emit()

    def set_run(self, run: RunFolder | None) -> None:
        """Show another run, live."""
        self.run_folder, self.epoch = run, None
        stored = run.epochs() if run else []
        self.newest_epoch, self.newest_metrics = stored[-1] if stored else None, {}
        self.pace.begin()
        self.run_changed.emit()
        self.snapshot_changed.emit()

    def set_epoch(self, epoch: int | None) -> None:
        """Show one stored epoch, or None for the newest as it comes."""
        if epoch != self.epoch:
            self.epoch = epoch
            self.epoch_changed.emit()
            self.snapshot_changed.emit()

    def epoch_stored(self, epoch: int, metrics: Mapping[str, float]) -> None:
        """The shown run has a new newest epoch on disk; without metrics, one that was stored before."""
        self.newest_epoch, self.newest_metrics = epoch, metrics
        self.epochs_changed.emit()
        if self.epoch is None:
            self.pace.ask()

    def pick(self, index: int) -> None:
        """Choose a test image for all viewers."""
        if index != self.picked:
            self.picked = index
            self.picked_changed.emit()

    def set_drawing_code(self, code: NDArray | None) -> None:
        """Tell viewers where the canvas's drawing lies among the codes."""
        self.drawing_code = code
        self.drawing_changed.emit()

    def send_to_canvas(self, example: NDArray) -> None:
        """Have the canvas take an example."""
        self.sent_to_canvas.emit(example)

    def compare(self, runs: tuple[Path, ...]) -> None:
        """Choose the runs that viewers and canvas show beside each other."""
        if runs != self.compared:
            self.compared = runs
            self.compared_changed.emit()

    def set_colour_map(self, name: str) -> None:
        """How grey images are painted, in every viewer."""
        if name != self.colour_map:
            self.colour_map = name
            self.colour_map_changed.emit()
