"""Reports of crashes: written once, offered at the next start, shown, copied and deleted."""

import subprocess
import sys
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from ae_workbench.storage import interrupted, reports
from ae_workbench.storage.paths import logs_home
from ae_workbench.storage.reports import new_reports, reports_home, write_report
from ae_workbench.ui.aftermath import REPORTS
from tests.gui.survival.acting import click, until_told
from tests.gui.windows import WAIT_MS, open_window


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


@pytest.mark.parametrize("is_found_late", [False, True])
def test_a_cut_off_training_and_a_report_are_told_one_after_the_other(qtbot, cut_off, monkeypatch, is_found_late):
    """Whether the report is found while the first message still stands, or once that is answered."""
    found, let_go = reports.new_reports, Event()
    monkeypatch.setattr(reports, "new_reports", lambda: found() if let_go.wait(WAIT_MS / 1000) else [])
    write_report("It broke.", reports_home())
    with open_window(qtbot) as window:
        until_told(qtbot, window, "was cut off")
        if is_found_late:
            click(qtbot, window.messages.second_button)
            assert window.messages.text() == ""
        with qtbot.waitSignal(window.codec.answered, timeout=WAIT_MS, check_params_cb=lambda asker, _: asker == REPORTS):
            let_go.set()
        if not is_found_late:
            assert "was cut off" in window.messages.text()
            click(qtbot, window.messages.second_button)
        assert "There is a report of it" in window.messages.text()


def test_a_report_is_offered_though_runs_cannot_be_looked_through(qtbot, home, monkeypatch, caplog):
    def fail():
        raise OSError("the disk is gone")

    write_report("It broke.", reports_home())
    monkeypatch.setattr(interrupted, "interrupted_runs", fail)
    with open_window(qtbot) as window:
        until_told(qtbot, window, "There is a report of it")
    assert "the disk is gone" in caplog.text


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
