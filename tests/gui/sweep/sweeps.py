"""A sweep page whose crew waits for the test, and what a test does with it."""

import threading

from PySide6.QtCore import Qt

from ae_workbench.core.registry import Registry
from ae_workbench.engine.sweep.session import SweepSession
from ae_workbench.ui.modes import Mode
from ae_workbench.ui.modes.sweep.page import SweepPage
from tests.engine.fake_crew import FakeCrew
from tests.gui.windows import WAIT_MS

LEFT = Qt.MouseButton.LeftButton


class Gate(FakeCrew):
    """Goes on only while it is open."""

    def __init__(self, *rest):
        super().__init__(*rest)
        self.is_open = threading.Event()
        self.is_open.set()

    def poll(self, timeout_s):
        return super().poll(timeout_s) if self.is_open.wait(timeout_s) else []


class FakePage(SweepPage):
    """Its sweeps are worked on by the test's crew."""

    crew: Gate

    def __init__(self, window):
        super().__init__(window, lambda folder, limits, address: SweepSession(folder, lambda: self.crew))


def modes():
    """The sweep page alone."""
    return Registry("mode", Mode("sweep", "Sweep", "chart-spline", "Sweep", f"{__name__}:FakePage"))


def run_it(qtbot, page):
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        qtbot.mouseClick(page.setup.start_button, LEFT)


def shown(page):
    table = page.results.table
    model = table.passing
    return [[model.data(model.index(row, column)) for column in range(model.columnCount())] for row in range(model.rowCount())]
