"""A convolutional code as tiled maps that can be painted on."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.colour_maps import GREY, paint, paint_signed
from ae_workbench.ui.viewers.codes.code_widget import CodeWidget
from ae_workbench.ui.viewers.codes.jobs import Summary
from ae_workbench.ui.viewers.picture_painting import paint_crisp
from ae_workbench.ui.viewers.tile_layout import Space, TileLayout, lay_out


class CodeMaps(CodeWidget):
    """Each map whole, one pixel a unit. A drag sets every unit it passes to ``brush_value``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code_maps")
        self.brush_value = 0.0
        self.colour_map = GREY
        self._dims = (1, 1, 0)
        self._layout: TileLayout | None = None
        self._last: int | None = None
        self.setFont(theme.number_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(420, 220)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(160, 90)

    def lay_out_anew(self, code_dims: tuple[int, ...]) -> None:
        self._dims = (code_dims[0], code_dims[1], code_dims[2])
        self._layout = None

    def show_summary(self, summary: Summary | None) -> None:
        super().show_summary(summary)
        self._layout = None

    def set_colour_map(self, name: str) -> None:
        """How values that are never negative are painted."""
        self.colour_map = name
        self.update()

    # Places

    @property
    def layout_of_maps(self) -> TileLayout:
        if self._layout is None:
            height, width, maps = self._dims
            caption = (float(self.fontMetrics().horizontalAdvance("000×")), float(self.fontMetrics().height()))
            area = (float(self.width()), float(self.height()))
            self._layout = lay_out(Space(maps, 1, (width, height), area, caption, 0.0, self.devicePixelRatioF()))
        return self._layout

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        self._layout = None
        super().resizeEvent(event)

    def unit_at(self, x: float, y: float) -> int | None:
        layout, (height, width, maps) = self.layout_of_maps, self._dims
        number = layout.at(x, y) if maps else None
        if number is None:
            return None
        left, top = layout.place(number, 0)
        column, row = int((x - left) // (layout.width / width)), int((y - top) // (layout.height / height))
        return self.unit_of(number, row, column) if 0 <= column < width and 0 <= row < height else None

    def unit_of(self, number: int, row: int, column: int) -> int:
        """A unit by map, row and column."""
        _, width, maps = self._dims
        return (row * width + column) * maps + number

    def where(self, unit: int) -> tuple[int, int, int]:
        """Map, row and column of a unit."""
        _, width, maps = self._dims
        return unit % maps, unit // maps // width, unit // maps % width

    def place_of(self, unit: int) -> QRectF:
        """The square of a unit."""
        layout, (number, row, column) = self.layout_of_maps, self.where(unit)
        left, top = layout.place(number, 0)
        across, down = layout.width / self._dims[1], layout.height / self._dims[0]
        return QRectF(left + column * across, top + row * down, across, down)

    # Pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        unit = self.unit_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and unit is not None:
            self.choose(unit)
            self.began.emit()
            self._paint_unit(unit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        unit = self.unit_at(event.position().x(), event.position().y())
        if self._last is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if unit is not None and unit != self._last:
                self._paint_unit(unit)
            return
        self.hovered.emit(unit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._last = None

    def _paint_unit(self, unit: int) -> None:
        self._last = unit
        self.changed.emit(unit, self.brush_value)

    def step(self, key: Qt.Key) -> int | None:
        _, width, maps = self._dims
        steps = {Qt.Key.Key_Left: -maps, Qt.Key.Key_Right: maps, Qt.Key.Key_Up: -maps * width, Qt.Key.Key_Down: maps * width}
        steps |= {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key not in steps:
            return None
        there = 0 if self.unit is None else self.unit + steps[key]
        return there if 0 <= there < len(self.values) else self.unit

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if not self._dims[2] or not len(self.values):
            return
        painter, layout, colours = QPainter(self), self.layout_of_maps, theme.current()
        code = self.values.reshape(self._dims)
        bright = self.summary.bright if self.summary else float(np.abs(code).max()) or 1.0
        signed = self.span[0] < 0
        idle = set(self.summary.idle_parts) if self.summary else set()
        for number in range(self._dims[2]):
            values = code[:, :, number]
            picture = paint_signed(values, bright, colours.is_dark) if signed else paint(values[:, :, None] / bright, self.colour_map)
            x, y = layout.place(number, 0)
            paint_crisp(painter, QRectF(x, y, layout.width, layout.height), picture, self.devicePixelRatioF())
            painter.setPen(QColor(colours.muted))
            where = QRectF(x + layout.width / 2 - 24, layout.caption_top(number), 48, self.fontMetrics().height())
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, f"{number}×" if number in idle else str(number))
        self._paint_marks(painter)

    def _paint_marks(self, painter: QPainter) -> None:
        colours = theme.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.warning), 1.5))
        for unit in np.flatnonzero(self.values != self.base):
            painter.drawRect(self.place_of(int(unit)).adjusted(0.75, 0.75, -0.75, -0.75))
        if self.unit is not None:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(self.place_of(self.unit).adjusted(-0.5, -0.5, 0.5, 0.5))
