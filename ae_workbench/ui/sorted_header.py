"""The head of a table that can be sorted, with an arrow beside the word of the column by which it is."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QTableView

from ae_workbench.ui import theme

ARROW_PX, GAP_PX, PADDING_PX = 12, 3, 8
"""``PADDING_PX`` is the style sheet's."""


class SortedHeader(QHeaderView):
    """The style's own arrow stands over the word, or on its end."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:  # noqa: N802 (Qt's name)
        super().initStyleOptionForIndex(option, section)
        option.sortIndicator = QStyleOptionHeader.SortIndicator.None_

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 (Qt's name)
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if self.isSortIndicatorShown() and section == self.sortIndicatorSection():
            is_up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            theme.icon("chevron-up" if is_up else "chevron-down", "muted").paint(painter, self.arrow_place(rect, section))

    def arrow_place(self, rect: QRect, section: int) -> QRect:
        """Behind words at the left, before words at the right."""
        alignment = self.model().headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        word = QFontMetrics(self.font()).horizontalAdvance(str(self.model().headerData(section, self.orientation())))
        left = rect.left() + PADDING_PX + word + GAP_PX
        if alignment is not None and Qt.AlignmentFlag(alignment) & Qt.AlignmentFlag.AlignRight:
            left = rect.right() + 1 - PADDING_PX - word - GAP_PX - ARROW_PX
        return QRect(left, rect.center().y() - ARROW_PX // 2 + 1, ARROW_PX, ARROW_PX)
