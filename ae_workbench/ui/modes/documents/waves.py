"""The waveform under a spectrogram: noisy left of the handle, cleaned at its right, over the same stretch of time."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui import theme

HEIGHT_PX = 92
TICK_PX = 70
PAD_PX = 6.0


class WavesView(QWidget):
    """``start`` and ``end`` are the stretch that is seen, 0 to 1 of the sound; ``split`` is the handle's place across the view.

    ``split_wanted`` comes when somebody clicks or drags.
    """

    split_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before: NDArray[np.float32] | None = None
        self.after: NDArray[np.float32] | None = None
        self.seconds = 0.0
        self.place = (0.0, 1.0)
        self.split = 0.5
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(400, HEIGHT_PX)

    def show_waves(self, before: NDArray[np.float32] | None, after: NDArray[np.float32] | None, seconds: float) -> None:
        """Envelopes (columns, 2) in [-1, 1] before and after."""
        self.before, self.after, self.seconds = before, after, seconds
        self.update()

    def follow(self, split: float, left_px: float, right_px: float) -> None:
        """The handle's place, and where the whole sound begins and ends in the view; parts of it may be outside."""
        self.split, self.place = split, (left_px, right_px)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.split_wanted.emit(event.position().x() / max(1, self.width()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        painter.setPen(QPen(QColor(colours.border)))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        if self.before is None:
            return
        self._paint_time(painter)
        x, width = self.split * self.width(), float(self.width())
        after = self.before if self.after is None else self.after
        for wave, colour, left, right in ((self.before, colours.muted, 0.0, x), (after, colours.accent, x, width)):
            painter.save()
            painter.setClipRect(QRectF(left, 0, right - left, self.height()))
            self._paint_wave(painter, wave, QColor(colour))
            painter.restore()
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))

    def _paint_wave(self, painter: QPainter, wave: NDArray[np.float32], colour: QColor) -> None:
        """One column of pixels at a time, from its lowest to its highest sample."""
        columns = np.arange(max(1, self.width()))
        start, end = self.place
        edges = (np.append(columns, len(columns)) - start) / max(1e-6, end - start) * len(wave)
        first, last = np.floor(edges[:-1]).astype(int), np.maximum(np.floor(edges[:-1]) + 1, np.ceil(edges[1:])).astype(int)
        inside = (first >= 0) & (first < len(wave))
        if not inside.any():
            return
        tallest = float(max(np.abs(self.before).max(initial=0) if self.before is not None else 0, np.abs(wave).max(initial=0), 1e-3))
        room = self.height() - self.fontMetrics().height() - 2 * PAD_PX
        middle = PAD_PX + room / 2
        tops, bottoms = [], []
        for column in columns[inside]:
            part = wave[first[column] : last[column]]
            tops.append(QPointF(column + 0.5, middle - part[:, 1].max() / tallest * room / 2 - 0.4))
            bottoms.append(QPointF(column + 0.5, middle - part[:, 0].min() / tallest * room / 2 + 0.4))
        painter.setPen(QPen(colour, 0.6))
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([*tops, *reversed(bottoms)]))

    def _paint_time(self, painter: QPainter) -> None:
        """A tick with its seconds now and then."""
        colours = theme.current()
        start, end = self.place
        per_second = (end - start) / max(self.seconds, 1e-6)
        step = _nice(TICK_PX / max(per_second, 1e-6))
        painter.setFont(theme.number_font(self.font()))
        line = self.fontMetrics().height()
        for number in range(max(0, int(-start / per_second / step)), int((self.width() - start) / per_second / step) + 1):
            x = start + number * step * per_second
            if number * step > self.seconds or not 0 <= x <= self.width() - TICK_PX / 2:
                continue
            painter.setPen(QPen(QColor(colours.grid)))
            painter.drawLine(QPointF(x, 4), QPointF(x, self.height() - line))
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(x + 4, self.height() - 5), f"{number * step:g} s")


def _nice(least: float) -> float:
    """1, 2 or 5 times a power of ten, at least so much."""
    power = 10.0 ** np.floor(np.log10(max(least, 1e-6)))
    return float(next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least))
