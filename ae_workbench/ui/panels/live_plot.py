"""Curves that are watched while they grow."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Slot
from PySide6.QtWidgets import QGraphicsItem, QWidget

from ae_workbench.ui.panels.captioned_box import CaptionedBox
from ae_workbench.ui.panels.line import Line
from ae_workbench.ui.panels.loss_plot import LossPlot
from ae_workbench.ui.panels.steady_curve import SteadyCurve
from ae_workbench.ui.panels.tip import Tip


class LivePlot(LossPlot):
    """Curves with tips, the part that changes several times a second: painted alone, in a fraction of the time that all curves take.

    Pictures of the axes are kept between paintings, so that this plot can't be painted larger than it is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._tips: dict[str, Tip] = {}
        self._crowded = False
        self._box = CaptionedBox()
        super().__init__(parent, box=self._box)
        for side in ("left", "bottom"):
            self.getPlotItem().getAxis(side).setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._box.sigRangeChanged.connect(self._follow_axes)
        self._box.sigResized.connect(self._follow_axes)

    def place_caption(self) -> None:
        super().place_caption()
        if not self._crosshair.isVisible():  # what is read under the pointer comes and goes, and the axes stay
            self._box.keep_clear(QRectF(self.caption.geometry()))

    def _dress_line(self, line: Line) -> None:
        super()._dress_line(line)
        self._tips[line.key].dress(self._pen(line))

    def set_lines(self, lines: Sequence[Line]) -> None:
        super().set_lines(lines)
        for key in [key for key in self._tips if key not in self._lines]:
            self.scene().removeItem(self._tips.pop(key))
        for line in lines:
            if line.key not in self._tips:
                self._tips[line.key] = Tip(self._box)
            self._tips[line.key].dress(self._pen(line))

    def set_curve(self, key: str, x: NDArray, y: NDArray) -> None:
        super().set_curve(key, x, y)
        self._crowded = True

    def set_tip(self, key: str, x: NDArray, y: NDArray) -> None:
        """How a curve goes on from its last point, which is the first here; a single point is drawn as a dot."""
        curve = self._curve(key)
        curve.tip = x, y
        (left, right), (bottom, top) = self._box.viewRange()
        x, y = curve.tip_on_axes()
        if len(x) and not (left <= np.min(x) and np.max(x) <= right and bottom <= np.min(y) and np.max(y) <= top):
            curve.informViewBoundsChanged()
            self._crowded = True

    def show_tips(self) -> None:
        """Paint what was set. Axes that have to make room do so now: pyqtgraph would find out while it paints, and paint all again."""
        if self._crowded:
            self._crowded = False
            self._box.updateAutoRange()
        self._place_tips(anew=False)

    def set_logarithmic(self, on: bool) -> None:
        super().set_logarithmic(on)
        self._crowded = True
        self._follow_axes()

    @Slot()
    def _follow_axes(self) -> None:
        self._place_tips(anew=True)

    def _place_tips(self, anew: bool) -> None:
        transform = self._box.childTransform()
        for key, tip in self._tips.items():
            tip.place(*self._curve(key).tip_on_axes(), transform, anew)

    def _curve(self, key: str) -> SteadyCurve:
        curve = self._items[key]
        assert isinstance(curve, SteadyCurve)
        return curve
