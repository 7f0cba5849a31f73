"""Images as the sequence variant reads and writes them: row by row, with the present row's pixels as curves."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.colour_maps import GREY, tinted
from ae_workbench.ui.curve_lines import curve
from ae_workbench.ui.viewers.picture_painting import paint_crisp
from ae_workbench.ui.viewers.sequences.cells import CellGrid
from ae_workbench.ui.viewers.sequences.jobs import MOST_POINTS, Page

PAIR_GAP_PX, PROFILE_PX, PROFILE_GAP_PX = 6.0, 34.0, 6.0
TO_COME = 0.14


class RowGrid(CellGrid):
    """Input and output side by side, both up to row ``step``; what is still to come is faint."""

    wanted_size = 140.0, 132.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = 0
        self.colour_map = GREY

    def set_step(self, step: int) -> None:
        """Build up to this row."""
        self.step = step
        self.update()

    def set_colour_map(self, name: str) -> None:
        self.colour_map = name
        self.update()

    def picture_place(self, number: int, position: int) -> QRectF:
        """Where the input (0) or the output (1) is."""
        area = self.area(number)
        picture = self.page.pictures[number][0] if self.page is not None else QImage(1, 1, QImage.Format.Format_Grayscale8)
        ratio = self.devicePixelRatioF()
        room = (area.width() - PAIR_GAP_PX) / 2, area.height() - PROFILE_PX - PROFILE_GAP_PX
        scale = min(room[0] / picture.width(), room[1] / picture.height()) * ratio
        scale = float(int(scale)) if scale >= 1 else scale
        width, height = picture.width() * scale / ratio, picture.height() * scale / ratio
        left = area.left() + (area.width() - 2 * width - PAIR_GAP_PX) / 2 + position * (width + PAIR_GAP_PX)
        return QRectF(round(left * ratio) / ratio, round(area.top() * ratio) / ratio, width, height)

    def paint_cell(self, painter: QPainter, number: int, page: Page) -> None:
        for position, picture in enumerate(page.pictures[number]):
            place = self.picture_place(number, position)
            if picture is None:
                painter.setPen(QPen(QColor(theme.current().border), 1, Qt.PenStyle.DashLine))
                painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
            else:
                self._paint_built(painter, place, tinted(picture, self.colour_map))
        self._paint_profile(painter, number, page)

    def _paint_built(self, painter: QPainter, place: QRectF, picture: QImage) -> None:
        painter.save()
        painter.setOpacity(TO_COME)
        paint_crisp(painter, place, picture, self.devicePixelRatioF())
        built = QRectF(place)
        built.setHeight(place.height() * min(self.step + 1, picture.height()) / picture.height())
        painter.setClipRect(built)
        painter.setOpacity(1)
        paint_crisp(painter, place, picture, self.devicePixelRatioF())
        painter.restore()
        if self.step + 1 < picture.height():
            painter.setPen(QPen(QColor(theme.current().accent), 1.5))
            painter.drawLine(built.bottomLeft(), built.bottomRight())

    def _paint_profile(self, painter: QPainter, number: int, page: Page) -> None:
        """Pixels of the present row from left to right: the input grey, the output in colour."""
        colours = theme.current()
        left, right = self.picture_place(number, 0), self.picture_place(number, 1)
        where = QRectF(left.left(), left.bottom() + PROFILE_GAP_PX, right.right() - left.left(), PROFILE_PX)
        painter.setPen(QPen(QColor(colours.grid), 1))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(self.step, page.inputs.shape[1] - 1)
        painter.setPen(QPen(QColor(colours.muted), 1.4))
        painter.drawPolyline(_profile(page.inputs[number, step], where))
        if page.outputs is not None:
            painter.setPen(QPen(QColor(colours.series[0]), 1.6))
            painter.drawPolyline(_profile(page.outputs[number, step], where))


def _profile(row: NDArray[np.float32], where: QRectF) -> QPolygonF:
    row = row[:: max(1, len(row) // MOST_POINTS)]
    return curve(row, (0.0, 1.0), where.adjusted(0, 1, 0, -1), np.linspace(0, 1, len(row)), beyond=0)
