"""Beside the picture: what is open, which run cleans it, how near everything comes, and what can be done with the result."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ae_workbench.engine.cleaning import Kind
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.modes.documents.jobs import Opened
from ae_workbench.ui.modes.documents.quality_list import QualityList
from ae_workbench.ui.modes.documents.runs import CleaningRun
from ae_workbench.ui.modes.documents.words import about
from ae_workbench.ui.panels.section import Section
from ae_workbench.ui.sentences import in_words
from ae_workbench.ui.wording import said

STEPS = 1000


class SidePanel(QWidget):
    """Asks; what comes of it is put in with the ``show_…`` functions."""

    open_requested = Signal()
    sample_requested = Signal(str)
    run_chosen = Signal(object)
    train_requested = Signal(bool)
    """Whether on a folder of one's own."""
    stop_requested = Signal()
    clean_version_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs: tuple[CleaningRun, ...] = ()
        self.kind: Kind = "pages"
        layout = QVBoxLayout(self, spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        for section in (self._build_source(), self._build_cleaner(), self._build_quality()):
            layout.addWidget(section)
        layout.addStretch(1)
        self._connect()

    # Building

    def _build_source(self) -> Section:
        section = Section("documents_source", self.tr("Page or sound"), "modes/documents")
        self.name_label = ElidedLabel()
        self.name_label.setObjectName("documents_name")
        self.name_label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.about_label = QLabel(objectName="documents_about")
        theme.set_role(self.about_label, "muted")
        about = self.tr("A picture of a page or a WAV file. Or drop one here.")
        self.open_button = IconButton("documents_open_button", "folder-open", self.tr("&Open…"), about)
        about = self.tr("A damaged page made by the program")
        self.page_button = IconButton("documents_page_button", "file-text", self.tr("&Page"), about)
        about = self.tr("A noisy sound made by the program")
        self.sound_button = IconButton("documents_sound_button", "audio-waveform", self.tr("So&und"), about)
        row = QHBoxLayout(spacing=4)
        row.addWidget(self.open_button, 1)
        row.addWidget(self.page_button)
        row.addWidget(self.sound_button)
        for widget in (self.name_label, self.about_label, _holder(row)):
            section.add(widget)
        return section

    def _build_cleaner(self) -> Section:
        section = Section("documents_cleaner", self.tr("Cleaned by"))
        self.run_box = QuietComboBox()
        self.run_box.setObjectName("documents_run_box")
        self.run_box.setAccessibleName(self.tr("The run that cleans"))
        self.run_box.setToolTip(self.tr("Runs that were trained on pairs come first, then other runs that take noise off images."))
        self.run_label = QLabel(objectName="documents_run_about", wordWrap=True)
        theme.set_role(self.run_label, "muted")
        about = self.tr("A new run, trained on pairs; what it makes of the picture is seen after every epoch")
        self.train_button = IconButton("documents_train_button", "play", self.tr("T&rain a cleaner"), about)
        menu = QMenu(self.train_button)
        self.train_made_action = QAction(self.tr("On pairs made by the program"), menu, objectName="train_made_action")
        self.train_own_action = QAction(self.tr("On a folder of your own…"), menu, objectName="train_own_action")
        menu.addActions([self.train_made_action, self.train_own_action])
        self.train_button.setMenu(menu)
        self.progress = QProgressBar(objectName="documents_training_progress", maximum=STEPS, textVisible=False)
        self.progress.setAccessibleName(self.tr("How far the training is"))
        self.progress_label = QLabel(objectName="documents_training_label", wordWrap=True)
        theme.set_role(self.progress_label, "muted")
        about = self.tr("End the training; finished epochs are kept")
        self.stop_button = IconButton("documents_stop_button", "circle-stop", self.tr("&Stop"), about)
        for widget in (self.run_box, self.run_label, self.train_button, self.progress, self.progress_label, self.stop_button):
            section.add(widget)
        self.show_training(None)
        return section

    def _build_quality(self) -> Section:
        section = Section("documents_quality", self.tr("Right of the handle"))
        self.quality = QualityList()
        about = self.tr("Choose the same page or sound without noise, to measure how near everything comes to it")
        self.clean_button = IconButton("documents_clean_version_button", "search", self.tr("C&lean version…"), about, "quiet")
        self.clean_label = QLabel(objectName="documents_clean_label", wordWrap=True)
        theme.set_role(self.clean_label, "muted")
        for widget in (self.quality, self.clean_label, self.clean_button):
            section.add(widget)
        return section

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.open_requested)
        self.page_button.clicked.connect(lambda: self.sample_requested.emit("pages"))
        self.sound_button.clicked.connect(lambda: self.sample_requested.emit("sounds"))
        self.run_box.currentIndexChanged.connect(self._tell_run)
        self.train_made_action.triggered.connect(lambda: self.train_requested.emit(False))
        self.train_own_action.triggered.connect(lambda: self.train_requested.emit(True))
        self.stop_button.clicked.connect(self.stop_requested)
        self.clean_button.clicked.connect(self.clean_version_requested)

    # Showing

    def show_opened(self, opened: Opened) -> None:
        self.kind = opened.kind
        self.name_label.setText(opened.name)
        self.name_label.setToolTip(str(opened.path) if opened.path is not None else opened.name)
        self.about_label.setText(about(opened))
        self.quality.show_kind(opened.kind)
        self._fill_runs(self.run)
        self.show_clean_version(opened)

    def show_clean_version(self, opened: Opened) -> None:
        """Say whether there is something to measure against."""
        if opened.clean is not None:
            self.clean_label.hide()
        else:
            self.clean_label.setText(self.tr("Without a clean version nothing can be measured."))
            self.clean_label.show()
        self.clean_button.setVisible(opened.path is not None)

    def show_runs(self, runs: Sequence[CleaningRun], wanted: Path | None) -> None:
        """The runs there are; ``wanted`` is chosen if it is among them."""
        self.runs = tuple(runs)
        self._fill_runs(wanted or self.run)

    @property
    def run(self) -> Path | None:
        """The chosen run."""
        data = self.run_box.currentData()
        return Path(data) if data else None

    def _fill_runs(self, wanted: Path | None) -> None:
        self.run_box.blockSignals(True)
        self.run_box.clear()
        for run in self.runs:
            if run.kind == self.kind:
                sample = self.tr("{name} (ships with the program)").format(name=said(run.name)) if run.is_sample else ""
                self.run_box.addItem(sample or self.tr("{name}, {folder}").format(name=run.name, folder=run.path.name), str(run.path))
        self.run_box.setCurrentIndex(max(0, self.run_box.findData(str(wanted))) if self.run_box.count() else -1)
        self.run_box.setEnabled(self.run_box.count() > 0)
        self.run_box.blockSignals(False)
        self._say_run()

    def _say_run(self) -> None:
        run = next((run for run in self.runs if run.path == self.run), None)
        if run is None:
            self.run_label.setText(self.tr("No run cleans these yet: train one, or look at the filters below."))
        else:
            self.run_label.setText(self.tr("Trained on {data}, epoch {epoch}").format(data=in_words(run.data), epoch=run.epoch))

    @Slot()
    def _tell_run(self) -> None:
        self._say_run()
        self.run_chosen.emit(self.run)

    def show_training(self, share: float | None, doing: str = "") -> None:
        """How far the training is; below 0 that isn't known. None: there is none."""
        is_running = share is not None
        self.train_button.setVisible(not is_running)
        for widget in (self.progress, self.progress_label, self.stop_button):
            widget.setVisible(is_running)
        if share is not None:
            self.progress.setMaximum(STEPS if share >= 0 else 0)
            self.progress.setValue(round(max(0.0, share) * STEPS))
            self.progress_label.setText(doing)


def _holder(layout: QHBoxLayout) -> QWidget:
    holder = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    return holder
