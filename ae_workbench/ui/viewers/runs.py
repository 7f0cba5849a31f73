"""The runs on disk: find, open, rename, delete and compare them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ae_workbench.export.tables import write_table
from ae_workbench.storage import trash
from ae_workbench.storage.runs import RunList, RunSummary
from ae_workbench.storage.samples import is_sample, samples
from ae_workbench.ui import theme
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.viewers.comparison.jobs import HistoriesJob, ResultsJob, typical_indices
from ae_workbench.ui.viewers.comparison.page import ComparisonPage
from ae_workbench.ui.viewers.run_list.actions import RunActions
from ae_workbench.ui.viewers.run_list.columns import COLUMNS, size_text
from ae_workbench.ui.viewers.run_list.files import RunFiles
from ae_workbench.ui.viewers.run_list.model import RunsModel
from ae_workbench.ui.viewers.run_list.previews import Previews, PreviewsJob
from ae_workbench.ui.viewers.run_list.view import RunsView
from ae_workbench.ui.viewers.viewer import Table, Viewer, ViewerKind
from ae_workbench.ui.workers import CodecThread, SnapshotRequest
from ae_workbench.ui.workspace import Workspace

FEWEST_COMPARED, MOST_COMPARED = 2, 6
LIST, PREVIEWS, HISTORIES, RESULTS, SAVED = "list", "previews", "histories", "results ", "saved"
FOLDER_SETTLES_MS = 300
BETWEEN_LISTS_MS = 1000
"""Epochs of small data come faster than a thousand runs can be looked through."""


@dataclass(frozen=True)
class Listing:
    """What is on disk."""

    own: tuple[RunSummary, ...]
    samples: tuple[RunSummary, ...]


class ListJob:
    """Reads the list; the first time in a session it also hands to the system's trash what was deleted in earlier ones."""

    def __init__(self) -> None:
        self.runs = RunList()
        self._has_emptied = False

    def __call__(self) -> Listing:
        if not self._has_emptied:
            self._has_emptied = True
            trash.empty(self.runs.home)
        return Listing(tuple(self.runs.read()), tuple(samples()))


@dataclass(frozen=True)
class SaveJob:
    """Writes a table."""

    path: Path
    table: Table

    def __call__(self) -> Path:
        write_table(self.path, *self.table)
        return self.path


class RunsViewer(Viewer):
    """``open_requested`` and ``more_requested`` give a run's path; ``told`` and ``refused`` give sentences."""

    open_requested = Signal(object)
    more_requested = Signal(object)
    told = Signal(str)
    refused = Signal(str)
    samples_shown_changed = Signal(bool)
    key = "runs"

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(workspace, codec, parent)
        self.files = RunFiles(self)
        self.model = RunsModel(self)
        self.previews = Previews(self)
        self._list_job = ListJob()
        self._training: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._folder_settled = QTimer(self, singleShot=True, interval=FOLDER_SETTLES_MS)
        self._lately = QTimer(self, singleShot=True, interval=BETWEEN_LISTS_MS)
        self._again = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.search_edit = QLineEdit(objectName="runs_search_edit", clearButtonEnabled=True)
        self.search_edit.setPlaceholderText(self.tr("Search name, variant or data"))
        self.search_edit.setAccessibleName(self.tr("Search the runs"))
        self.search_edit.setToolTip(self.tr("Show only runs in whose name, variant or data each of these words occurs (Ctrl+F)"))
        self.search_edit.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search_edit.setMinimumWidth(150)
        self.search_edit.setMaximumWidth(300)
        self.count_label = QLabel(objectName="runs_count_label")
        theme.set_role(self.count_label, "muted")
        self.count_label.setFont(theme.number_font(self.count_label.font()))
        self.count_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.samples_button = QPushButton(self.tr("&Samples"), objectName="runs_samples_button", checkable=True, checked=True)
        self.samples_button.setToolTip(self.tr("Show the trained runs that ship with the program, too"))
        theme.set_role(self.samples_button, "quiet")
        self.compare_button = QPushButton(self.tr("&Compare"), objectName="runs_compare_button")
        self.compare_button.setIcon(theme.icon("columns-3"))
        self.view = RunsView(self.model, self.previews)
        self.comparison = ComparisonPage()
        self.actions_ = RunActions(self.view)
        self.pages = QStackedWidget(objectName="runs_pages")
        self.pages.addWidget(self._list_page())
        self.pages.addWidget(self.comparison)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(self.pages)
        self._follow_selection()

    def _list_page(self) -> QWidget:
        head = QHBoxLayout(spacing=8)
        head.addWidget(self.search_edit, 3)
        head.addWidget(self.count_label, 2)
        head.addWidget(self.samples_button)
        for button in self.actions_.buttons(("open", "rename", "folder", "delete")):
            head.addWidget(button)
        head.addWidget(self.compare_button)
        page = QWidget()
        layout = QVBoxLayout(page, spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        return page

    def _connect(self) -> None:
        self.search_edit.textChanged.connect(self._search)
        self.samples_button.toggled.connect(self._show_samples)
        self.compare_button.clicked.connect(self.compare_selected)
        self.previews.wanted.connect(self._ask_previews)
        self.model.rename_requested.connect(self._rename)
        self.view.opened.connect(self._open)
        self.view.picked.connect(self._follow_selection)
        self.view.delete_requested.connect(self.delete_selected)
        self.view.itemDelegate().closeEditor.connect(self.invalidate)
        for key, slot in (
            ("open", self._open_selected), ("rename", self.view.rename_current), ("folder", self._open_folder),
            ("delete", self.delete_selected), ("compare", self.compare_selected), ("more", self._go_on),
        ):  # fmt: skip
            self.actions_[key].triggered.connect(slot)
        self.files.changed.connect(self._list_now)
        self._lately.timeout.connect(self._list_again)
        self.files.gone.connect(self._let_go)
        self.files.refused.connect(self.refused)
        self.comparison.closed.connect(self._end_comparison)
        self.comparison.told.connect(self.told)
        self.comparison.save_requested.connect(self._ask_where_to_save)
        self.comparison.grid.picked.connect(self.workspace.pick)
        self.workspace.compared_changed.connect(self.invalidate)
        self.workspace.picked_changed.connect(self._follow_picked)
        self.workspace.run_changed.connect(self._mark)
        self._watcher.directoryChanged.connect(self._folder_settled.start)
        self._folder_settled.timeout.connect(self._list_now)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search_edit.setFocus)

    # Getting and showing it

    def refresh(self) -> None:
        if self.view.is_renaming:  # its field would close; refreshed when it does
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
            self.previews.take(answer)
        elif what == HISTORIES:
            self._show_histories(answer)
        elif what == SAVED:
            self.told.emit(self.tr("Saved {name}").format(name=answer.name))
        else:
            self.comparison.add_results(answer)

    def show_failure(self, what: str, error: Exception) -> None:
        self.refused.emit(sentence(error))

    def _show_list(self, listing: Listing) -> None:
        if self.view.is_renaming:
            self._stale = True
            return
        self.model.set_runs(listing.own, listing.samples)
        self._count()

    def _count(self) -> None:
        if self.model.is_empty and not self.workspace.compared:
            what_to_do = self.tr("Press Start: every training is kept here, to be opened, compared and trained further.")
            self.show_empty(self.tr("No runs yet"), what_to_do)
        else:
            self.show_content()
        count, found = self.model.own_count, sum(not row.is_sample for row in self.model.rows)
        size = size_text(self.model.size_bytes)
        if not count:
            text = self.tr("Only samples yet")
        elif found != count:
            text = self.tr("{found} of {count} runs").format(found=f"{found:,}", count=f"{count:,}")
        else:
            text = (self.tr("1 run · {size}") if count == 1 else self.tr("{count} runs · {size}")).format(count=f"{count:,}", size=size)
        self.count_label.setText(text)

    def recolour(self) -> None:
        self.comparison.grid.set_colour_map(self.workspace.colour_map)

    def table(self) -> Table | None:
        if self.is_comparing:
            return self.comparison.numbers.table()
        if not self.model.found:
            return None
        rows = [[*(column.text(run) for column in COLUMNS), str(run.path)] for run in self.model.found]
        return [*(column.key for column in COLUMNS), "folder"], rows

    def menu_actions(self) -> Sequence[QAction]:
        return () if self.is_comparing or not self.view.selected else self.actions_.menu

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
        home = str(self._list_job.runs.home)
        if home not in self._watcher.directories() and self._list_job.runs.home.is_dir():
            self._watcher.addPath(home)

    # The list

    @Slot(str)
    def _search(self, text: str) -> None:
        self.model.set_search(text)
        self._count()

    @Slot(bool)
    def _show_samples(self, on: bool) -> None:
        self.model.set_shows_samples(on)
        self.samples_shown_changed.emit(on)
        self._count()

    def set_training(self, path: Path | None) -> None:
        """Which run is being trained: it can't be deleted."""
        self._training = path
        self._mark()
        self._follow_selection()
        self._list_now()

    @Slot()
    def _mark(self) -> None:
        self.model.set_marks(self.workspace.run, self._training)

    @Slot()
    def _follow_selection(self) -> None:
        chosen = self.view.selected
        self.actions_.follow(chosen, self._training)
        readable = [run for run in chosen if not run.problem]
        can_compare = FEWEST_COMPARED <= len(readable) == len(chosen) <= MOST_COMPARED
        self.compare_button.setEnabled(can_compare)
        self.actions_["compare"].setEnabled(can_compare)
        hint = self.tr("Curves, images and numbers of the chosen runs beside each other")
        self.compare_button.setToolTip(hint if can_compare else self.tr("Choose 2 to 6 runs, with Ctrl or Shift held, to compare them"))

    @Slot(object)
    def _open(self, run: RunSummary) -> None:
        if run.problem:
            self.refused.emit(run.problem)
        else:
            self.open_requested.emit(run.path)

    @Slot()
    def _open_selected(self) -> None:
        for run in self.view.selected[:1]:
            self._open(run)

    @Slot()
    def _go_on(self) -> None:
        for run in self.view.selected[:1]:
            self.more_requested.emit(run.path)

    @Slot()
    def _open_folder(self) -> None:
        for run in self.view.selected[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.path)))

    @Slot()
    def delete_selected(self) -> None:
        """Into the trash, undoable; samples and a run in training stay."""
        chosen = [run for run in self.view.selected if not is_sample(run.path) and run.path != self._training]
        if len(chosen) < len(self.view.selected):
            self.refused.emit(self.tr("Samples can't be deleted (the button Samples hides them), nor can a run that is training."))
        self.files.delete(chosen)

    @Slot(object, str)
    def _rename(self, path: Path, name: str) -> None:
        before = next((run.name for run in self.model.found if run.path == path), path.name)
        self.files.rename(path, before, name)

    @Slot(object)
    def _let_go(self, paths: list[Path]) -> None:
        """Deleted runs are neither shown nor compared any more."""
        if self.workspace.run in paths:
            self.workspace.set_run(None)
        self.workspace.compare(tuple(path for path in self.workspace.compared if path not in paths))

    # Comparing

    @property
    def is_comparing(self) -> bool:
        return self.pages.currentWidget() is self.comparison

    @Slot()
    def compare_selected(self) -> None:
        """Show the chosen runs beside each other."""
        if self.compare_button.isEnabled():
            self.workspace.compare(tuple(run.path for run in self.view.selected))

    @Slot()
    def _end_comparison(self) -> None:
        self.workspace.compare(())

    def _ask_comparison(self) -> None:
        paths = self.workspace.compared
        if bool(paths) != self.is_comparing:
            self.pages.setCurrentIndex(1 if paths else 0)
            (self.comparison.back_button if paths else self.view).setFocus()
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
    def _follow_picked(self) -> None:
        """Mark it; one that isn't shown is fetched."""
        picked = self.workspace.picked
        self.comparison.grid.mark(picked)
        if self.is_comparing and all(tile.index != picked for tile in self.comparison.grid.tiles):
            self.invalidate()

    @Slot()
    def _ask_where_to_save(self) -> None:
        kinds = self.tr("Table (*.csv);;NumPy arrays (*.npz)")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the numbers"), "comparison.csv", kinds)
        if name:
            path = Path(name)
            self.save_numbers(path if path.suffix else path.with_suffix(".csv"))

    def save_numbers(self, path: Path) -> None:
        """Write the comparison's numbers."""
        self.ask(SaveJob(path, self.comparison.numbers.table()), SAVED)


KIND = ViewerKind("runs", QT_TRANSLATE_NOOP("viewers", "Runs"), "history", RunsViewer)
