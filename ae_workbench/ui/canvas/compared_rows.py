"""The drawing through several runs at once, a row each."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ae_workbench.core.shape import Shape
from ae_workbench.ui import theme
from ae_workbench.ui.canvas.curve_pad import paint_curves
from ae_workbench.ui.canvas.jobs import Row
from ae_workbench.ui.canvas.result_widgets import Painted
from ae_workbench.ui.colour_maps import paint, tinted
from ae_workbench.ui.viewers.picture_painting import paint_crisp

ROW_PX, PICTURE_PX, CURVE_PX, HEAD_PX, GAP_PX = 62, 56, 110, 24, 10


class ComparedRows(Painted):
    """Output, name and error of each run; the smallest error stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas_compared", 0, parent)
        self.rows: tuple[Row, ...] = ()
        self._is_image = True
        self.setAccessibleName(self.tr("The drawing through the compared runs"))
        self.hide()

    def show_rows(self, rows: Sequence[Row], shape: Shape | None) -> None:
        """Show these; nothing for none."""
        self.rows, self._is_image = tuple(rows), shape is None or shape.is_image
        height = HEAD_PX + ROW_PX * len(self.rows) if self.rows else 0
        if height != self.height():
            self.setFixedHeight(height)
        self.setVisible(bool(self.rows))
        self.setToolTip("\n".join(f"{row.name}: {row.problem or f'{row.error:.5f}'}" for row in self.rows))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter, colours = QPainter(self), theme.current()
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRectF(0, 0, self.width(), HEAD_PX), Qt.AlignmentFlag.AlignVCenter, self.tr("Through the compared runs"))
        errors = [row.error for row in self.rows if row.error is not None]
        best = min(errors) if len(errors) > 1 else None
        for number, row in enumerate(self.rows):
            place = QRectF(0, HEAD_PX + number * ROW_PX, self.width(), ROW_PX)
            self._paint_row(painter, place, row, best is not None and row.error == best)

    def _paint_row(self, painter: QPainter, place: QRectF, row: Row, is_best: bool) -> None:
        colours = theme.current()
        width = PICTURE_PX if self._is_image else CURVE_PX
        picture = QRectF(place.left(), place.top() + 3, width, PICTURE_PX)
        if row.output is None:
            painter.fillRect(picture, QColor(colours.raised))
        elif self._is_image:
            image = tinted(paint(row.output), self.colour_map)
            scale = min(width / image.width(), PICTURE_PX / image.height())
            paint_crisp(painter, QRectF(picture.left(), picture.top(), image.width() * scale, image.height() * scale), image, 1.0)
        else:
            painter.fillRect(picture, QColor(colours.raised))
            painter.save()
            paint_curves(painter, picture.adjusted(2, 3, -2, -3), (row.output,))
            painter.restore()
        text = QRectF(picture.right() + GAP_PX, place.top() + 8, place.right() - picture.right() - GAP_PX, 20)
        painter.setPen(QColor(colours.text))
        name = self.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideMiddle, int(text.width()))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
        said = self.tr("Takes {shape}").format(shape=row.problem) if row.error is None else f"{row.error:.4f}"
        said = said + self.tr("  ·  lowest") if is_best else said
        painter.setPen(QColor(colours.good if is_best else colours.muted))
        painter.drawText(text.translated(0, 20), Qt.AlignmentFlag.AlignVCenter, said)
