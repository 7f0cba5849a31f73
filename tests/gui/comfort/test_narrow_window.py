"""A window on a small screen, or on half of a large one: panels shrink, stack or scroll, and nothing is out of reach."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QToolBar, QToolTip

from ae_workbench.ui.modes import MODES
from ae_workbench.ui.panels.curves import MOST_CHIPS, Curves
from ae_workbench.ui.sideways_scroll import SidewaysScroll
from tests.gui.turns import settle_events
from tests.gui.type_size import cut, enlarge
from tests.gui.windows import WAIT_MS, open_window

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(("percent", "width"), [(100, 960), (150, 1280)])
def test_the_window_fits_a_small_screen_and_everything_can_be_reached(qtbot, window, usual_size, percent, width):
    window.resize(1280, 800)
    enlarge(window, percent)
    window.resize(width, 800)
    viewers = window.findChild(SidewaysScroll, "viewers_scroll")

    def check():
        assert window.width() == width >= window.minimumSizeHint().width()
        for name in ("designer_scroll", "canvas_scroll", "training_scroll"):
            scroll = window.findChild(QScrollArea, name)
            assert scroll.viewport().width() >= scroll.widget().minimumSizeHint().width()
        assert not cut(window.training.controls)
        assert window.centre.tabs.width() >= window.centre.tabs.currentWidget().minimumSizeHint().width()
        assert window.centre.tabs.width() == viewers.viewport().width() + viewers.horizontalScrollBar().maximum()

    qtbot.waitUntil(check, timeout=WAIT_MS)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_mode_widens_the_window_and_all_of_the_toolbar_is_seen(qtbot, usual_size, percent):
    with open_window(qtbot, viewers=True, modes=MODES) as window:
        enlarge(window, percent)
        window.resize(window.minimumSizeHint())
        qtbot.waitUntil(lambda: window.width() == window.minimumSizeHint().width(), timeout=WAIT_MS)
        narrowest, bar = window.width(), window.findChild(QToolBar, "toolbar")
        assert narrowest <= 1280
        assert bar.widgetForAction(bar.actions()[-1]).geometry().right() < bar.width()
        for key in window.modes.actions:
            window.modes.show(key)
            if key == "documents":
                window.modes.pages[key].tools.show_busy(0.5, "Cleaning")
            settle_events()
            assert window.width() == narrowest, key


def test_curves_stand_below_the_controls_where_there_is_no_room_beside_them(qtbot, window):
    controls, curves = window.training.controls, window.training.curves
    scroll = window.findChild(QScrollArea, "training_scroll")

    def top_left(widget):
        return widget.mapTo(window.training, QPoint(0, 0))

    window.resize(1280, 800)
    qtbot.waitUntil(lambda: top_left(curves).x() > controls.width() and scroll.verticalScrollBar().maximum() == 0, timeout=WAIT_MS)
    usual = window.training_dock.height()
    window.resize(1000, 800)
    qtbot.waitUntil(lambda: top_left(curves).y() >= controls.height() and scroll.verticalScrollBar().maximum() > 0, timeout=WAIT_MS)
    assert controls.width() > controls.minimumSizeHint().width()
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: top_left(curves).x() > controls.width(), timeout=WAIT_MS)
    assert window.training_dock.height() == usual


def test_panels_have_their_usual_widths_where_there_is_room(qtbot, window):
    def widths():
        return [window.designer_dock.width(), window.canvas_dock.width()]

    window.resize(1920, 1080)
    window.actions_["reset_layout"].trigger()
    qtbot.waitUntil(lambda: widths() == [372, 284], timeout=WAIT_MS)
    window.resize(1280, 800)
    window.actions_["reset_layout"].trigger()
    qtbot.waitUntil(lambda: window.training.width() >= window.training.wanted_px, timeout=WAIT_MS)
    assert not window.findChild(SidewaysScroll, "viewers_scroll").horizontalScrollBar().maximum()


@pytest.fixture
def curves(qtbot):
    """Those of a variational plan, with all their chips."""
    curves = Curves(waits=True)
    qtbot.addWidget(curves)
    curves.add(1, dict.fromkeys(MOST_CHIPS, 1.0))
    curves.show()
    return curves


def test_where_chips_have_no_room_only_those_keep_their_words_that_are_switched_on(qtbot, curves):
    chips = curves._chips

    def worded():
        return {name for name, chip in chips.items() if chip.says and chip.width() >= chip.width_with(chip.says)}

    curves.resize(curves.wanted_px, 300)
    qtbot.waitUntil(lambda: worded() == set(MOST_CHIPS) and not cut(curves))
    curves.resize(curves.wanted_px - 40, 300)
    qtbot.waitUntil(lambda: worded() == {"loss"} and not cut(curves))
    qtbot.mouseClick(chips["loss"], LEFT)
    qtbot.mouseClick(chips["kl"], LEFT)
    qtbot.waitUntil(lambda: worded() == {"kl"} and not cut(curves))
    for chip in chips.values():
        chip.setChecked(True)
    qtbot.waitUntil(lambda: not worded() and not cut(curves))


def test_chips_are_as_wide_as_what_they_say_and_say_whole_names_where_there_is_room(qtbot, curves):
    chips = list(curves._chips.values())
    for more, said in ((20, [chip.short for chip in chips]), (300, [chip.text() for chip in chips])):
        curves.resize(curves.wanted_px + more, 300)
        qtbot.waitUntil(lambda said=said: [chip.says for chip in chips] == said)
        qtbot.waitUntil(lambda: all(chip.width() == chip.width_with(chip.says) for chip in chips))


def test_the_words_over_curves_are_fewer_where_the_plot_is_narrow(qtbot, curves):
    caption = curves.plot.caption
    curves.begin()
    curves.resize(500, 300)
    qtbot.waitUntil(lambda: caption.text().endswith("per epoch"))
    curves.resize(curves.minimumSizeHint().width() + 60, 300)
    qtbot.waitUntil(lambda: caption.text().endswith("validation"))


def test_a_chip_without_words_says_its_name_in_its_tooltip(qtbot, curves):
    curves.resize(curves.minimumSizeHint().width(), 300)
    chip = curves._chips["kl"]
    qtbot.waitUntil(lambda: 0 < chip.width() < chip.width_with(chip.short))
    QApplication.sendEvent(chip, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), chip.mapToGlobal(QPoint(5, 5))))
    assert QToolTip.text().startswith("KL\n") and chip.toolTip() in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
