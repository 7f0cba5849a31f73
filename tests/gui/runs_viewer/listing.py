"""Opens the list, presses its keys, and says which names are in it, in which order."""

from PySide6.QtCore import Qt

from tests.gui.windows import WAIT_MS

DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


def open_list(qtbot, viewer):
    with qtbot.waitSignal(viewer.settled, timeout=WAIT_MS):
        viewer.show()
    viewer.list_page.view.setFocus()


def names(viewer, own=True):
    return [row.run.name for row in viewer.list_page.model.rows if row.run is not None and row.is_sample != own]


def key(qtbot, viewer, which, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(viewer.list_page.view, which, modifier)


def listed(qtbot, viewer, wanted):
    qtbot.waitUntil(lambda: names(viewer) == wanted, timeout=WAIT_MS)
