"""The window after a crash, on a disk that fails, and beside another window."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton

from ae_workbench.engine.events import Unsaved
from ae_workbench.storage.interrupted import is_interrupted
from ae_workbench.storage.paths import logs_home, runs_home
from ae_workbench.storage.problems import SaveError
from ae_workbench.storage.reports import new_reports, reports_home, write_report
from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from ae_workbench.ui.faults import Faults
from ae_workbench.ui.message_bar import MessageBar, Offer
from ae_workbench.ui.panels.training import State
from ae_workbench.ui.trainer import patient_session
from ae_workbench.ui.viewers.run_list.model import Row
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.faults.disk import BadDisk
from tests.faults.holder import held_elsewhere
from tests.gui.fakes import FakeSession, endless_session, small_dataset
from tests.gui.windows import WAIT_MS, close, open_window

SHORT = with_settings(find_recipe("simple"), ["epochs=4", "code_size=4"])


@pytest.fixture
def cut_off(home):
    """A run whose training was killed after two of five epochs."""
    run = RunFolder.create(runs_home() / "bowl", SHORT, small_dataset())
    run.begin(5)
    for epoch in (1, 2):
        run.add_epoch(EpochRecord(epoch, 0.1, {"loss": 1 / epoch, "val_loss": 1 / epoch}), [], None)
    return run.path


def click(qtbot, button):
    assert button.isVisible() and button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def until_told(qtbot, window, words):
    qtbot.waitUntil(lambda: words in window.messages.text(), timeout=WAIT_MS)


# A training that was cut off


def test_a_training_that_was_cut_off_is_offered_and_goes_on_to_its_end(qtbot, cut_off):
    with open_window(qtbot) as window:
        design = window.model.recipe
        until_told(qtbot, window, "was cut off after epoch 2 of 5")
        click(qtbot, window.messages.offer_button)
        qtbot.waitUntil(lambda: "Finished after 5" in window.training.status.text(), timeout=WAIT_MS)
        assert window.messages.text() == ""
        assert window.workspace.run == cut_off
        assert window.model.recipe == design
    run = RunFolder.open(cut_off)
    assert [record.epoch for record in run.history()] == [1, 2, 3, 4, 5]
    assert run.facts.outcome == "finished"


def test_one_that_is_left_stays_in_the_list_and_is_not_offered_again(qtbot, cut_off):
    with open_window(qtbot) as window:
        until_told(qtbot, window, "was cut off")
        click(qtbot, window.messages.second_button)
        assert window.messages.text() == ""
        assert RunFolder.open(cut_off).facts.outcome == "interrupted"
    with open_window(qtbot) as again:
        with qtbot.waitSignal(again.codec.answered, timeout=WAIT_MS):
            again.survival.begin()
        assert again.messages.text() == ""
        page = again.runs_flow.viewer.list_page
        [summary] = again.runs_flow.viewer._list_job().own
        assert "Interrupted" in page.model.state_of(Row(summary))


def test_it_is_offered_again_after_other_messages_and_after_a_start_that_said_nothing(qtbot, cut_off):
    for _ in range(2):
        with open_window(qtbot) as window:
            until_told(qtbot, window, "was cut off")
            window.messages.say("Something else.")
            assert window.messages.text() == "Something else."
            click(qtbot, window.messages.close_button)
            assert "was cut off" in window.messages.text()


def test_a_training_under_way_is_neither_offered_nor_left(qtbot, cut_off):
    with held_elsewhere(cut_off), open_window(qtbot) as window:
        with qtbot.waitSignal(window.codec.answered, timeout=WAIT_MS):
            window.survival.begin()
        assert window.messages.text() == ""
    with open_window(qtbot, make_session=endless_session) as window:
        until_told(qtbot, window, "was cut off")
        window.survival.aftermath.leave(cut_off)
        click(qtbot, window.training.start_button)
        qtbot.waitUntil(lambda: window.training.state is State.RUNNING, timeout=WAIT_MS)
        window.survival.begin()
        window.codec.ask("last", lambda: None)
        qtbot.waitUntil(lambda: not window.codec._waiting, timeout=WAIT_MS)
        assert window.messages.text() == ""


# Two windows on one run


def test_the_second_to_open_a_run_reads_it_only_and_says_so(qtbot, cut_off):
    RunFolder.open(cut_off).end("finished")
    with open_window(qtbot) as window:
        with held_elsewhere(cut_off):
            assert window.documents.open_path(cut_off)
            assert window.workspace.run == cut_off
            until_told(qtbot, window, "here it can be looked at, but not trained, renamed or deleted")
            click(qtbot, window.training.more_button)
            qtbot.waitUntil(lambda: "open in another AE Workbench" in window.training.status.text(), timeout=WAIT_MS)
            page = window.runs_flow.viewer.list_page
            page.files.rename(cut_off, "simple", "Mine")
            assert "can't be renamed" in window.messages.text()
            page.files.delete([summary(window)])
            assert "can't be deleted" in window.messages.text()
        window.documents.open_path(cut_off)
        assert "looked at" not in window.messages.text(), "a program that was killed holds nothing"
        click(qtbot, window.training.more_button)
        qtbot.waitUntil(lambda: "Finished after" in window.training.status.text(), timeout=WAIT_MS)


def test_a_shown_run_is_this_window_s_until_another_is_shown_or_it_closes(qtbot, cut_off):
    other = RunFolder.create(runs_home() / "other", SHORT, small_dataset()).path
    with open_window(qtbot) as window:
        window.documents.open_path(cut_off)
        assert is_refused(cut_off) and not is_refused(other)
        window.documents.open_path(other)
        assert is_refused(other) and not is_refused(cut_off)
        close(qtbot, window)
        assert not is_refused(other)


def summary(window):
    return window.runs_flow.viewer._list_job().own[0]


def is_refused(run: Path) -> bool:
    """Whether another process finds the run held."""
    code = "import sys; from pathlib import Path; from ae_workbench.storage.lock import is_held_elsewhere as held\n"
    code += "sys.exit(held(Path(sys.argv[1])))"
    return subprocess.run([sys.executable, "-c", code, str(run)], check=False).returncode == 1


# A disk that fails


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


# Reports


def test_a_report_is_offered_shown_copied_and_deleted(qtbot, home):
    report = write_report("It broke in the middle.", reports_home())
    with open_window(qtbot) as window:
        until_told(qtbot, window, "There is a report of it")
        click(qtbot, window.messages.offer_button)
        dialog = window.survival.aftermath.dialog
        assert "It broke in the middle." in dialog.text.toPlainText()
        click(qtbot, dialog.findChild(QPushButton, "report_copy_button"))
        assert "It broke" in QGuiApplication.clipboard().text()
        assert not report.exists() and dialog.reports[0].is_file()
        click(qtbot, dialog.findChild(QPushButton, "report_delete_button"))
        assert list(reports_home().iterdir()) == []


def test_a_report_that_is_closed_is_not_offered_again(qtbot, home):
    write_report("It broke.", reports_home())
    with open_window(qtbot) as window:
        until_told(qtbot, window, "There is a report of it")
        click(qtbot, window.messages.close_button)
    assert new_reports() == [] and len(list(reports_home().iterdir())) == 1


def test_a_cut_off_training_and_a_report_are_told_one_after_the_other(qtbot, cut_off):
    write_report("It broke.", reports_home())
    with open_window(qtbot) as window:
        until_told(qtbot, window, "was cut off")
        click(qtbot, window.messages.second_button)
        assert "There is a report of it" in window.messages.text()


CRASHES = """
import ctypes, sys
from PySide6.QtCore import QTimer
from ae_workbench.ui import application
from ae_workbench.ui.main_window import MainWindow
shown = MainWindow.showEvent
def crash_soon(window, event):
    shown(window, event)
    QTimer.singleShot(200, lambda: ctypes.string_at(0))
MainWindow.showEvent = crash_soon
sys.exit(application.open_window()())
"""


def test_a_window_that_crashed_says_so_at_the_next_start(qtbot, home):
    done = subprocess.run([sys.executable, "-c", CRASHES], capture_output=True, timeout=60, check=False)
    assert done.returncode != 0
    assert list(logs_home().glob("running-*.log"))
    with open_window(qtbot) as window:
        until_told(qtbot, window, "There is a report of it")
        [report] = new_reports()
        text = report.read_text(encoding="utf-8")
        assert "Current thread" in text and "ae_workbench/ui/application.py" in text
        assert str(home) not in text


@pytest.fixture
def faults(qapp, tmp_path):
    faults = Faults(tmp_path)
    yield faults
    if faults.dialog is not None:
        faults.dialog.done(0)
    faults.remove()


def raised(error):
    try:
        raise error
    except type(error):
        return sys.exc_info()


def test_a_fault_is_a_report_once(faults, tmp_path):
    for _ in range(3):
        sys.excepthook(*raised(ValueError("/home/anna/secret: seven is odd")))
    [report] = new_reports(tmp_path / "reports")
    text = report.read_text(encoding="utf-8")
    assert "seven is odd" in text and "in raised" in text
    assert "anna" not in text


def test_a_fault_where_nothing_can_be_raised_is_a_report_without_a_dialog(faults, tmp_path):
    class Careless:
        def __del__(self):
            raise ValueError("too late")

    Careless()
    [report] = new_reports(tmp_path / "reports")
    assert "too late" in report.read_text(encoding="utf-8")
    assert faults.dialog is None


# The message bar


def test_what_stands_waits_for_what_is_said_and_for_what_stood_before(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    taken = []
    bar.stand("one", "First.", Offer("Yes", lambda: taken.append("yes")), Offer("No", lambda: taken.append("no")))
    bar.stand("two", "Second.", closed=lambda: taken.append("closed"))
    assert bar.text() == "First."
    bar.offer("Said.", "Undo", lambda: taken.append("undo"))
    assert bar.text() == "Said." and bar.second_button.isHidden()
    bar.dismiss()
    assert bar.text() == "First."
    bar.show()
    click(qtbot, bar.second_button)
    assert taken == ["no"] and bar.text() == "Second." and bar.offer_button.isHidden()
    click(qtbot, bar.close_button)
    assert taken == ["no", "closed"] and bar.text() == ""


def test_what_stood_can_be_withdrawn(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.stand("one", "First.")
    bar.stand("two", "Second.")
    bar.withdraw("one")
    assert bar.text() == "Second."
    bar.say("Said.")
    bar.withdraw("two")
    assert bar.text() == "Said."
    bar.dismiss()
    assert bar.text() == ""


def test_an_interrupted_run_is_one_to_the_command_line_too(cut_off):
    assert is_interrupted(cut_off)
