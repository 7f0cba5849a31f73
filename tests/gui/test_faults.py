"""Nothing goes wrong in silence."""

import logging
import sys
import threading

import pytest
from PySide6.QtCore import qWarning

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.storage.reports import new_reports
from ae_workbench.ui.faults import Faults


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


def test_an_uncaught_exception_is_logged_and_told_once(qtbot, faults):
    sys.excepthook(*raised(ValueError("seven is odd")))
    assert "seven is odd" in faults.dialog.text()
    first = faults.dialog
    sys.excepthook(*raised(ValueError("eight is even")))
    assert faults.dialog is first
    log = faults.log_path.read_text()
    assert "seven is odd" in log and "eight is even" in log and "Traceback" in log


def test_after_the_dialog_the_next_fault_is_told_again(qtbot, faults):
    sys.excepthook(*raised(ValueError("one")))
    faults.dialog.done(0)
    assert faults.dialog is None
    sys.excepthook(*raised(WorkbenchError("The disk is full.")))
    assert faults.dialog.text() == "The disk is full."


def test_a_fault_in_a_python_thread_reaches_the_window(qtbot, faults):
    def fail():
        raise RuntimeError("thread broke")

    with qtbot.waitSignal(faults.happened):
        thread = threading.Thread(target=fail)
        thread.start()
    thread.join()
    qtbot.waitUntil(lambda: faults.dialog is not None)
    assert "thread broke" in faults.log_path.read_text()


def test_what_other_rooms_log_is_in_the_log(faults):
    logging.getLogger("ae_workbench.engine.preview").warning("There is no preview")
    assert "There is no preview" in faults.log_path.read_text()


def test_qt_warnings_are_logged(faults):
    qWarning("the paint is wet")
    assert "Qt: the paint is wet" in faults.log_path.read_text()


def test_a_home_that_cannot_be_written_to_is_no_fault(qapp, tmp_path):
    (tmp_path / "file").write_text("")
    faults = Faults(tmp_path / "file" / "logs")
    faults.remove()
    assert not faults.log_path.exists()


def test_former_handlers_come_back(qapp, tmp_path):
    before = sys.excepthook, threading.excepthook
    Faults(tmp_path).remove()
    assert (sys.excepthook, threading.excepthook) == before


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
