"""Larger and smaller type, in every part of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ae_workbench.ui import theme
from ae_workbench.ui.panels.section import UprightScroll
from ae_workbench.ui.sideways_scroll import SidewaysScroll
from ae_workbench.ui.viewer_tabs import ViewerTabs
from tests.gui.type_size import enlarge
from tests.gui.windows import WAIT_MS


def test_type_grows_and_shrinks_everywhere_and_is_remembered(qtbot, qapp, window, usual_size):
    before = qapp.font().pointSizeF()
    label = window.findChild(QLabel, "variant_summary")
    small = label.fontMetrics().height()
    tick = window.training.loss_plot.getPlotItem().getAxis("left").style["tickFont"].pointSizeF()
    window.resize(1920, 1080)
    width = window.designer_dock.width()
    for _ in range(3):
        window.actions_["larger"].trigger()
    qtbot.waitUntil(lambda: window.designer_dock.width() > width, timeout=WAIT_MS)
    assert qapp.font().pointSizeF() == pytest.approx(before * 1.5)
    assert label.fontMetrics().height() > small * 1.3
    assert window.training.loss_plot.getPlotItem().getAxis("left").style["tickFont"].pointSizeF() == pytest.approx(tick * 1.5)
    assert window.settings.scale == 150
    window.actions_["smaller"].trigger()
    assert window.settings.scale == 125
    window.actions_["usual_size"].trigger()
    assert qapp.font().pointSizeF() == pytest.approx(before)


@pytest.mark.parametrize(("size", "percent"), [((1280, 800), 125), ((1280, 800), 150), ((1920, 1080), 200)])
def test_no_panel_is_cut_with_large_type(qtbot, window, usual_size, size, percent):
    window.resize(*size)
    enlarge(window, percent)
    controls = window.training.controls
    upper, lower = (controls.start_button, controls.pause_button), (controls.epoch_button, controls.stop_button)

    def check():
        for name in ("designer_scroll", "canvas_scroll"):
            scroll = window.findChild(UprightScroll, name)
            assert scroll.viewport().width() >= scroll.widget().minimumSizeHint().width()
        for button in (*upper, *lower, controls.more_button):
            assert button.width() >= button.minimumSizeHint().width()
        for above, below in zip(upper, lower, strict=True):
            assert above.geometry().bottom() < below.geometry().top()

    qtbot.waitUntil(check, timeout=WAIT_MS)


def test_where_titles_are_too_long_only_the_viewer_in_front_keeps_its_own(qtbot, window, usual_size):
    window.resize(1280, 800)
    tabs = window.centre.tabs
    bar, titles = tabs.tabBar(), [tabs.tabText(index) for index in range(tabs.count())]
    enlarge(window, 150)
    qtbot.waitUntil(lambda: tabs.tabText(1) == "", timeout=WAIT_MS)
    for current in (0, 1):
        tabs.setCurrentIndex(current)
        for index, title in enumerate(titles):
            is_titled = index == current
            assert (tabs.tabText(index), tabs.tabToolTip(index)) == ((title, "") if is_titled else ("", title))
            assert tabs.tabIcon(index).isNull() == is_titled
            assert bar.accessibleTabName(index) == title
        assert bar.tabRect(tabs.count() - 1).right() <= tabs.width() - tabs.help_button.width()
    window.actions_["usual_size"].trigger()
    qtbot.waitUntil(lambda: [tabs.tabText(index) for index in range(tabs.count())] == titles, timeout=WAIT_MS)


@pytest.mark.parametrize("percent", [100, 150])
def test_no_tab_is_out_of_sight_however_little_room_there_is(qtbot, qapp, workspace, codec, usual_size, percent):
    theme.set_scale(qapp, percent)
    tabs = ViewerTabs(workspace, codec)
    qtbot.addWidget(tabs)
    tabs.show()
    for width in range(330, 1700, 10):
        tabs.resize(width, 300)
        for current in (0, 3):
            tabs.setCurrentIndex(current)
            last = tabs.tabBar().tabRect(tabs.count() - 1)
            assert last.right() <= tabs.width() - tabs.help_button.width(), (width, tabs.tabText(current))


def test_all_tabs_are_seen_where_the_viewer_in_front_is_scrolled_sideways(qtbot, workspace, codec):
    tabs = ViewerTabs(workspace, codec)
    tabs.setMinimumWidth(700)
    scroll = SidewaysScroll("viewers_scroll", tabs, 300)
    qtbot.addWidget(scroll)
    scroll.room_changed.connect(tabs.fit_into)
    scroll.resize(400, 300)
    scroll.show()
    qtbot.waitUntil(lambda: tabs.tabBar().tabRect(tabs.count() - 1).right() < scroll.viewport().width())
    scroll.resize(1400, 300)
    qtbot.waitUntil(lambda: tabs.tabText(1) != "")


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_panels_and_window_have_the_widths_of_before_when_the_type_has(qtbot, window, usual_size, size):
    def widths():
        return [window.width(), *(dock.width() for dock in window.docks)]

    window.resize(*size)
    qtbot.waitUntil(lambda: window.training_dock.width() > 600, timeout=WAIT_MS)
    before = widths()
    for _ in range(4):
        window.actions_["larger"].trigger()
        qtbot.waitUntil(lambda: window.training.width() > 0 and window.width() == before[0], timeout=WAIT_MS)
    enlarge(window, 200)
    qtbot.waitUntil(lambda: widths() != before, timeout=WAIT_MS)
    window.actions_["usual_size"].trigger()
    qtbot.waitUntil(lambda: widths() == before, timeout=WAIT_MS)


def test_a_panel_drawn_to_another_width_by_hand_grows_from_that(qtbot, window, usual_size):
    dock = window.designer_dock
    window.resize(1920, 1080)
    usual = dock.width()
    window.actions_["larger"].trigger()
    qtbot.waitUntil(lambda: dock.width() > usual, timeout=WAIT_MS)
    once = dock.width()
    window.actions_["usual_size"].trigger()
    qtbot.waitUntil(lambda: dock.width() == usual, timeout=WAIT_MS)
    window.resizeDocks([dock], [usual + 60], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: dock.width() == usual + 60, timeout=WAIT_MS)
    window.actions_["larger"].trigger()
    qtbot.waitUntil(lambda: dock.width() > once + 60, timeout=WAIT_MS)
