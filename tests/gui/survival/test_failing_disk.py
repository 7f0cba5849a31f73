"""A disk that fails while a training writes: another folder, trying again, or stopping."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from ae_workbench.engine.events import Unsaved
from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.problems import SaveError
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.trainer import patient_session
from tests.faults.disk import BadDisk
from tests.gui.fakes import FakeSession
from tests.gui.survival.acting import SHORT, click
from tests.gui.windows import WAIT_MS, open_window


def test_a_full_disk_asks_for_another_folder_and_the_training_goes_on_there(qtbot, monkeypatch, tmp_path):
    from ae_workbench.data.loading import load

    disk = BadDisk(monkeypatch)
    with open_window(qtbot, make_session=patient_session, load=load) as window:
        window.model.change(SHORT, "Shorter")
        window.trainer.happened.connect(lambda event: setattr(disk, "place", runs_home()) if window.workspace.newest_epoch == 2 else None)
        click(qtbot, window.training.start_button)
        qtbot.waitUntil(lambda: window.survival.unsaved.dialog is not None, timeout=60_000)
        dialog = window.survival.unsaved.dialog
        assert "The disk is full" in dialog.sentence.text() and "can't be written" in window.training.status.text()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible(), "it needs an answer"
        click(qtbot, dialog.other_button)
        chooser = window.findChild(QFileDialog, "place_dialog")
        (tmp_path / "elsewhere").mkdir()
        chooser.selectFile(str(tmp_path / "elsewhere"))
        chooser.fileSelected.emit(str(tmp_path / "elsewhere"))
        chooser.close()
        qtbot.waitUntil(lambda: "Finished after 4" in window.training.status.text(), timeout=WAIT_MS)
        assert window.survival.unsaved.dialog is None
        [moved] = (tmp_path / "elsewhere").iterdir()
        assert window.workspace.run == moved == window.trainer.run.path
        assert len(window.training.curves.history) == 4
        disk.place = None
    run = RunFolder.open(moved)
    assert run.epochs() == [0, 1, 2, 3, 4] and run.facts.outcome == "finished"


class Stuck(FakeSession):
    """Can't write until it is told to try again."""

    def run(self, emit):
        self.control.expect_place()
        emit(Unsaved(SaveError("The disk is full."), self.folder.path))
        self.control.wait_for_place()
        super().run(emit)

    def save_in(self, folder):
        self.control.save_in(folder)

    def try_again(self):
        self.control.try_again()


@pytest.mark.parametrize(("name", "words"), [("try_again_button", "Finished after 4"), ("stop_unsaved_button", "Stopped")])
def test_trying_again_and_stopping_are_answers_too(qtbot, name, words):
    with open_window(qtbot, make_session=Stuck) as window:
        window.model.change(SHORT, "Shorter")
        click(qtbot, window.training.start_button)
        qtbot.waitUntil(lambda: window.survival.unsaved.dialog is not None, timeout=WAIT_MS)
        assert window.training.stop_button.isEnabled() and not window.training.pause_button.isEnabled()
        click(qtbot, window.survival.unsaved.dialog.findChild(QPushButton, name))
        qtbot.waitUntil(lambda: words in window.training.status.text(), timeout=WAIT_MS)
        assert window.survival.unsaved.dialog is None


def test_every_answer_can_be_named_and_is_explained(qtbot):
    with open_window(qtbot, make_session=Stuck) as window:
        click(qtbot, window.training.start_button)
        qtbot.waitUntil(lambda: window.survival.unsaved.dialog is not None, timeout=WAIT_MS)
        for button in window.survival.unsaved.dialog.findChildren(QPushButton):
            assert button.objectName() and button.text() and button.toolTip()
