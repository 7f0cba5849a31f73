"""Asks for another place when a training can't write its run. It waits meanwhile, with everything it learned in memory."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ae_workbench.engine.events import Event, Moved, Unsaved
from ae_workbench.ui.trainer import Trainer


class UnsavedQuestion(QObject):
    """One dialog at a time, which can't be closed without an answer; it goes when the training goes on or ends by itself."""

    def __init__(self, window: QWidget, trainer: Trainer) -> None:
        super().__init__(window)
        self._window, self._trainer = window, trainer
        self.dialog: QMessageBox | None = None
        trainer.happened.connect(self._follow)

    @Slot(object)
    def _follow(self, event: Event) -> None:
        self._close()
        if isinstance(event, Unsaved):
            self._ask(event)
        elif isinstance(event, Moved):
            self.moved_to(event.run)

    def moved_to(self, run: Path) -> None:
        """Tell where the run is now."""
        self._trainer.told.emit(self.tr("The run goes on in {folder}.").format(folder=run))

    def _ask(self, event: Unsaved) -> None:
        box = QMessageBox(self._window, objectName="unsaved_question")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("The run can't be written"))
        box.setText(str(event.error))
        box.setInformativeText(self.tr("The training waits; everything it has learned is in memory and goes along to another folder."))
        self.other_button = box.addButton(self.tr("&Choose another folder…"), QMessageBox.ButtonRole.ActionRole)
        self.again_button = box.addButton(self.tr("&Try again"), QMessageBox.ButtonRole.ActionRole)
        self.stop_button = box.addButton(self.tr("&Stop the training"), QMessageBox.ButtonRole.ActionRole)
        names = {self.other_button: "other_folder_button", self.again_button: "try_again_button", self.stop_button: "stop_unsaved_button"}
        for button, name in names.items():
            button.setObjectName(name)
        self.again_button.setToolTip(self.tr("Write into the same folder, once there is room or it is back"))
        self.stop_button.setToolTip(self.tr("End the training; what was not written is lost"))
        box.setDefaultButton(self.other_button)
        # A box of actions alone has no button for Esc, and each of them would close it: they act, and the event that follows closes it.
        self.other_button.clicked.disconnect()
        self.again_button.clicked.disconnect()
        self.stop_button.clicked.disconnect()
        self.other_button.clicked.connect(self._choose)
        self.again_button.clicked.connect(self._trainer.try_again)
        self.stop_button.clicked.connect(self._trainer.stop)
        self.dialog = box
        box.open()

    @Slot()
    def _choose(self) -> None:
        title = self.tr("A folder for the run")
        chooser = QFileDialog(self._window, title, str(Path.home()), objectName="place_dialog")
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.save_in)
        chooser.open()

    @Slot(str)
    def save_in(self, folder: str) -> None:
        """Go on in this folder."""
        self._trainer.save_in(Path(folder))

    def _close(self) -> None:
        box, self.dialog = self.dialog, None
        if box is not None:
            box.done(0)
            box.deleteLater()
