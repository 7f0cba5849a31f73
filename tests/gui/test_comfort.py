"""Palette, sheet of keys, hints, type size, notices, about, and the window made anew in another language."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAction, QColor, QDropEvent, QImage, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QDialog, QLabel, QMenu, QWidget

from ae_workbench.core.recipe import recipe_text
from ae_workbench.engine.events import Ended, Started
from ae_workbench.ui import theme
from ae_workbench.ui.about import versions
from ae_workbench.ui.hints import HINTS
from ae_workbench.ui.notices import Notices
from ae_workbench.ui.palette.entries import menu_actions, plain
from ae_workbench.ui.settings import Settings
from ae_workbench.ui.shortcuts import WIDGET_KEYS, gather
from ae_workbench.variants.recipes import find_recipe
from tests.gui.windows import WAIT_MS, open_window


@pytest.fixture
def window(qtbot):
    with open_window(qtbot, viewers=True) as opened:
        yield opened


@pytest.fixture
def usual_size(qapp):
    yield
    theme.set_scale(qapp, 100)


def dialog(window, name):
    return next(found for found in window.findChildren(QDialog) if found.objectName() == name and found.isVisible())


# The palette


def open_palette(window, text=""):
    window.actions_["palette"].trigger()
    palette = window.comfort.palette
    palette.field.setText(text)
    return palette


def test_the_palette_has_every_command_of_the_menus(window):
    titles = {(entry.title, entry.place) for entry in window.comfort.entries()}
    wanted = {(plain(action.text()), " › ".join(path)) for action, path in menu_actions(window.menuBar())}
    assert wanted - titles == set()
    assert len(titles) > 150


def test_the_palette_is_used_with_the_keyboard_alone(qtbot, window):
    palette = open_palette(window)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 1
    QTest.keyClicks(palette.field, "go to curves")
    assert palette.list.currentIndex().row() == 0
    assert palette.model.shown[0].title == "Curves"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.centre.tabs.currentWidget() is window.centre.viewers["curves"]
    qtbot.waitUntil(lambda: window.comfort.palette is None, timeout=WAIT_MS)


def test_what_was_chosen_lately_comes_first(qtbot, window):
    palette = open_palette(window, "reset layout")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    again = open_palette(window)
    assert again.model.shown[0].title == "Reset layout"
    again.close()
    assert window.settings.recent_commands == ["action:reset_layout_action"]


def test_presets_and_data_can_be_chosen_in_the_palette(window):
    palette = open_palette(window, "sparse, as published")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.model.recipe.variant == "sparse"
    assert window.model.recipe.training.optimizer == "adadelta"
    window.model.undo_stack.undo()
    assert window.model.recipe.variant == "simple"


def test_what_cannot_be_done_now_is_shown_but_not_done(window):
    palette = open_palette(window, "stop train")
    stop = next(entry for entry in palette.model.shown if entry.key == "action:stop_action")
    assert not stop.enabled
    palette.list.setCurrentIndex(palette.model.index(palette.model.shown.index(stop)))
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.field.setText("zzzz")
    assert not palette.nothing.isHidden()
    palette.close()


# The sheet of keys


def test_the_sheet_has_every_key_of_the_menus(window):
    window.actions_["keys"].trigger()
    sheet = dialog(window, "shortcut_sheet")
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for action, _ in menu_actions(window.menuBar()):
        if not action.shortcut().isEmpty():
            assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in shown
            assert plain(action.text()) in shown
    sheet.close()


def test_the_sheet_can_be_searched(window):
    window.actions_["keys"].trigger()
    sheet = dialog(window, "shortcut_sheet")
    sheet.field.setText("brush")
    left = {label.text() for label in sheet.findChildren(QLabel) if label.isVisible()}
    assert left == {"Canvas", "Smaller brush", "[", "Larger brush", "]"}
    sheet.close()


def test_no_two_commands_have_the_same_key(window):
    keys = [line[0] for title, lines in gather(window.menuBar()) if title not in WIDGET_KEYS for line in lines]
    assert sorted(keys) == sorted(set(keys))


def test_the_canvas_knows_each_key_that_the_sheet_gives_it(window):
    for keys, what in WIDGET_KEYS["Canvas"]:
        sequence = QKeySequence(keys)[0]
        event = QKeyEvent(QEvent.Type.KeyPress, sequence.key(), sequence.keyboardModifiers())
        assert window.canvas._slot_for(event) is not None, what


def test_the_keys_of_places_bring_the_focus_there(qtbot, window):
    window.activateWindow()
    for key in ("codes", "curves", "reconstructions"):
        window.actions_[f"go_to_{key}"].trigger()
        assert window.centre.tabs.currentWidget() is window.centre.viewers[key]
    for key, dock in (("canvas", window.canvas_dock), ("training", window.training_dock), ("designer", window.designer_dock)):
        dock.hide()
        window.actions_[f"go_to_{key}"].trigger()
        assert dock.isVisible()
        qtbot.waitUntil(lambda dock=dock: dock.isAncestorOf(QApplication.focusWidget() or window), timeout=WAIT_MS)


# Hints


def test_the_hints_lead_through_the_window_once(qtbot, window):
    window.comfort.offer_hints()
    hints = window.comfort.hints
    seen = [hints.hint.key]
    for _ in HINTS[1:]:
        QTest.keyClick(hints, Qt.Key.Key_Right)
        seen.append(hints.hint.key)
    assert seen == [hint.key for hint in HINTS]
    QTest.keyClick(hints, Qt.Key.Key_Left)
    assert hints.hint.key == HINTS[-2].key
    QTest.keyClick(hints, Qt.Key.Key_Right)
    QTest.mouseClick(hints.card.next_button, Qt.MouseButton.LeftButton)
    assert window.comfort.hints is None
    assert Settings(window.settings.path.parent).saw_hints
    window.comfort.offer_hints()
    assert window.comfort.hints is None
    window.actions_["hints"].trigger()
    assert window.comfort.hints is not None
    window.comfort.hints.end()


def test_the_hints_can_be_skipped_with_escape_and_keep_clicks_away(window):
    window.comfort.begin_hints()
    hints = window.comfort.hints
    assert hints.geometry() == window.rect()
    assert window.childAt(window.centre.mapTo(window, window.centre.rect().center())) in (hints, *hints.findChildren(QWidget))
    QTest.keyClick(hints, Qt.Key.Key_Escape)
    assert window.comfort.hints is None


def test_tab_stays_in_the_hint(qtbot, window):
    window.activateWindow()
    window.comfort.begin_hints()
    hints = window.comfort.hints
    hints.go_on()
    for _ in range(5):
        QTest.keyClick(hints, Qt.Key.Key_Tab)
        assert hints.card.isAncestorOf(window.focusWidget())
    hints.end()


def test_a_hint_stays_within_the_window_and_beside_its_part(window):
    window.comfort.begin_hints()
    hints = window.comfort.hints
    for _ in HINTS:
        card = hints.card.geometry()
        assert hints.rect().contains(card)
        if hints.hint.key in ("designer", "canvas"):
            assert not card.intersects(hints._target())
        hints.go_on()


def test_hints_about_hidden_parts_are_left_out(window):
    window.canvas_dock.hide()
    window.comfort.begin_hints()
    assert "canvas" not in [hint.key for hint in window.comfort.hints._hints]
    window.comfort.hints.end()


# Type size


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


# Notices


def test_a_long_training_that_ends_unseen_is_announced(qtbot, tmp_path):
    other = QWidget()
    qtbot.addWidget(other)
    notices = Notices(other, long_s=0.0)
    notices.show_event(Started(tmp_path, 0, 5, 10, 10))
    notices.show_event(Ended("finished", 5, None, tmp_path))
    assert notices.last == "Finished after 5 epochs."


@pytest.mark.parametrize("why", ["short", "stopped", "off"])
def test_what_needs_no_announcement_gets_none(qtbot, tmp_path, why):
    other = QWidget()
    qtbot.addWidget(other)
    notices = Notices(other, long_s=1000.0 if why == "short" else 0.0)
    notices.is_on = why != "off"
    notices.show_event(Started(tmp_path, 0, 5, 10, 10))
    notices.show_event(Ended("stopped" if why == "stopped" else "finished", 5, None, tmp_path))
    assert notices.last == ""


def test_notices_can_be_switched_off_for_good(window):
    assert window.actions_["notify"].isChecked()
    window.actions_["notify"].trigger()
    assert not window.comfort.notices.is_on
    assert not window.settings.notifies


# About


def test_about_names_versions_and_says_whether_a_gpu_is_used(qtbot, window):
    assert {"AE Workbench", "Python", "Qt", "TensorFlow", "Keras", "NumPy"} <= set(versions())
    window.actions_["about"].trigger()
    about = dialog(window, "about_dialog")
    about.show_device("")
    assert "still being loaded" in about.device_label.text()
    about.show_device("TensorFlow 2.21.0 · Keras 3.15.1 · CPU")
    assert "no GPU" in about.device_label.text()
    about.show_device("TensorFlow 2.21.0 · Keras 3.15.1 · 2 GPUs")
    assert "2 GPUs" in about.device_label.text()
    about.copy_button.click()
    assert f"Keras {versions()['Keras']}" in QApplication.clipboard().text()
    about.close()


# For those who can't see or point


def is_inner(widget):
    """Whether it is a part of Qt's or pyqtgraph's own controls: a list that drops down, what a plot scrolls, a menu nobody opens."""
    parent = widget.parentWidget()
    drops_down = isinstance(parent.parentWidget(), QComboBox) if parent else False
    scrolls = isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
    in_menu = any(isinstance(above, QMenu) for above in ancestors(widget))
    return widget.objectName().startswith("qt_") or drops_down or scrolls or in_menu


def ancestors(widget):
    while (widget := widget.parentWidget()) is not None:
        yield widget


def test_every_control_that_takes_the_focus_has_a_name(window):
    nameless = []
    for widget in window.findChildren(QWidget):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_inner(widget)
        if takes_keys and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
            nameless.append(f"{type(widget).__name__} “{widget.objectName()}” in {type(widget.parentWidget()).__name__}")
    assert nameless == []


def test_every_command_says_what_it_is_for(window):
    silent = [action.objectName() for action in window.actions_.findChildren(QAction) if not action.toolTip()]
    assert silent == []


# Dropped onto the window


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = QPointF(window.rect().center())
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)
    assert event.isAccepted()


def test_a_picture_dropped_onto_the_window_comes_onto_the_canvas(qtbot, window, tmp_path):
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    for x in range(15, 25):
        for y in range(8, 32):
            picture.setPixelColor(x, y, Qt.GlobalColor.white)
    picture.save(str(tmp_path / "bar.png"))
    window.canvas_dock.hide()
    drop(window, tmp_path / "bar.png")
    assert window.canvas_dock.isVisible()
    qtbot.waitUntil(lambda: window.canvas.undo_stack.count() == 1, timeout=WAIT_MS)
    assert window.canvas.pad.pixels.max() == 255


def test_a_broken_picture_is_refused_in_a_sentence(qtbot, window, tmp_path):
    (tmp_path / "broken.png").write_bytes(b"\x89PNG")
    drop(window, tmp_path / "broken.png")
    qtbot.waitUntil(window.messages.isVisible, timeout=WAIT_MS)
    assert "broken.png" in window.messages.line.text()
    assert window.canvas.undo_stack.count() == 0


def test_dropped_arrays_and_recipes_are_opened(qtbot, window, tmp_path):
    np.save(tmp_path / "mine.npy", np.zeros((20, 28, 28), np.uint8))
    drop(window, tmp_path / "mine.npy")
    assert window.model.recipe.data.key == "array"
    (tmp_path / "deep.json").write_text(recipe_text(find_recipe("deep")), encoding="utf-8")
    drop(window, tmp_path / "deep.json")
    assert window.model.recipe.variant == "deep"


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda each: each.name)
def test_class_colours_differ_for_colour_blind_people_too(colours):
    """Machado, Oliveira and Fernandes 2009, severity 1: protanopia, deuteranopia, tritanopia. Distances are CIE76 in Lab."""
    for matrix in BLINDNESS.values():
        seen = [lab(np.clip(np.array(matrix) @ linear(colour), 0, 1)) for colour in colours.series]
        nearest = min(np.linalg.norm(one - other) for place, one in enumerate(seen) for other in seen[:place])
        assert nearest > 9


BLINDNESS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour):
    parts = np.array(QColor(colour).getRgbF()[:3])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    xyz = np.array(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))) @ rgb / (0.9505, 1.0, 1.089)
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array((116 * y - 16, 500 * (x - y), 200 * (y - z)))
