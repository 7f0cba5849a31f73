"""The runs on disk: find, open, rename, delete and compare them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ae_workbench.export.tables import ENDINGS
from ae_workbench.ui.exporting.context import Shows
from ae_workbench.ui.save_place import ask_place
from ae_workbench.ui.saving import Saver, SaveTable
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.viewers.comparison.jobs import HistoriesJob, ResultsJob, typical_indices
from ae_workbench.ui.viewers.comparison.page import ComparisonPage
from ae_workbench.ui.viewers.run_list.columns import COLUMNS
from ae_workbench.ui.viewers.run_list.jobs import Listing, ListJob
from ae_workbench.ui.viewers.run_list.page import RunListPage
from ae_workbench.ui.viewers.run_list.previews import PreviewsJob
from ae_workbench.ui.viewers.viewer import Table, Viewer
from ae_workbench.ui.workers import CodecThread, SnapshotRequest
from ae_workbench.ui.workspace import Workspace

LIST, PREVIEWS, HISTORIES, RESULTS = "list", "previews", "histories", "results "
FOLDER_SETTLES_MS = 300
BETWEEN_LISTS_MS = 1000
"""Epochs of small data come faster than a thousand runs can be looked through."""


class RunsViewer(Viewer):
    """The list, or the runs of ``workspace.compared`` beside each other. ``told`` and ``refused`` give sentences."""

    told = Signal(str)
    refused = Signal(str)
    key = "runs"

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(workspace, codec, parent)
        self._list_job = ListJob()
        self._training: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._folder_settled = QTimer(self, singleShot=True, interval=FOLDER_SETTLES_MS)
        self._lately = QTimer(self, singleShot=True, interval=BETWEEN_LISTS_MS)
        self._again = False
        self.saver = Saver(codec, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.list_page = RunListPage()
        self.comparison = ComparisonPage()
        self.pages = QStackedWidget(objectName="runs_pages")
        self.pages.addWidget(self.list_page)
        self.pages.addWidget(self.comparison)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(self.pages)

    def _connect(self) -> None:
        page, comparison, workspace = self.list_page, self.comparison, self.workspace
        page.refused.connect(self.refused)
        page.compare_requested.connect(workspace.compare)
        page.previews.wanted.connect(self._ask_previews)
        page.view.itemDelegate().closeEditor.connect(self.invalidate)
        page.files.changed.connect(self._list_now)
        page.files.gone.connect(self._let_go)
        comparison.closed.connect(self._end_comparison)
        comparison.told.connect(self.told)
        self.saver.told.connect(self.told)
        self.saver.refused.connect(self.refused)
        comparison.save_requested.connect(self._ask_where_to_save)
        comparison.grid.picked.connect(workspace.pick)
        workspace.compared_changed.connect(self.invalidate)
        workspace.picked_changed.connect(self._follow_picked)
        workspace.run_changed.connect(self._mark)
        self._lately.timeout.connect(self._list_again)
        self._watcher.directoryChanged.connect(self._folder_settled.start)
        self._folder_settled.timeout.connect(self._list_now)

    # Getting and showing it

    def refresh(self) -> None:
        if self.list_page.view.is_renaming:  # its field would close; refreshed when it does
            self._stale = True
            return
        if self._lately.isActive():
            self._again = True
        else:
            self._lately.start()
            self.ask(self._list_job, LIST)
        self._watch()
        self._mark()
        self._ask_comparison()

    def show_answer(self, what: str, answer: Any) -> None:
        if what == LIST:
            self._show_list(answer)
        elif what == PREVIEWS:
            self.list_page.previews.take(answer)
        elif what == HISTORIES:
            self._show_histories(answer)
        else:
            self.comparison.add_results(answer)

    def show_failure(self, what: str, error: Exception) -> None:
        self.refused.emit(sentence(error))

    def _show_list(self, listing: Listing) -> None:
        if self.list_page.view.is_renaming:
            self._stale = True
            return
        self.list_page.show_list(listing)
        if listing.own or listing.samples or self.workspace.compared:
            self.show_content()
        else:
            what_to_do = self.tr("Press Start: every training is kept here, to be opened, compared and trained further.")
            self.show_empty(self.tr("No runs yet"), what_to_do)

    def recolour(self) -> None:
        self.comparison.grid.set_colour_map(self.workspace.colour_map)

    def table(self) -> Table | None:
        if self.is_comparing:
            return self.comparison.numbers.table()
        found = self.list_page.model.found
        rows = [[*(column.text(run) for column in COLUMNS), str(run.path)] for run in found]
        return ([*(column.key for column in COLUMNS), "folder"], rows) if found else None

    def shows(self) -> Shows:
        chosen = () if self.is_comparing else tuple(run.path for run in self.list_page.view.selected)
        return Shows(runs=chosen if len(chosen) > 1 else ())

    def menu_actions(self) -> Sequence[QAction]:
        return () if self.is_comparing or not self.list_page.view.selected else self.list_page.actions_.menu

    @Slot(object)
    def _ask_previews(self, job: PreviewsJob) -> None:
        self.ask(job, PREVIEWS)

    @Slot()
    def _list_now(self) -> None:
        """Something changed that the person did and wants to see."""
        self._lately.stop()
        self.invalidate()

    @Slot()
    def _list_again(self) -> None:
        """Something changed shortly after the last look."""
        if self._again:
            self._again = False
            self.invalidate()

    def _watch(self) -> None:
        home = self._list_job.runs.home
        if str(home) not in self._watcher.directories() and home.is_dir():
            self._watcher.addPath(str(home))

    @property
    def follows_epochs(self) -> bool:
        return self.is_comparing

    # Following

    def set_training(self, path: Path | None) -> None:
        """Which run is being trained."""
        self._training = path
        self._list_now()
        self._mark()

    @Slot()
    def _mark(self) -> None:
        self.list_page.set_marks(self.workspace.run, self._training)

    @Slot(object)
    def _let_go(self, paths: list[Path]) -> None:
        """Deleted runs are neither shown nor compared any more."""
        if self.workspace.run in paths:
            self.workspace.set_run(None)
        self.workspace.compare(tuple(path for path in self.workspace.compared if path not in paths))

    @Slot()
    def _follow_picked(self) -> None:
        """Mark it; one that isn't shown is fetched."""
        picked = self.workspace.picked
        self.comparison.grid.mark(picked)
        if self.is_comparing and all(tile.index != picked for tile in self.comparison.grid.tiles):
            self.invalidate()

    # Comparing

    @property
    def is_comparing(self) -> bool:
        return self.pages.currentWidget() is self.comparison

    @Slot()
    def _end_comparison(self) -> None:
        self.workspace.compare(())

    def _ask_comparison(self) -> None:
        paths = self.workspace.compared
        if bool(paths) != self.is_comparing:
            self.pages.setCurrentIndex(1 if paths else 0)
            (self.comparison.back_button if paths else self.list_page.view).setFocus()
        if paths:
            self.ask(HistoriesJob(paths), HISTORIES)

    def _show_histories(self, runs: tuple[Any, ...]) -> None:
        if tuple(run.path for run in runs) != self.workspace.compared:
            return
        dataset = self.workspace.dataset
        self.comparison.show_runs(runs, dataset)
        if dataset is None:
            return
        indices = typical_indices(dataset.test.labels, len(dataset.test), self.workspace.picked)
        for number, run in enumerate(runs):
            known = self.comparison.results.get(run.path)
            if known is not None and (known.epoch, known.indices) == (run.newest_epoch, indices):
                continue
            if run.shape == dataset.shape and run.newest_epoch is not None:
                self.ask(SnapshotRequest(run.path, run.newest_epoch, ResultsJob(dataset, indices)), f"{RESULTS}{number}")

    @Slot()
    def _ask_where_to_save(self) -> None:
        kinds = self.tr("Table (*.csv);;NumPy arrays (*.npz)")
        path = ask_place(self, self.tr("Save the numbers"), "comparison.csv", kinds, ENDINGS)
        if path is not None:
            self.save_numbers(path)

    def save_numbers(self, path: Path) -> None:
        """Write the comparison's numbers."""
        self.saver.save(SaveTable(path, self.comparison.numbers.table()))
