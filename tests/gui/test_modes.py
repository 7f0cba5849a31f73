"""The modes of the window: a page has the window to itself, and the workbench comes back as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from ae_workbench.core.registry import Registry
from ae_workbench.ui.modes import Mode, ModePage
from ae_workbench.ui.settings import Settings
from tests.gui.windows import agree_to_close, open_window

LEFT = Qt.MouseButton.LeftButton


class FakePage(ModePage):
    """Works until it is told to stop."""

    key = "fake"

    def __init__(self, window):
        super().__init__(window)
        self.works = False
        self.looks = 0
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel("Halfway there"))

    @property
    def is_busy(self):
        return self.works

    def work(self):
        return "Halfway there" if self.works else ""

    def stop(self):
        self.works = False
        self.idle.emit()

    def look(self):
        self.looks += 1


KINDS = Registry("mode", Mode("fake", "Halfway there", "layers", "Halfway there", f"{__name__}:FakePage"))


@pytest.fixture
def window(qtbot):
    with open_window(qtbot, modes=KINDS) as window:
        yield window


def seen(window):
    return [dock.objectName() for dock in window.docks if dock.isVisible()]


def test_a_page_has_the_window_to_itself_and_the_panels_come_back(window):
    window.canvas_dock.hide()
    before = seen(window)
    window.modes.actions["fake"].trigger()
    page = window.modes.page
    assert page.isVisible() and page.looks == 1
    assert seen(window) == [] and not window.centre.isVisible()
    window.modes.actions["workbench"].trigger()
    assert window.centre.isVisible() and seen(window) == before == ["designer_dock", "training_dock"]


def test_a_page_is_made_when_it_is_first_shown_and_only_once(window):
    assert window.modes.pages == {}
    for key in ("fake", "workbench", "fake"):
        window.modes.show(key)
    assert window.modes.page.looks == 2 and len(window.modes.pages) == 1


def test_a_wide_page_leaves_the_workbench_its_size(qtbot, window):
    window.modes.show("fake")
    window.modes.page.layout().addWidget(wide := QLabel("Halfway there"))
    wide.setMinimumWidth(3000)
    qtbot.waitUntil(lambda: window.modes.stack.minimumSizeHint().width() >= 3000)
    window.modes.show("workbench")
    assert window.modes.stack.minimumSizeHint().width() < 3000


def test_the_layout_is_kept_where_a_page_is_in_front_at_the_end(qtbot, tmp_path):
    with open_window(qtbot, settings=Settings(tmp_path), modes=KINDS) as window:
        window.modes.show("fake")
    with open_window(qtbot, settings=Settings(tmp_path), modes=KINDS) as window:
        assert len(seen(window)) == 3


@pytest.mark.parametrize("way", ["start", "go_to", "run", "reset"])
def test_what_belongs_to_the_workbench_brings_it_to_the_front(window, trained_runs, way):
    window.modes.show("fake")
    if way == "start":
        window.actions_["start"].trigger()
    elif way == "go_to":
        window.actions_["go_to_canvas"].trigger()
    elif way == "run":
        window.documents.open_path(trained_runs["simple"])
    else:
        window.actions_["reset_layout"].trigger()
    assert window.modes.key == "workbench" and window.centre.isVisible()


def test_closing_asks_about_the_work_of_a_page_and_waits_for_it(qtbot, window):
    window.modes.show("fake")
    page = window.modes.page
    page.works = True
    window.close()
    assert "Halfway there" in window.closing.question.text() and page.works
    agree_to_close(qtbot, window)
    assert not page.works


def test_the_only_mode_has_no_button(qtbot):
    with open_window(qtbot, modes=Registry("mode")) as window:
        assert window.modes.actions["workbench"] not in window.findChild(object, "toolbar").actions()
