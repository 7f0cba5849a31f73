"""The page of pages and sound: a noisy one, a run that cleans it, and a handle to drag between before and after."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ae_workbench.core.recipe import Choice
from ae_workbench.data.sounds.wav_file import Sound
from ae_workbench.export.cleaning import BEFORE
from ae_workbench.ui.data_loader import Load
from ae_workbench.ui.message_bar import MessageBar
from ae_workbench.ui.modes.documents import asking
from ae_workbench.ui.modes.documents.desk import Desk
from ae_workbench.ui.modes.documents.results import Results
from ae_workbench.ui.modes.documents.side import SidePanel
from ae_workbench.ui.modes.documents.slider import BeforeAfterView
from ae_workbench.ui.modes.documents.tools import ToolRow
from ae_workbench.ui.modes.documents.training import CleanerTraining, impatient_session
from ae_workbench.ui.modes.documents.waves import WavesView
from ae_workbench.ui.modes.documents.words import ruler, way_title
from ae_workbench.ui.modes.mode import ModePage
from ae_workbench.ui.modes.side_column import SideColumn
from ae_workbench.ui.panels.section import UprightScroll
from ae_workbench.ui.sentences import in_words
from ae_workbench.ui.trainer import MakeSession
from ae_workbench.variants.recipes import presets

if TYPE_CHECKING:
    from ae_workbench.ui.main_window import MainWindow

LEFT_PX = 320
PRESETS = {"pages": "documents", "sounds": "sound"}


class DocumentsPage(ModePage):
    """``desk`` does the work; this shows it and passes on what is asked for."""

    key = "documents"

    def __init__(self, window: MainWindow, make_session: MakeSession = impatient_session, load: Load | None = None) -> None:
        super().__init__(window)
        self.desk = Desk(self)
        self.training = CleanerTraining(make_session, load, self)
        self.setAcceptDrops(True)
        self._build()
        self.results = Results(self.desk, self.tools, self.messages, self)
        self._connect()
        self.desk.list_runs()
        self.desk.open_sample("pages")

    def _build(self) -> None:
        self.side = SidePanel()
        self.messages = MessageBar()
        self.messages.setObjectName("documents_messages")
        self.view = BeforeAfterView()
        self.view.setObjectName("before_after_view")
        self.view.setAccessibleName(self.tr("Noisy at the left of the handle, cleaned at its right"))
        self.view.setToolTip(
            self.tr("Drag the handle, or press ← and →. The wheel, + and − zoom; a zoomed picture can be dragged; 0 shows all.")
        )
        self.waves = WavesView()
        self.waves.setObjectName("documents_waves")
        self.waves.setAccessibleName(self.tr("The waveform before and after"))
        self.tools = ToolRow()
        right = QVBoxLayout(spacing=8)
        for widget, stretch in ((self.messages, 0), (self.view, 1), (self.waves, 0), (self.tools, 0)):
            right.addWidget(widget, stretch)
        layout = QHBoxLayout(self, spacing=10)
        layout.setContentsMargins(10, 6, 10, 10)
        layout.addWidget(SideColumn(UprightScroll("documents_side_scroll", self.side), LEFT_PX))
        layout.addLayout(right, 1)
        self.waves.hide()

    def _connect(self) -> None:
        desk, side, tools, view = self.desk, self.side, self.tools, self.view
        desk.opened_changed.connect(self._show_opened)
        desk.seen_changed.connect(self._show_seen)
        desk.quality_changed.connect(self._show_quality)
        desk.runs_changed.connect(self._show_runs)
        desk.result_changed.connect(self._show_result)
        desk.progressed.connect(self._show_progress)
        desk.settled.connect(self._show_settled)
        desk.refused.connect(self.messages.say)
        desk.thread_.finished.connect(self._look_whether_idle)
        side.open_requested.connect(self._ask_file)
        side.sample_requested.connect(self.open_sample)
        side.run_chosen.connect(desk.choose_run)
        side.train_requested.connect(self.train)
        side.stop_requested.connect(self.training.stop)
        side.clean_version_requested.connect(self._ask_clean_version)
        side.quality.chosen.connect(desk.see)
        tools.fit_requested.connect(view.fit)
        tools.actual_requested.connect(view.show_actual)
        tools.cancel_requested.connect(desk.cancel)
        view.split_moved.connect(self._follow_view)
        view.moved.connect(self._follow_view)
        self.waves.split_wanted.connect(view.set_split)
        self.training.progressed.connect(side.show_training)
        self.training.epoch_stored.connect(self._follow_epoch)
        self.training.ended.connect(self._end_training)

    # The mode

    @property
    def is_busy(self) -> bool:
        return self.desk.thread_.isRunning() or self.training.is_running

    def work(self) -> str:
        return self.tr("A cleaner is being trained.") if self.training.is_running else ""

    def stop(self) -> None:
        self.training.stop()
        self.desk.stop()

    def look(self) -> None:
        self.desk.list_runs()

    @Slot()
    def _look_whether_idle(self) -> None:
        if not self.is_busy:
            self.idle.emit()

    # Opening

    @Slot(str)
    def open_sample(self, kind: str) -> None:
        self.messages.dismiss()
        self.desk.open_sample("sounds" if kind == "sounds" else "pages")

    def open_path(self, path: Path) -> None:
        """A picture of a page or a WAV file."""
        self.messages.dismiss()
        self.desk.open(path)

    @Slot()
    def _ask_file(self) -> None:
        if path := asking.file_to_open(self):
            self.open_path(path)

    @Slot()
    def _ask_clean_version(self) -> None:
        if path := asking.clean_version(self, self.side.kind):
            self.messages.dismiss()
            self.desk.take_clean_version(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Pages and sounds stay here; anything else is the window's."""
        if asking.dropped(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        if (path := asking.dropped(event)) is not None:
            event.acceptProposedAction()
            self.open_path(path)

    # Showing

    @Slot()
    def _show_opened(self) -> None:
        opened = self.desk.opened
        if opened is None:
            return
        self.side.show_opened(opened)
        self.side.quality.choose(self.desk.way)
        self.desk.run = self.side.run
        self.waves.setVisible(opened.kind == "sounds")
        self.view.show_before(opened.noisy.levels, opened.kind == "sounds", ruler(opened))

    @Slot()
    def _show_seen(self) -> None:
        opened, seen = self.desk.opened, self.desk.seen
        if opened is None:
            return
        if self.view.before is not opened.noisy.levels:
            self.view.show_before(opened.noisy.levels, opened.kind == "sounds", ruler(opened))
        self.view.show_after(seen.shown.levels if seen is not None else None)
        self.view.set_titles(way_title(BEFORE), way_title(self.desk.way) if seen is not None else "")
        media = opened.noisy.media
        if isinstance(media, Sound):
            self.waves.show_waves(opened.noisy.wave, seen.shown.wave if seen is not None else None, media.seconds)
        self._follow_view()

    @Slot()
    def _follow_view(self) -> None:
        place = self.view.port.place
        self.waves.follow(self.view.handle_x / max(1, self.view.width()), place.left(), place.right())

    @Slot()
    def _show_quality(self) -> None:
        self.side.quality.show_quality(self.desk.quality)

    @Slot()
    def _show_runs(self) -> None:
        before = self.desk.run
        self.side.show_runs(self.desk.runs, before)
        if self.side.run != before:
            self.desk.choose_run(self.side.run)

    @Slot()
    def _show_result(self) -> None:
        self.tools.show_result(self.desk.result)

    @Slot(float, str)
    def _show_progress(self, share: float, doing: str) -> None:
        self.tools.show_busy(share, in_words(doing))

    @Slot()
    def _show_settled(self) -> None:
        self.tools.show_idle()

    # Training

    @Slot(bool)
    def train(self, on_own: bool) -> None:
        """Train the preset for what is open, on pairs made by the program or on a folder."""
        if self.main_window.trainer.is_busy:
            self.messages.say(self.tr("A training is running in the workbench: wait for its end, or stop it there."))
            return
        recipe = presets()[PRESETS[self.side.kind]].recipe
        if on_own:
            folder = asking.folder_of_pairs(self)
            if folder is None:
                return
            recipe = replace(recipe, data=Choice(recipe.data.key, {**recipe.data.parameters, "path": str(folder)}))
        self.messages.dismiss()
        self.training.start(recipe)

    @Slot(object, int)
    def _follow_epoch(self, run: Path, epoch: int) -> None:
        """What the run that trains makes of the picture is seen after every epoch, if it cleans such things."""
        self.desk.list_runs()
        if self.desk.run == run:
            self.desk.clean_again()
        elif epoch == 1:
            self.desk.run = run

    @Slot(object, str)
    def _end_training(self, run: Path | None, problem: str) -> None:
        self.side.show_training(None)
        self.desk.list_runs()
        if problem:
            self.messages.say(problem)
        elif run is not None:
            said = self.tr("The cleaner is trained; it is among your runs.")
            self.messages.offer(said, self.tr("Open in the workbench"), lambda: self.main_window.documents.open_path(run), "good")
        self._look_whether_idle()
