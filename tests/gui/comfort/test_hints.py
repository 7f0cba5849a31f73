"""The hints of the first start, which lead through the parts of the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ae_workbench.ui.hints import HINTS
from ae_workbench.ui.settings import Settings


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
