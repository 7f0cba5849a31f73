"""The form's lower edge is soft where it is cut off."""

from ae_workbench.ui.panels.section import UprightScroll
from tests.gui.designer.test_plan_card import shown


def test_the_form_fades_where_there_is_more(qtbot, panel):
    shown(qtbot, panel, 650)
    area = panel.findChild(UprightScroll, "designer_scroll")
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and area.fade.isVisible())
    assert area.fade.geometry().bottom() == area.viewport().geometry().bottom()
    bar.setValue(bar.maximum())
    assert not area.fade.isVisible()
    bar.setValue(0)
    assert area.fade.isVisible()
    panel.resize(330, 500)
    qtbot.waitUntil(lambda: area.fade.geometry().bottom() == area.viewport().geometry().bottom())


def test_nothing_fades_where_all_is_seen(qtbot, panel):
    shown(qtbot, panel, 3000)
    area = panel.findChild(UprightScroll, "designer_scroll")
    qtbot.waitUntil(lambda: not area.fade.isVisible())
