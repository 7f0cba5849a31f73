"""The steps of the tour: train, drag, draw, compare, export, clean, and a look at every viewer."""

import os
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.engine.cleaning import Kind
from ae_workbench.export.exporters import EXPORTERS, ExportRequest, export
from ae_workbench.export.figures import FIGURES, FigureRequest, write_figure
from ae_workbench.storage.paths import HOME_VARIABLE
from ae_workbench.storage.samples import samples_home
from ae_workbench.ui import theme
from ae_workbench.ui.application import make_application
from ae_workbench.ui.main_window import MainWindow
from ae_workbench.ui.modes.documents.page import DocumentsPage
from ae_workbench.ui.settings import Settings
from ae_workbench.ui.tour.album import Album
from ae_workbench.ui.tour.article import read_the_article
from ae_workbench.ui.tour.hand import drag, leave
from ae_workbench.ui.tour.waiting import LARGE, LOAD_MS, SMALL, TRAIN_MS, TourError, Witness, wait
from ae_workbench.ui.viewers import Viewer
from ae_workbench.ui.viewers.latent_plane import LatentPlaneViewer
from ae_workbench.ui.viewers.pages import Page
from ae_workbench.ui.viewers.reconstructions import ReconstructionsViewer
from ae_workbench.ui.viewers.runs import RunsViewer

EXPORT_MS, CLEAN_MS, CLOSE_MS = 120_000, 60_000, 60_000
SEEN_EPOCHS = 15
"""Of those that the default recipe trains: by then there are curves."""
SEVEN = ((0.25, 0.22), (0.5, 0.2), (0.75, 0.2), (0.6, 0.5), (0.45, 0.85))
ACROSS = ((0.2, 0.3), (0.7, 0.35), (0.6, 0.7), (0.35, 0.6))
SAMPLE = "variational"
PICKED = 3
EXPORTED = ("script", "onnx", "codes")


class Tour:
    """One session in a window of its own; what it shows is in ``album``."""

    def __init__(self, out: Path, settings: Settings) -> None:
        self.album = Album(out)
        self.app = make_application()
        settings.scheme = "light"
        theme.apply(self.app, settings.scheme)
        self.window = MainWindow(settings, find_sample=lambda: None)
        self.witness = Witness(self.window)

    def run(self) -> None:
        """Every step. Raises ``WorkbenchError`` where one takes too long or fails."""
        self._start()
        self._train()
        self._drag_on_the_plane()
        self._draw()
        self._compare()
        self._export()
        self._clean()
        read_the_article(self.window, self.album)
        self._look_at_all()

    def close(self) -> None:
        """Close the window and wait for its threads."""
        self.window.close()
        wait(self.window.closed, lambda: self.window.closing.is_done, CLOSE_MS, "Closing")

    # Steps

    def _start(self) -> None:
        window = self.window
        self.album.begin("Start", "The window is there before TensorFlow is; the designer, the data and the plan work at once.")
        window.resize(SMALL)
        window.show()
        wait(window.workspace.dataset_changed, lambda: window.workspace.dataset is not None, LOAD_MS, "The data")
        wait(window.codec.answered, lambda: self._page is not None, LOAD_MS, "The first examples")
        self.album.picture("01-start", window, "At the start")
        wait(window.engine.thread_.finished, window.engine.thread_.isFinished, LOAD_MS, "TensorFlow")

    def _train(self) -> None:
        window, happened = self.window, self.window.trainer.happened
        self.album.begin("Train", "The default recipe on the built-in digits, from one press of Start.")
        window.training.start_button.click()
        wait(happened, lambda: self.witness.epochs >= SEEN_EPOCHS or self._ended, TRAIN_MS, "The first epochs")
        self.album.picture("02-training", window, "While it learns")
        wait(happened, lambda: self._ended, TRAIN_MS, "The training")
        ended = self.witness.ended
        if ended is None or ended.outcome != "finished":
            raise TourError(f"The training didn't finish: {ended}")
        wait(window.codec.answered, self._shows_last_epoch, LOAD_MS, "The reconstructions")
        for scheme in ("light", "dark"):
            window.actions_.schemes[scheme].trigger()
            for size in (SMALL, LARGE):
                window.resize(size)
                self.album.picture(f"03-trained-{scheme}-{size.width()}x{size.height()}", window, f"Trained, {scheme}")
        window.actions_.schemes["light"].trigger()
        window.resize(SMALL)

    def _drag_on_the_plane(self) -> None:
        window = self.window
        self.album.begin("Drag", "A variational sample: dragging on its latent plane decodes what lies under the pointer.")
        window.documents.open_path(samples_home() / SAMPLE)
        viewer = window.centre.viewers["latent_plane"]
        assert isinstance(viewer, LatentPlaneViewer)
        self._show(viewer)
        window.workspace.pick(PICKED)
        plane = viewer.plane
        view = plane.view
        drag(plane, _places(QRectF(view.left, view.top, view.width, view.height), ACROSS))
        wait(viewer.settled, lambda: viewer.is_settled, LOAD_MS, "The decoded point")
        self.album.picture("04-dragged", window, "After a drag over the plane")
        leave(plane)

    def _draw(self) -> None:
        window, canvas = self.window, self.window.canvas
        self.album.begin("Draw", "A seven drawn with the mouse is encoded and decoded while it is drawn, and finds its place on the plane.")
        known = canvas.looking.known_errors.known
        judged: list[bool] = []
        known.connect(lambda: judged.append(True))
        drag(canvas.view, _places(QRectF(canvas.view.place), SEVEN))
        wait(window.codec.answered, self._shows_drawing, LOAD_MS, "The drawing's code")
        wait(known, lambda: bool(judged), LOAD_MS, "The errors of the test images")
        self.album.picture("05-drawn", window, "A drawn seven")

    def _compare(self) -> None:
        window, viewer = self.window, self.window.centre.viewers["runs"]
        assert isinstance(viewer, RunsViewer)
        own = next(iter((self.album.folder / "runs").iterdir()))
        self.album.begin("Compare", "Two runs beside each other: curves, numbers, the same images and the drawing through both.")
        self._show(viewer)
        viewer.list_page.view.select([own, samples_home() / "deep"])
        viewer.list_page.compare_button.click()
        compared = viewer.comparison
        wait(window.codec.answered, lambda: len(compared.results) == 2 and viewer.is_settled, LOAD_MS, "The comparison")
        self.album.picture("06-compared", window, "Two runs compared")
        window.workspace.compare(())

    def _export(self) -> None:
        folder = self.album.folder / "exports"
        folder.mkdir(exist_ok=True)
        self.album.begin("Export", "Figures, a Keras script, an ONNX model and codes, as File ▸ Export writes them.")
        self.window.codec.ask("tour", lambda: _write_exports(folder))
        wait(self.window.codec.answered, lambda: "tour" in self.witness.answers, EXPORT_MS, "The exports")
        answer = self.witness.answers["tour"]
        if isinstance(answer, BaseException):
            raise TourError(f"The exports failed: {answer}")
        for path in sorted(folder.iterdir()):
            self.album.add(path, path.name)

    def _clean(self) -> None:
        window = self.window
        self.album.begin("Clean", "A stained page and a noisy sound through the runs that ship for them; the handle is dragged over both.")
        window.modes.show("documents")
        page = window.modes.page
        assert isinstance(page, DocumentsPage)
        kinds: tuple[Kind, ...] = ("pages", "sounds")
        for kind in kinds:
            page.open_sample(kind)
            wait(page.desk.result_changed, partial(page.desk.shows_result_of, kind), CLEAN_MS, f"Cleaning {kind}")
            view = page.view
            drag(view, [QPointF(view.handle_x, view.height() / 2), QPointF(0.35 * view.width(), view.height() / 2)])
            self.album.picture(f"06-clean-{kind}", window, f"Before and after: {kind}")
        window.modes.show_workbench()

    def _look_at_all(self) -> None:
        """Every viewer with the sample and the drawing, in both schemes and sizes."""
        window = self.window
        for scheme, size in (("light", SMALL), ("dark", SMALL), ("light", LARGE), ("dark", LARGE)):
            self.album.begin(f"Every viewer, {scheme}, {size.width()}×{size.height()}", "The variational sample.")
            window.actions_.schemes[scheme].trigger()
            window.resize(size)
            for name, viewer in window.centre.viewers.items():
                self._show(viewer)
                self.album.picture(f"08-{name}-{scheme}-{size.width()}x{size.height()}", window, viewer.accessibleName() or name)

    # What is there

    def _show(self, viewer: Viewer) -> None:
        """Bring a viewer to the front and wait until it shows what it should."""
        self.window.centre.tabs.setCurrentWidget(viewer)
        wait(viewer.settled, lambda: viewer.is_settled, LOAD_MS, viewer.key)

    @property
    def _page(self) -> Page | None:
        viewer = self.window.centre.viewers["reconstructions"]
        return viewer.page if isinstance(viewer, ReconstructionsViewer) else None

    @property
    def _ended(self) -> bool:
        return self.witness.ended is not None

    def _shows_last_epoch(self) -> bool:
        return self._page is not None and self._page.epoch == self.window.workspace.newest_epoch

    def _shows_drawing(self) -> bool:
        canvas = self.window.canvas
        return canvas.results.answer is not None and canvas.results.answer.number == canvas.looking.asked


def _places(rectangle: QRectF, shares: Sequence[tuple[float, float]]) -> list[QPointF]:
    return [QPointF(rectangle.left() + x * rectangle.width(), rectangle.top() + y * rectangle.height()) for x, y in shares]


def _write_exports(folder: Path) -> None:
    """All figures of one run and some exports, through the functions that window and command line use."""
    sample = samples_home() / SAMPLE
    for kind in FIGURES:
        runs = (sample, samples_home() / "simple") if kind.compares else (sample,)
        write_figure(kind, FigureRequest(runs, folder / f"{kind.key}.png", dpi=100))
    for key in EXPORTED:
        exporter = EXPORTERS[key]
        export(exporter, ExportRequest(sample, folder / f"{key}{exporter.suffixes[0]}"))


def run_tour(out: Path) -> int:
    """A session in the real window; pictures, exports, ``index.html`` and the run go to ``out``. Gives the exit code."""
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
    for path in tour.album.written:
        print(path)
    if code == 0:
        print(tour.album.write_page())
    return code
