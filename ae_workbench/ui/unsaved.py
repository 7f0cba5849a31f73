"""Asks for another place when a training can't write its run. It waits meanwhile, with everything it learned in memory."""

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from ae_workbench.engine.events import Event, Moved, Unsaved
from ae_workbench.storage.paths import runs_home
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.trainer import Trainer

ICON_PX, WIDTH_PX = 32, 520


class UnsavedDialog(QDialog):
    """What is wrong and three answers. Esc is none of them."""

    place_wanted = Signal()
    again_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint)
        self.setObjectName("unsaved_dialog")
        self.setWindowTitle(self.tr("The run can't be written"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.sentence = QLabel(sentence, objectName="unsaved_label")
        self.other_button = self._button("other_folder", "folder-open", self.tr("&Choose another folder…"), self.place_wanted)
        self.again_button = self._button("try_again", "refresh-cw", self.tr("Tr&y again"), self.again_wanted)
        self.stop_button = self._button("stop_unsaved", "square", self.tr("Stop the trainin&g"), self.stop_wanted)
        self.other_button.setToolTip(self.tr("Go on with the run in another folder, which gets all that is known of it"))
        self.again_button.setToolTip(self.tr("Write into the same folder, once there is room again or it is back"))
        self.stop_button.setToolTip(self.tr("End the training; what could not be written is lost"))
        self.other_button.setDefault(True)
        self._lay_out()
        self.setMinimumWidth(WIDTH_PX)

    def _button(self, name: str, icon: str, words: str, wanted: object) -> QPushButton:
        button = IconButton(f"{name}_button", icon, words, role="primary" if name == "other_folder" else "")
        button.clicked.connect(wanted)
        return button

    def _lay_out(self) -> None:
        picture = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        picture.setPixmap(theme.icon("triangle-alert", "warning").pixmap(QSize(ICON_PX, ICON_PX), self.devicePixelRatioF()))
        more = QLabel(self.tr("The training waits. Everything it has learned is in memory and goes along to another folder."))
        theme.set_role(more, "muted")
        for label in (self.sentence, more):
            label.setWordWrap(True)
        buttons = QHBoxLayout(spacing=8)
        buttons.addWidget(self.stop_button)
        buttons.addStretch(1)
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.other_button)
        layout = QGridLayout(self, horizontalSpacing=14, verticalSpacing=10)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setColumnStretch(1, 1)
        layout.addWidget(picture, 0, 0, 2, 1)
        layout.addWidget(self.sentence, 0, 1)
        layout.addWidget(more, 1, 1)
        layout.addLayout(buttons, 2, 0, 1, 2)

    def reject(self) -> None:
        """Not without an answer."""


class UnsavedQuestion(QObject):
    """One dialog at a time; it goes when the training goes on or ends."""

    def __init__(self, window: QWidget, trainer: Trainer) -> None:
        super().__init__(window)
        self._window, self._trainer = window, trainer
        self.dialog: UnsavedDialog | None = None
        trainer.happened.connect(self._follow)

    @Slot(object)
    def _follow(self, event: Event) -> None:
        self._close()
        if isinstance(event, Unsaved):
            self.dialog = UnsavedDialog(sentence(event.error), self._window)
            self.dialog.place_wanted.connect(self._choose)
            self.dialog.again_wanted.connect(self._trainer.try_again)
            self.dialog.stop_wanted.connect(self._trainer.stop)
            self.dialog.open()
        elif isinstance(event, Moved):
            self._trainer.told.emit(self.tr("The run goes on in {folder}.").format(folder=event.run))

    @Slot()
    def _choose(self) -> None:
        chooser = QFileDialog(self.dialog, self.tr("A folder for the run"), str(runs_home().parent), objectName="place_dialog")
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._save_in)
        chooser.open()

    @Slot(str)
    def _save_in(self, folder: str) -> None:
        self._trainer.save_in(Path(folder))

    def _close(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.done(0)
            dialog.deleteLater()
