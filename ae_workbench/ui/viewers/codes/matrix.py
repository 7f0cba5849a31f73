"""The codes of the whole test set as one picture, units down and examples across, and their histogram."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.colour_maps import GREY, tinted
from ae_workbench.ui.viewers.codes.jobs import Summary
from ae_workbench.ui.viewers.codes.overview import Matrix
from ae_workbench.ui.viewers.latent.class_colours import class_colours
from ae_workbench.ui.wording import class_title, signed_text

LEFT_PX, TOP_PX, STRIP_PX, GAP_PX = 44, 18, 6, 4
LABEL_PX = 18


class CodeMatrix(QWidget):
    """``hovered`` gives (test index, unit) under the pointer or None; ``picked`` the same on a click."""

    hovered = Signal(object)
    picked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code_matrix")
        self.matrix: Matrix | None = None
        self.summary: Summary | None = None
        self.marked: int | None = None
        self.colour_map = GREY
        self.setMouseTracking(True)
        self.setFont(theme.number_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.signals.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(420, 240)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(160, 90)

    def show_matrix(self, matrix: Matrix | None, summary: Summary | None) -> None:
        self.matrix, self.summary = matrix, summary
        self.update()

    def mark(self, index: int | None) -> None:
        """Point at one example's column, if it is there."""
        self.marked = index
        self.update()

    def set_colour_map(self, name: str) -> None:
        self.colour_map = name
        self.update()

    @property
    def place(self) -> QRectF:
        """Where the picture is."""
        left, top = theme.grown(LEFT_PX), theme.grown(TOP_PX) + STRIP_PX + GAP_PX
        return QRectF(left, top, self.width() - left - 2, self.height() - top - 2)

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """Test index and unit under a point."""
        place, matrix = self.place, self.matrix
        if matrix is None or not place.contains(x, y):
            return None
        column = int((x - place.left()) / place.width() * len(matrix.examples))
        row = int((y - place.top()) / place.height() * len(matrix.units))
        return int(matrix.examples[min(column, len(matrix.examples) - 1)]), matrix.units[min(row, len(matrix.units) - 1)]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self.hovered.emit(self.at(event.position().x(), event.position().y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        found = self.at(event.position().x(), event.position().y())
        if found is not None:
            self.picked.emit(*found)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().leaveEvent(event)
        self.hovered.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if self.matrix is None or self.summary is None:
            return
        painter = QPainter(self)
        place = self.place
        # Fewer pixels than units or examples: then their mean is shown, otherwise each is a sharp square.
        shrinks = place.width() < len(self.matrix.examples) or place.height() < len(self.matrix.units)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shrinks)
        painter.drawImage(place, tinted(self.matrix.picture, self.colour_map))
        self._paint_classes(painter, place)
        self._paint_units(painter, place)
        self._paint_marked(painter, place)

    def _paint_classes(self, painter: QPainter, place: QRectF) -> None:
        """A strip over the picture in the classes' colours, with their names."""
        labels = self.summary.dataset.test.labels if self.summary else None
        if labels is None or self.matrix is None or self.summary is None:
            return
        names, shown = self.summary.dataset.class_names, labels[self.matrix.examples]
        colours, wide = class_colours(int(labels.max()) + 1, theme.current()), place.width() / len(shown)
        top = theme.grown(TOP_PX)
        for label in np.unique(shown):
            first, last = np.flatnonzero(shown == label)[[0, -1]]
            left, right = place.left() + first * wide, place.left() + (last + 1) * wide
            strip = QRectF(left, top, right - left - 1, STRIP_PX)
            painter.fillRect(strip, colours[label])
            name = class_title(names, label)
            if painter.fontMetrics().horizontalAdvance(name) < strip.width():
                painter.setPen(QColor(theme.current().muted))
                painter.drawText(QRectF(left, 0, strip.width(), top - 2), Qt.AlignmentFlag.AlignCenter, name)

    def _paint_units(self, painter: QPainter, place: QRectF) -> None:
        units = self.matrix.units if self.matrix else ()
        tall, label = place.height() / max(1, len(units)), theme.grown(LABEL_PX)
        every = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500) if step * tall >= label), 1000)
        painter.setPen(QColor(theme.current().muted))
        for row in range(0, len(units), every):
            idle = self.summary is not None and units[row] in self.summary.idle
            where = QRectF(0, place.top() + row * tall, place.left() - 6, max(tall, label) if every == 1 else label)
            if where.bottom() > self.height() + 1:  # the last one would be cut
                break
            painter.drawText(
                where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{units[row]}×" if idle else str(units[row])
            )

    def _paint_marked(self, painter: QPainter, place: QRectF) -> None:
        if self.matrix is None or self.marked is None:
            return
        found = np.flatnonzero(self.matrix.examples == self.marked)
        if len(found):
            x = place.left() + (found[0] + 0.5) / len(self.matrix.examples) * place.width()
            painter.setPen(QPen(QColor(theme.current().accent), 1.5))
            painter.drawLine(round(x), round(place.top()), round(x), round(place.bottom()))


class Histogram(QWidget):
    """How often which values are among the codes; heights on a square-root scale, so that many zeros leave the rest to be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code_histogram")
        self._edges: NDArray = np.zeros(0)
        self._counts: NDArray = np.zeros(0)
        self.setFont(theme.number_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.signals.changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(120, 48)

    def show_counts(self, edges: NDArray, counts: NDArray) -> None:
        self._edges, self._counts = edges, counts
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if not self._counts.sum():
            return
        painter, colours = QPainter(self), theme.current()
        bottom = self.height() - self.fontMetrics().height() - 2
        heights = np.sqrt(self._counts / self._counts.max()) * (bottom - 2)
        wide = self.width() / len(heights)
        for place, height in enumerate(heights):
            painter.fillRect(QRectF(place * wide, bottom - height, max(1.0, wide - 1), height), QColor(colours.accent))
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(0, bottom, self.width(), bottom)
        painter.setPen(QColor(colours.muted))
        line = QRectF(0, bottom + 1, self.width(), self.fontMetrics().height())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, signed_text(self._edges[0], ".3g"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, signed_text(self._edges[-1], ".3g"))
