"""Drives the real window through a session and writes a picture of each step."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QSize, QTimer, SignalInstance, Slot
from PySide6.QtWidgets import QApplication, QWidget

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.engine.events import Ended, EpochEnded, Event
from ae_workbench.storage.paths import HOME_VARIABLE
from ae_workbench.storage.samples import samples_home
from ae_workbench.ui import theme
from ae_workbench.ui.application import make_application
from ae_workbench.ui.main_window import MainWindow
from ae_workbench.ui.settings import Settings
from ae_workbench.ui.viewers import Viewer
from ae_workbench.ui.viewers.pages import Page
from ae_workbench.ui.viewers.reconstructions import ReconstructionsViewer
from ae_workbench.ui.workers import SnapshotRequest

LOAD_MS, TRAIN_MS, CLOSE_MS = 20_000, 40_000, 20_000
SMALL, LARGE = QSize(1280, 800), QSize(1920, 1080)
PAIRS = 10
PICKED = 3


class TourError(WorkbenchError):
    """A step took too long."""


class Witness(QObject):
    """Remembers what the window said, so that waiting never misses it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.ended: Ended | None = None
        self.epochs = 0
        self.answers: dict[str, object] = {}
        window.trainer.happened.connect(self._take_event)
        window.codec.answered.connect(self._take_answer)
        window.codec.failed.connect(self._take_answer)

    @Slot(object)
    def _take_event(self, event: Event) -> None:
        if isinstance(event, Ended):
            self.ended = event
        elif isinstance(event, EpochEnded):
            self.epochs = event.epoch

    @Slot(str, object)
    def _take_answer(self, asker: str, answer: object) -> None:
        self.answers[asker] = answer


class Tour:
    """One session; the pictures are in ``written``."""

    def __init__(self, out: Path, settings: Settings) -> None:
        self.out = out
        self.written: list[Path] = []
        self.app = make_application()
        settings.scheme = "light"
        theme.apply(self.app, settings.scheme)
        self.window = MainWindow(settings, find_sample=lambda: None)
        self.witness = Witness(self.window)

    def run(self) -> None:
        """Every step. Raises ``TourError`` where one takes too long or the training fails."""
        window = self.window
        window.resize(SMALL)
        window.show()
        self._wait(window.workspace.dataset_changed, lambda: window.workspace.dataset is not None, LOAD_MS, "The data")
        self._wait(window.codec.answered, lambda: self._page is not None, LOAD_MS, "The first examples")
        self._picture("01-start", window)
        self._wait(window.engine.thread_.finished, window.engine.thread_.isFinished, LOAD_MS, "TensorFlow")
        window.training.start_button.click()
        self._wait(window.trainer.happened, lambda: self.witness.epochs >= 3 or self._ended, TRAIN_MS, "The first epochs")
        self._picture("02-training", window)
        self._wait(window.trainer.happened, lambda: self._ended, TRAIN_MS, "The training")
        self._check_outcome()
        self._wait(window.codec.answered, self._shows_last_epoch, LOAD_MS, "The reconstructions")
        self._pictures_of_all()
        self._write_pairs()
        self._pictures_of_a_sample()

    def close(self) -> None:
        """Close the window and wait for its threads."""
        self.window.close()
        self._wait(self.window.closed, lambda: self.window.closing.is_done, CLOSE_MS, "Closing")

    def _pictures_of_all(self) -> None:
        for scheme in ("light", "dark"):
            self.window.actions_.schemes[scheme].trigger()
            for size in (SMALL, LARGE):
                self.window.resize(size)
                self._picture(f"03-trained-{scheme}-{size.width()}x{size.height()}", self.window)
            for name, panel in {"designer": self.window.designer, "training": self.window.training}.items():
                self._picture(f"04-{name}-{scheme}", panel)
            for name, viewer in self.window.centre.viewers.items():
                self._show(viewer)
                self._picture(f"04-{name}-{scheme}", viewer)

    def _pictures_of_a_sample(self) -> None:
        """The variational sample with a test image picked and on the canvas, through every viewer."""
        window, workspace = self.window, self.window.workspace
        window.documents.open_path(samples_home() / "variational")
        dataset = workspace.dataset
        if dataset is None:
            return
        known: list[bool] = []
        judged = window.canvas.looking.known_errors.known
        judged.connect(lambda: known.append(True))
        workspace.pick(PICKED)
        workspace.send_to_canvas(dataset.scaling.apply(dataset.test.examples[PICKED : PICKED + 1])[0])
        self._wait(judged, lambda: bool(known), LOAD_MS, "The errors of the test images")
        for scheme, size in (("light", SMALL), ("dark", SMALL), ("light", LARGE), ("dark", LARGE)):
            window.actions_.schemes[scheme].trigger()
            window.resize(size)
            for name, viewer in window.centre.viewers.items():
                self._show(viewer)
                self._picture(f"05-{name}-{scheme}-{size.width()}x{size.height()}", window)

    def _show(self, viewer: Viewer) -> None:
        """Bring a viewer to the front and wait until it shows what it should."""
        self.window.centre.tabs.setCurrentWidget(viewer)
        self._wait(viewer.settled, lambda: viewer.is_settled, LOAD_MS, viewer.key)

    def _write_pairs(self) -> None:
        workspace, path = self.window.workspace, self.out / "reconstructions.png"
        dataset, run, epoch = workspace.dataset, workspace.run, workspace.shown_epoch
        if dataset is None or run is None or epoch is None:
            return
        from ae_workbench.export.pairs import write_pairs

        job = SnapshotRequest(run, epoch, lambda snapshot: write_pairs(path, snapshot, dataset.test.first(PAIRS)))
        self.window.codec.ask("tour", job)
        self._wait(self.window.codec.answered, lambda: "tour" in self.witness.answers, LOAD_MS, "The figure")
        self.written.append(path)

    # What is there

    @property
    def _page(self) -> Page | None:
        viewer = self.window.centre.viewers["reconstructions"]
        return viewer.page if isinstance(viewer, ReconstructionsViewer) else None

    @property
    def _ended(self) -> bool:
        return self.witness.ended is not None

    def _shows_last_epoch(self) -> bool:
        return self._page is not None and self._page.epoch == self.window.workspace.newest_epoch

    def _check_outcome(self) -> None:
        ended = self.witness.ended
        if ended is None or ended.outcome != "finished":
            raise TourError(f"The training didn't finish: {ended}")

    # Waiting and drawing

    def _wait(self, signal: SignalInstance, there: Callable[[], bool], timeout_ms: int, what: str) -> None:
        """Until ``there`` says yes, looked at after each ``signal``."""
        loop, timer = QEventLoop(), QTimer(singleShot=True, interval=timeout_ms)
        signal.connect(loop.quit)
        timer.timeout.connect(loop.quit)
        timer.start()
        while not there() and timer.isActive():
            loop.exec()
        timer.stop()
        signal.disconnect(loop.quit)
        if not there():
            raise TourError(f"{what} took longer than {timeout_ms // 1000} s.")

    def _picture(self, name: str, widget: QWidget) -> None:
        QApplication.processEvents()
        path = self.out / f"{name}.png"
        if not widget.grab().save(str(path)):
            raise TourError(f"The picture {path} can't be written.")
        self.written.append(path)


def run_tour(out: Path) -> int:
    """Train the default recipe on the built-in digits in the real window; pictures and the run go to ``out``. Gives the exit code."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        print(f"ae-workbench: No pictures can be kept in {out}: {problem.strerror}.", file=sys.stderr)
        return 2
    os.environ[HOME_VARIABLE] = str(out)
    code = 0
    with tempfile.TemporaryDirectory(prefix="ae-workbench-tour-") as folder:
        tour = Tour(out, Settings(Path(folder)))
        try:
            tour.run()
        except WorkbenchError as problem:
            print(f"ae-workbench: {problem}", file=sys.stderr)
            code = 1
        tour.close()
    for path in tour.written:
        print(path)
    return code
