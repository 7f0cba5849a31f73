"""The list of runs with what stands over it: search, how many there are, and buttons for what is chosen."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ae_workbench.storage.runs import RunSummary
from ae_workbench.storage.samples import is_sample
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.viewers.run_list.actions import RunActions
from ae_workbench.ui.viewers.run_list.columns import size_text
from ae_workbench.ui.viewers.run_list.files import RunFiles
from ae_workbench.ui.viewers.run_list.jobs import Listing
from ae_workbench.ui.viewers.run_list.model import RunsModel
from ae_workbench.ui.viewers.run_list.previews import Previews
from ae_workbench.ui.viewers.run_list.view import RunsView

FEWEST_COMPARED, MOST_COMPARED = 2, 6


class RunListPage(QWidget):
    """``open_requested``, ``more_requested`` and ``share_requested`` give a run's path, ``compare_requested`` several.

    ``refused`` gives a sentence.
    """

    open_requested = Signal(object)
    more_requested = Signal(object)
    share_requested = Signal(object)
    compare_requested = Signal(object)
    samples_shown_changed = Signal(bool)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = RunFiles(self)
        self.model = RunsModel(self)
        self.previews = Previews(self)
        self.view = RunsView(self.model, self.previews)
        self.actions_ = RunActions(self.view)
        self._training: Path | None = None
        self._build()
        self._connect()
        self._follow_selection()

    def _build(self) -> None:
        self.search_edit = QLineEdit(objectName="runs_search_edit", clearButtonEnabled=True)
        self.search_edit.setPlaceholderText(self.tr("Search runs"))
        self.search_edit.setAccessibleName(self.tr("Search the runs"))
        self.search_edit.setToolTip(self.tr("Show only runs in whose name, variant or data each of these words occurs (Ctrl+F)"))
        self.search_edit.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search_edit.setMinimumWidth(150)
        self.search_edit.setMaximumWidth(300)
        self.count_label = ElidedLabel("runs_count_label", Qt.TextElideMode.ElideRight)
        theme.set_role(self.count_label, "muted")
        self.count_label.setFont(theme.number_font(self.count_label.font()))
        self.count_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.samples_button = QPushButton(self.tr("Sa&mples"), objectName="runs_samples_button", checkable=True, checked=True)
        self.samples_button.setToolTip(self.tr("Show the trained runs that ship with the program, too"))
        theme.set_role(self.samples_button, "quiet")
        self.compare_button = IconButton("runs_compare_button", "columns-3", self.tr("&Compare"))
        head = QHBoxLayout(spacing=8)
        head.addWidget(self.search_edit, 3)
        head.addWidget(self.count_label, 2)
        head.addWidget(self.samples_button)
        for button in self.actions_.buttons(("open", "rename", "folder", "delete")):
            head.addWidget(button)
        head.addWidget(self.compare_button)
        layout = QVBoxLayout(self, spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.search_edit.textChanged.connect(self._search)
        self.samples_button.toggled.connect(self._show_samples)
        self.compare_button.clicked.connect(self.compare_selected)
        self.model.rename_requested.connect(self._rename)
        self.view.opened.connect(self._open)
        self.view.picked.connect(self._follow_selection)
        self.view.delete_requested.connect(self.delete_selected)
        self.files.refused.connect(self.refused)
        for key, slot in (
            ("open", self._open_selected), ("rename", self.view.rename_current), ("folder", self._open_folder),
            ("delete", self.delete_selected), ("compare", self.compare_selected), ("more", self._go_on),
            ("share", self._share),
        ):  # fmt: skip
            self.actions_[key].triggered.connect(slot)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search_edit.setFocus)

    # What is listed

    def show_list(self, listing: Listing) -> None:
        """Show what is on disk; the same again changes nothing."""
        self.model.set_runs(listing.own, listing.samples)
        self._count()

    def set_marks(self, shown: Path | None, training: Path | None) -> None:
        """Which run the window shows, and which is being trained: that can't be deleted."""
        self._training = self.files.training = training
        self.model.set_marks(shown, training)
        self._follow_selection()

    @Slot(str)
    def _search(self, text: str) -> None:
        self.model.set_search(text)
        self._count()

    @Slot(bool)
    def _show_samples(self, on: bool) -> None:
        self.model.set_shows_samples(on)
        self._count()
        self.samples_shown_changed.emit(on)

    def _count(self) -> None:
        count, found = self.model.own_count, sum(not row.is_sample for row in self.model.rows)
        if not count:
            text = self.tr("Only samples yet") if self.model.shows_samples else ""
        elif found != count:
            text = self.tr("{found} of {count} runs").format(found=f"{found:,}", count=f"{count:,}")
        else:
            said = self.tr("1 run · {size}") if count == 1 else self.tr("{count} runs · {size}")
            text = said.format(count=f"{count:,}", size=size_text(self.model.size_bytes))
        self.count_label.setText(text)
        nothing_found = self.tr("No run has all of these words.")
        nothing_yet = self.tr("No runs of your own yet. Press Start: every training is kept here.")
        self.view.set_hint(nothing_found if self.search_edit.text().strip() else nothing_yet)

    # What is done with the chosen runs

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
    def _share(self) -> None:
        for run in self.view.selected[:1]:
            self.share_requested.emit(run.path)

    @Slot()
    def _open_folder(self) -> None:
        for run in self.view.selected[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.path)))

    @Slot()
    def compare_selected(self) -> None:
        """Ask for the chosen runs beside each other."""
        if self.compare_button.isEnabled():
            self.compare_requested.emit(tuple(run.path for run in self.view.selected))

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
