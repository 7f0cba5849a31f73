"""Opening whatever the window has shows nothing beside it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.ui.modes import MODES
from ae_workbench.variants import VARIANTS
from tests.gui.windows import WAIT_MS, open_window


class Watch(QObject):
    """Names every window that is shown."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} “{watched.objectName()}”")
        return False


def test_no_part_is_a_window_of_its_own_for_a_moment(qtbot):
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    try:
        with open_window(qtbot, viewers=True) as window:
            for viewer in window.centre.viewers.values():
                window.centre.tabs.setCurrentWidget(viewer)
            for variant in VARIANTS.keys:
                window.designer.variant_cards.select(variant)
            for dock in window.docks:
                dock.hide()
                dock.show()
            for mode in MODES.keys:
                window.modes.show(mode)
            window.modes.show("article")
            page = window.modes.page
            for chapter in CHAPTERS.keys:
                page.contents.choose(chapter)
                qtbot.waitUntil(lambda view=page.chapters[chapter]: view.is_built, timeout=WAIT_MS)
            window.modes.show_workbench()
    finally:
        QApplication.instance().removeEventFilter(watch)
    assert watch.shown == ["MainWindow “main_window”"]
