"""Curves over epochs in pyqtgraph: one item per curve whose data are replaced, never an item per point."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.axes import EpochAxis, ValueAxis
from ae_workbench.ui.panels.line import Line
from ae_workbench.ui.panels.line_looks import colour_of, width_px
from ae_workbench.ui.panels.steady_curve import SteadyCurve
from ae_workbench.ui.plot_axes import dress_axes
from ae_workbench.ui.plotting import pg

SMOOTH_POINTS = 400
"""Antialiased lines cost 34 ms at 5,000 points, so longer curves go without."""
THIN_POINTS = 1000
"""Lines of more than a pixel cost 67 ms at 10,000 points, so longer curves are as thin as that; 0.9 ms then."""
CAPTION_MARGIN_PX = 14


class LossPlot(pg.PlotWidget):
    """Shows lines; ``hovered`` gives the place on the epoch axis (or ``bottom``) under the pointer, ``left`` that there is none.

    ``ratio_changed`` comes when the screen has another number of pixels to the unit.
    """

    hovered = Signal(float)
    left = Signal()
    ratio_changed = Signal()
    make_curve: type[pg.PlotDataItem] = SteadyCurve
    left_px, bottom_px = 48, 24
    """Room for the axes at the usual type size."""

    def __init__(self, parent: QWidget | None = None, bottom: pg.AxisItem | None = None, box: pg.ViewBox | None = None) -> None:
        axes = {"bottom": bottom or EpochAxis("bottom"), "left": ValueAxis("left")}
        super().__init__(parent, axisItems=axes, enableMenu=False, viewBox=box)
        self.setObjectName("loss_plot")
        self._items: dict[str, pg.PlotDataItem] = {}
        self._lines: dict[str, Line] = {}
        self._said: tuple[str, ...] = ("",)
        self._build()
        self.dress()
        self.scene().sigMouseMoved.connect(self._follow_pointer)
        for changed in (theme.signals.changed, self.ratio_changed):
            changed.connect(self.dress)

    def _build(self) -> None:
        plot = self.getPlotItem()
        plot.hideButtons()
        # pyqtgraph 0.14 leaves it without a parent, and then it outlives the plot; without its flags it would be painted in the plot.
        plot.ctrlMenu.setParent(self, plot.ctrlMenu.windowFlags())
        plot.setDownsampling(auto=True, mode="peak")
        plot.setClipToView(True)
        plot.showGrid(x=True, y=True, alpha=0.35)
        plot.getViewBox().setDefaultPadding(0.03)
        for side in ("left", "bottom"):
            plot.getAxis(side).setStyle(tickLength=0, tickTextOffset=6, maxTickLevel=0)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to do with keys
        self._crosshair = pg.InfiniteLine(angle=90, movable=False)
        self._crosshair.hide()
        plot.addItem(self._crosshair, ignoreBounds=True)
        self._dots = pg.ScatterPlotItem(size=7, pxMode=True)
        plot.addItem(self._dots, ignoreBounds=True)
        self.caption = QLabel(self, objectName="curve_values")
        self.caption.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.set_role(self.caption, "muted")
        self.caption.setFont(theme.number_font(self.caption.font()))

    @Slot()
    def dress(self) -> None:
        """Take the theme's colours."""
        dress_axes(self)
        self.getPlotItem().getAxis("bottom").setHeight(theme.grown(self.bottom_px))
        self.getPlotItem().getAxis("left").setWidth(theme.grown(self.left_px))
        self._crosshair.setPen(pg.mkPen(theme.current().muted, width=self.pen_width(1), style=Qt.PenStyle.DashLine))
        for line in self._lines.values():
            self._dress_line(line)

    def _dress_line(self, line: Line) -> None:
        self._items[line.key].setPen(self._pen(line))

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Have exactly these curves."""
        wanted = {line.key: line for line in lines}
        if wanted == self._lines:
            return
        for key in [key for key in self._items if wanted.get(key) != self._lines[key]]:
            self.removeItem(self._items.pop(key))
            del self._lines[key]
        for line in lines:
            if line.key not in self._items:
                self._lines[line.key] = line
                self._items[line.key] = self.make_curve(pen=self._pen(line), name=line.key)
                self.addItem(self._items[line.key])
        self._dots.clear()

    def set_curve(self, key: str, x: NDArray, y: NDArray) -> None:
        """Replace the data of one curve; a single point is drawn as a dot."""
        item = self._items[key]
        if len(x) > 1 and item.xData is not None and np.array_equal(x, item.xData) and np.array_equal(y, item.yData):
            return
        item.opts["antialias"] = len(x) <= SMOOTH_POINTS
        alone = "o" if len(x) == 1 else None
        item.setData(x, y, skipFiniteCheck=True, symbol=alone, symbolSize=6, symbolPen=None, symbolBrush=colour_of(self._lines[key]))
        if item.opts["pen"].widthF() != self._width(self._lines[key]):
            self._dress_line(self._lines[key])

    def set_logarithmic(self, on: bool) -> None:
        """Logarithmic value axis."""
        self.setLogMode(x=False, y=on)

    def say(self, *texts: str) -> None:
        """Words in the upper right corner, where falling curves leave room; the first ones that aren't too long for the plot."""
        self._said = texts
        self.place_caption()

    def place_caption(self) -> None:
        """Keep the words in the plot's corner after a change of size, unless they were given another place."""
        self.caption.setText(self._said[0])
        if self.caption.parentWidget() is not self:
            return
        room = self.width() - self.getPlotItem().getAxis("left").width() - CAPTION_MARGIN_PX
        for shorter in self._said[1:]:
            if self.caption.sizeHint().width() > room:
                self.caption.setText(shorter)
        self.caption.adjustSize()
        self.caption.move(max(0, self.width() - self.caption.width() - CAPTION_MARGIN_PX), CAPTION_MARGIN_PX // 2)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.ratio_changed.emit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        if hasattr(self, "caption"):  # pyqtgraph resizes in its constructor
            self.place_caption()

    def mark(self, epoch: float, values: Mapping[str, float]) -> None:
        """Crosshair at an epoch with a dot on each curve."""
        logarithmic = self.getPlotItem().getAxis("left").logMode
        shown = {key: value for key, value in values.items() if key in self._items and (value > 0 or not logarithmic)}
        heights = [np.log10(value) if logarithmic else value for value in shown.values()]
        brushes = [pg.mkBrush(colour_of(self._lines[key])) for key in shown]
        self._dots.setData([epoch] * len(heights), heights, brush=brushes, pen=pg.mkPen(theme.current().plot_background))
        self._crosshair.setPos(epoch)
        self._crosshair.show()

    def unmark(self) -> None:
        self._crosshair.hide()
        self._dots.clear()

    def leaveEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        super().leaveEvent(event)
        self.left.emit()

    @Slot(object)
    def _follow_pointer(self, place: QPointF) -> None:
        box = self.getPlotItem().getViewBox()
        if box.sceneBoundingRect().contains(place):
            self.hovered.emit(box.mapSceneToView(place).x())
        else:
            self.left.emit()

    def _pen(self, line: Line) -> QPen:
        pen: QPen = pg.mkPen(colour_of(line), width=self._width(line))
        return pen

    def _width(self, line: Line) -> float:
        x = self._items[line.key].xData if line.key in self._items else None
        if x is not None and len(x) > THIN_POINTS:
            return 1.0
        return self.pen_width(width_px(line))

    def pen_width(self, px: float) -> float:
        """Of a pen of pyqtgraph's, which counts in the screen's own pixels."""
        return px * self.devicePixelRatioF()
