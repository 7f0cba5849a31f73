"""The arrow in the head of a sorted table stands beside the word of its column."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView

from ae_workbench.ui.sorted_header import SortedHeader
from tests.gui.viewing import pixels

SIDES = {0: Qt.AlignmentFlag.AlignLeft, 1: Qt.AlignmentFlag.AlignRight}


@pytest.fixture
def table(qtbot):
    table = QTableView()
    qtbot.addWidget(table)
    model = QStandardItemModel(3, 2, table)
    for column, side in SIDES.items():
        model.setHeaderData(column, Qt.Orientation.Horizontal, "Validation")
        model.setHeaderData(column, Qt.Orientation.Horizontal, side | Qt.AlignmentFlag.AlignVCenter, Qt.ItemDataRole.TextAlignmentRole)
    table.setModel(model)
    table.setHorizontalHeader(SortedHeader(table))
    table.resize(400, 200)
    table.show()
    return table


@pytest.mark.parametrize("column", SIDES)
def test_the_arrow_is_painted_where_no_word_is(table, column):
    header = table.horizontalHeader()
    plain = pixels(header)
    table.setSortingEnabled(True)
    table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    changed = (pixels(header) != plain).any(axis=2)
    section = QRect(header.sectionViewportPosition(column), 0, header.sectionSize(column), header.height())
    place = header.arrow_place(section, column)
    assert changed[place.top() : place.bottom() + 1, place.left() : place.right() + 1].any() and section.contains(place)
    changed[place.top() : place.bottom() + 1, place.left() : place.right() + 1] = False
    assert not changed.any()
