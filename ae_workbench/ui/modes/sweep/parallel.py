"""Parallel coordinates: an axis for each parameter and for what came of it, a line for each trial, ranges that can be brushed."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsRectItem, QToolTip, QWidget

from ae_workbench.analysis.sweeps import Axis, Floats, parallel_axes
from ae_workbench.core.shortening import shortened_apart
from ae_workbench.ui import theme
from ae_workbench.ui.modes.sweep.colours import STEPS, mixed, ramp, steps_of
from ae_workbench.ui.modes.sweep.plot import SweepPlot
from ae_workbench.ui.modes.sweep.words import tick_text, title_of
from ae_workbench.ui.plotting import pg
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

GRIP_PX, NEAR_PX, LEAST_BRUSH_PX = 16, 7, 5
BRUSH_HALF = 0.045
LEFT_PX, RIGHT_PX = 74, 62
TICK_ALPHA = 215
TOP, BOTTOM = 1.17, -0.06
LONGEST_TICK = 10
EMPTY = QT_TRANSLATE_NOOP("sweep", "Every trial will be a line here, from its parameters to its error.")


class ParallelPlot(SweepPlot):
    """``brushed`` comes when other ranges are chosen; ``passing`` are the trials within all of them."""

    brushed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sweep_parallel_plot", QCoreApplication.translate("sweep", "Parallel coordinates"), parent)
        self.setToolTip("")
        self._axes: tuple[Axis, ...] = ()
        self._places: Floats = np.zeros((0, 0))
        self._numbers: list[int] = []
        self.brushes: dict[str, tuple[float, float]] = {}
        self._drag: tuple[str, float] | None = None
        plot = self.getPlotItem()
        for side in ("left", "bottom"):
            plot.hideAxis(side)
        plot.getViewBox().setDefaultPadding(0)
        self._faded = pg.PlotCurveItem(antialias=True)
        self._lines = [pg.PlotCurveItem(antialias=True) for _ in range(STEPS + 1)]
        self._marked = pg.PlotCurveItem(antialias=True)
        for item in (self._faded, *reversed(self._lines), self._marked):
            plot.addItem(item, ignoreBounds=True)
        self._frame: list[pg.GraphicsObject] = []
        self._rects: dict[str, QGraphicsRectItem] = {}
        self.dress()
        self.say(QCoreApplication.translate("sweep", EMPTY))

    # Which trials

    @property
    def passing(self) -> set[int]:
        """Numbers of the trials that cross every brushed range."""
        return {number for number, passes in zip(self._numbers, self._passes(), strict=True) if passes}

    def _passes(self) -> np.ndarray:
        passes = np.ones(len(self._numbers), bool)
        for place, axis in enumerate(self._axes):
            if axis.key in self.brushes:
                low, high = self.brushes[axis.key]
                passes &= (self._places[:, place] >= low) & (self._places[:, place] <= high)
        return passes

    def clear_brushes(self) -> None:
        """Show all again."""
        if self.brushes:
            self.brushes = {}
            self._draw_lines()
            self.brushed.emit()

    def brush(self, key: str, low: float, high: float) -> None:
        """Choose a range of an axis, from 0 to 1."""
        self.brushes[key] = (min(low, high), max(low, high))
        self._draw_lines()
        self.brushed.emit()

    # Drawing

    def redraw(self) -> None:
        if self.sweep is None:
            return
        trials = list(self.trials.values())
        axes = parallel_axes(self.sweep, trials)
        self._numbers = [trial.number for trial in trials]
        self._places = np.stack([axis.places for axis in axes], axis=1) if axes else np.zeros((0, 0))
        self._axes = axes
        self.brushes = {key: span for key, span in self.brushes.items() if any(axis.key == key for axis in axes)}
        self._draw_frame()
        self._draw_lines()
        self.say("" if trials else QCoreApplication.translate("sweep", EMPTY))

    def _draw_frame(self) -> None:
        """Axes, their titles and ticks."""
        plot = self.getPlotItem()
        for item in self._frame:
            plot.removeItem(item)
        colours = theme.current()
        self._fit()
        self._frame = []
        for place, axis in enumerate(self._axes):
            line = pg.PlotCurveItem([place, place], [0, 1], pen=pg.mkPen(colours.border, width=2))
            assert self.sweep is not None
            title = _text(title_of(self.sweep, axis.key), colours.text, (0.5, 0.5))
            title.setPos(place, 1.1)
            names = shortened_apart(
                [tick_text(self.sweep, axis.key, text) for _, text in axis.scale.ticks], lambda text: len(text) <= LONGEST_TICK
            )
            ticks = [_tick(place, height, name) for (height, _), name in zip(axis.scale.ticks, names, strict=True)]
            self._frame += [line, title, *ticks]
        for item in self._frame:
            plot.addItem(item, ignoreBounds=True)

    def _fit(self) -> None:
        """Leave room for half a title on either side."""
        last = max(len(self._axes) - 1, 1)
        left, right = theme.grown(LEFT_PX), theme.grown(RIGHT_PX)
        unit = last / max(self.width() - left - right, 1)
        self.getPlotItem().setRange(xRange=(-left * unit, last + right * unit), yRange=(BOTTOM, TOP), padding=0)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        if getattr(self, "_axes", ()):  # pyqtgraph resizes in its constructor
            self._fit()

    def _draw_lines(self) -> None:
        if not self._axes:
            return
        colours = theme.current()
        passes = self._passes()
        steps = steps_of(self._places[:, -1])
        shades = ramp()
        faded = mixed(QColor(colours.border), QColor(colours.plot_background), 0.35)
        self._set(self._faded, ~passes, faded, 1.0)
        self._set(self._lines[STEPS], passes & (steps < 0), QColor(colours.muted), 1.0)
        for step in range(STEPS):
            self._set(self._lines[step], passes & (steps == step), shades[step], 1.7)
        self._draw_brushes()
        self.mark()

    def _set(self, item: pg.PlotCurveItem, rows: np.ndarray, colour: QColor, width: float) -> None:
        """All lines of one colour as one item, with gaps between them."""
        chosen = self._places[rows]
        gap = np.full((len(chosen), 1), np.nan)
        y = np.concatenate([chosen, gap], axis=1).ravel()
        x = np.tile(np.arange(chosen.shape[1] + 1, dtype=float), len(chosen))
        item.setData(x, y, pen=pg.mkPen(colour, width=width), connect="finite")

    def mark(self) -> None:
        if self.chosen not in self._numbers:
            self._marked.setData([], [])
            return
        row = self._places[self._numbers.index(self.chosen)]
        self._marked.setData(np.arange(len(row), dtype=float), row, pen=pg.mkPen(theme.current().warning, width=3), connect="finite")

    def _draw_brushes(self) -> None:
        view = self.getPlotItem().getViewBox()
        for key in [key for key in self._rects if key not in self.brushes]:
            view.removeItem(self._rects.pop(key))
        accent = QColor(theme.current().accent)
        fill = QColor(accent)
        fill.setAlpha(60)
        for place, axis in enumerate(self._axes):
            if axis.key not in self.brushes:
                continue
            if axis.key not in self._rects:
                self._rects[axis.key] = QGraphicsRectItem()
                view.addItem(self._rects[axis.key], ignoreBounds=True)
            low, high = self.brushes[axis.key]
            rect = self._rects[axis.key]
            rect.setRect(QRectF(place - BRUSH_HALF, low, 2 * BRUSH_HALF, high - low))
            rect.setZValue(6)
            rect.setPen(pg.mkPen(accent, width=1))
            rect.setBrush(fill)

    # The pointer

    def axis_at(self, place: QPointF) -> str | None:
        """The axis under the pointer."""
        number = round(place.x())
        near = abs(place.x() - number) / self.pixels()[0] <= GRIP_PX
        return self._axes[number].key if near and 0 <= number < len(self._axes) else None

    def nearest(self, place: QPointF) -> int | None:
        left = int(np.floor(place.x()))
        if not 0 <= left < len(self._axes) - 1 or not self._numbers:
            return None
        share = place.x() - left
        heights = self._places[:, left] * (1 - share) + self._places[:, left + 1] * share
        away = np.where(self._passes(), np.abs(heights - place.y()), np.nan) / self.pixels()[1]
        if np.isnan(away).all() or np.nanmin(away) > NEAR_PX:
            return None
        return self._numbers[int(np.nanargmin(away))]

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        place = self.view_place(event)
        key = self.axis_at(place)
        if key is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._drag = key, place.y()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        place = self.view_place(event)
        if self._drag is not None:
            key, start = self._drag
            if abs(place.y() - start) / self.pixels()[1] >= LEAST_BRUSH_PX:
                self.brush(key, start, place.y())
        elif self.axis_at(place) is not None:
            self.setCursor(Qt.CursorShape.SizeVerCursor)
            self._tip_axis(event)
        else:
            super().mouseMoveEvent(event)

    def _tip_axis(self, event: QMouseEvent) -> None:
        text = QCoreApplication.translate("sweep", "Drag along an axis to choose a range; click it to choose all again (Esc)")
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        drag, self._drag = self._drag, None
        was_click = drag is not None and abs(self.view_place(event).y() - drag[1]) / self.pixels()[1] < LEAST_BRUSH_PX
        if was_click and drag is not None and self.brushes.pop(drag[0], None) is not None:
            self._draw_lines()
            self.brushed.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape and self.brushes:
            self.clear_brushes()
            event.accept()
            return
        super().keyPressEvent(event)


def _text(text: str, colour: str, anchor: tuple[float, float]) -> pg.TextItem:
    return pg.TextItem(text, color=colour, anchor=anchor)


def _tick(place: float, height: float, text: str) -> pg.TextItem:
    """Left of its axis, readable over the lines."""
    ground = QColor(theme.current().plot_background)
    ground.setAlpha(TICK_ALPHA)
    item = pg.TextItem(text, color=theme.current().muted, anchor=(1.0, 0.5), fill=ground)
    item.setPos(place - 0.03, height)
    item.setZValue(5)
    return item
