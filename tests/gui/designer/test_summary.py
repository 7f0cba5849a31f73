"""The plan in numbers."""

from PySide6.QtGui import QFont

from ae_workbench.core.shape import Shape
from ae_workbench.ui import theme
from ae_workbench.ui.panels.designer import DesignerPanel
from ae_workbench.ui.recipe_model import RecipeModel
from tests.gui.designer.editors import editor


def test_a_large_compression_is_written_out(panel, model):
    model.set_shape(Shape((96, 120, 1)))
    editor(panel, "parameters_code_size").setValue(8)
    assert panel.plan_card.summary.values["compression"].text() == "1,440×"
    editor(panel, "parameters_code_size").setValue(1)
    assert panel.plan_card.summary.values["compression"].text() == "11,500×"


def test_the_plan_s_numbers_are_large_and_bold_from_the_start(qtbot, qapp):
    theme.apply(qapp, "light")
    panel = DesignerPanel(RecipeModel())
    qtbot.addWidget(panel)
    panel.show()
    at_first = look(panel.plan_card.summary.values["parameters"])
    assert at_first[0] > look(panel)[0] and at_first[1] == QFont.Weight.DemiBold
    for scheme in ("dark", "light"):
        theme.apply(qapp, scheme)
    assert look(panel.plan_card.summary.values["parameters"]) == at_first


def look(widget):
    """Size, weight and features of what is written there."""
    used = widget.fontInfo()
    return used.pointSizeF(), used.weight(), widget.font().featureTags()


def test_the_plan_s_numbers_stand_in_two_rows_where_one_is_too_narrow(panel, qtbot, qapp):
    theme.apply(qapp, "light")
    summary, tiles = panel.plan_card.summary, [label.parentWidget() for label in panel.plan_card.summary.values.values()]
    summary.setParent(None)
    qtbot.addWidget(summary)
    summary.show()
    for width, rows in ((600, 1), (sum(tile.sizeHint().width() for tile in tiles), 2), (600, 1)):
        summary.resize(width, 120)
        qtbot.waitUntil(lambda rows=rows: len({tile.y() for tile in tiles}) == rows)
        assert all(tile.width() >= tile.sizeHint().width() for tile in tiles)
