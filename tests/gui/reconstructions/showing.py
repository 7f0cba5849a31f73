"""Gives the reconstructions viewer data and a run, chooses in its boxes, and waits for its page."""

from ae_workbench.core.recipe import Choice
from ae_workbench.storage.run_folder import RunFolder
from tests.gui.viewing import WAIT_MS

DIGITS = Choice("digits")


def until(qtbot, viewer, there):
    qtbot.waitUntil(lambda: viewer.page is not None and bool(there(viewer.page)), timeout=WAIT_MS)


def show_run(qtbot, viewer, dataset, path):
    viewer.workspace.set_dataset(DIGITS, dataset)
    viewer.workspace.set_run(RunFolder.open(path))
    until(qtbot, viewer, lambda page: page.outputs)


def choose(box, data):
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())
