"""Sequences as curves: the input pale, what the model writes strong over it, values under the pointer."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from ae_workbench.ui import theme
from ae_workbench.ui.curve_lines import height_of
from ae_workbench.ui.viewers.sequences.cells import CellGrid
from ae_workbench.ui.viewers.sequences.jobs import Lines, Page
from ae_workbench.ui.wording import signed_text

INPUT_PX, OUTPUT_PX, DOT_PX = 3.0, 1.6, 3.0
PALE = 95


class WaveGrid(CellGrid):
    """All cells have one scale, in the data's units; the pointer reads the same time step in every cell."""

    wanted_size = 196.0, 100.0

    def paint_cell(self, painter: QPainter, number: int, page: Page) -> None:
        colours = theme.current()
        area = self.area(number)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(colours.plot_background))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setClipRect(area)
        if page.span[0] < 0 < page.span[1]:
            zero = height_of(0.0, page.span, area)
            painter.setPen(QPen(QColor(colours.grid), 1))
            painter.drawLine(QPointF(area.left() + 1, zero), QPointF(area.right() - 1, zero))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lines(painter, area, page.lines[number])
        if self.pointer is not None:
            self._paint_pointer(painter, area, number, page)

    def _paint_lines(self, painter: QPainter, area: QRectF, lines: Lines) -> None:
        scale = QTransform(area.width(), 0, 0, area.height(), area.left(), area.top())
        for over, polygons in enumerate((lines.inputs, lines.outputs)):
            for feature, polygon in zip(lines.features, polygons, strict=bool(polygons)):  # none without a model
                pen = QPen(self._colour(feature, len(lines.features), bool(over)), OUTPUT_PX if over else INPUT_PX)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(pen)
                painter.drawPolyline(scale.map(polygon))

    def _colour(self, feature: int, count: int, is_output: bool) -> QColor:
        """One feature's input is grey; of several each keeps its colour, pale for the input."""
        colours = theme.current()
        if not is_output and count == 1:
            grey = QColor(colours.muted)
            grey.setAlpha(PALE + 40)
            return grey
        colour = QColor(colours.series[feature % len(colours.series)])
        if not is_output:
            colour.setAlpha(PALE)
        return colour

    def step_at(self, share: float, page: Page) -> int:
        """The time step nearest to a place across a cell."""
        return round(share * (page.inputs.shape[1] - 1))

    def _paint_pointer(self, painter: QPainter, area: QRectF, number: int, page: Page) -> None:
        assert self.pointer is not None
        colours = theme.current()
        step = self.step_at(self.pointer[1], page)
        x = area.left() + step / max(1, page.inputs.shape[1] - 1) * area.width()
        painter.setPen(QPen(QColor(colours.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, area.top() + 1), QPointF(x, area.bottom() - 1))
        painter.setPen(Qt.PenStyle.NoPen)
        lines = page.lines[number]
        sides = [(page.inputs, False)] + ([(page.outputs, True)] if page.outputs is not None else [])
        for values, is_output in sides:
            for feature in lines.features:
                y = height_of(float(values[number, step, feature]), page.span, area)
                painter.setBrush(self._colour(feature, len(lines.features), is_output))
                painter.drawEllipse(QPointF(x, y), DOT_PX, DOT_PX)

    def reading(self, number: int, share: float, page: Page) -> str:
        step, lines = self.step_at(share, page), page.lines[number]
        if len(lines.features) > 1 and (self.pointer is None or self.pointer[0] != number):
            return f"t {step}"
        sides = [page.inputs] if page.outputs is None else [page.inputs, page.outputs]
        found = [" / ".join(signed_text(side[number, step, feature], ".3g") for side in sides) for feature in lines.features]
        return f"t {step}: " + ", ".join(found)
