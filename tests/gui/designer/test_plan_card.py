"""The plan gives way to the form where the panel is low."""

from PySide6.QtCore import Qt

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.ui import theme

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot, panel, height):
    panel.resize(330, height)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel.plan_card


def test_layers_are_drawn_where_there_is_room(qtbot, panel):
    card = shown(qtbot, panel, 1000)
    assert not card.is_folded and card.view.isVisible() and card.summary.isVisible()
    panel.resize(330, 650)
    assert card.is_folded and not card.view.isVisible() and card.summary.isVisible()
    qtbot.waitUntil(lambda: card.height() < 130)
    panel.resize(330, 1000)
    qtbot.waitUntil(lambda: card.view.isVisible() and card.height() > 300)


def test_what_the_person_chose_stays(qtbot, panel):
    card = shown(qtbot, panel, 650)
    assert card.fold_button.accessibleName() == "Show the layers"
    qtbot.mouseClick(card.fold_button, LEFT)
    assert card.view.isVisible() and card.fold_button.accessibleName() == "Hide the layers"
    qtbot.waitUntil(lambda: card.height() > 200)
    panel.resize(330, 600)
    assert card.view.isVisible()
    qtbot.mouseClick(card.fold_button, LEFT)
    panel.resize(330, 1000)
    assert not card.view.isVisible()


def test_a_folded_plan_still_says_what_is_wrong(qtbot, panel):
    card = shown(qtbot, panel, 650)
    low = card.maximumHeight()
    card.show_plan(None, WorkbenchError("A sentence that takes several lines in a card that is so narrow. " * 3))
    qtbot.waitUntil(lambda: card.maximumHeight() > low)
    assert card.summary.problem.isVisible()


def test_large_type_needs_more_height(qtbot, qapp, usual_size, panel):
    card = shown(qtbot, panel, 1000)
    theme.set_scale(qapp, 150)
    assert card.is_folded
