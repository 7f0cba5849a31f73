"""Parts of the window that come after it: what they need is imported first, and no two threads make Qt's classes at once."""

import subprocess
import sys

from pytestqt.qtbot import QtBot

from ae_workbench.ui.afterwards import Afterwards

MODULE = "json.tool"


def test_parts_come_in_turn_after_their_modules(qtbot: QtBot) -> None:
    sys.modules.pop(MODULE, None)
    afterwards, done = Afterwards(), []
    with qtbot.waitSignal(afterwards.done):
        afterwards.begin([(MODULE, lambda: done.append(MODULE in sys.modules)), ("json", lambda: done.append("second"))])
    assert done == [True, "second"]
    assert afterwards.thread_.wait()


def test_modules_are_imported_once_all_classes_of_qt_are_there(qtbot: QtBot) -> None:
    """In a process of its own, where none has been asked for yet."""
    script = """
import sys
from PySide6.QtCore import QCoreApplication
from ae_workbench.ui import afterwards
from ae_workbench.ui.qt_types import MODULES

def missing():
    return [name for module in MODULES for name in dir(module) if name not in vars(module)]

app = QCoreApplication([])
parts = afterwards.Afterwards()
found = [len(missing())]
parts.thread_.started.connect(lambda: found.append(len(missing())))
parts.done.connect(app.quit)
parts.begin([("ae_workbench.ui.plotting", lambda: None)])
app.exec()
parts.thread_.wait()
print(*found)
"""
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    before, then = map(int, out.split())
    assert before > 0
    assert then == 0


def test_after_a_stop_nothing_more_is_done(qtbot: QtBot) -> None:
    stopped, other, done = Afterwards(), Afterwards(), []
    stopped.begin([("json", lambda: done.append("stopped"))])
    stopped.stop()
    with qtbot.waitSignal(other.done):  # which takes as many turns as the first would have, and some more
        other.begin([("json", lambda: done.append("first")), ("json", lambda: done.append("second"))])
    assert done == ["first", "second"]
    assert other.thread_.wait() and not stopped.thread_.isRunning()
