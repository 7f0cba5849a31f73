"""Quality against noise: a line for each way of taking the noise off, and the present amount, which can be dragged."""

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.axes import RoomyAxis
from ae_workbench.ui.panels.line import Line
from ae_workbench.ui.panels.loss_plot import LossPlot
from ae_workbench.ui.plotting import pg
from ae_workbench.ui.viewers.denoising.sweep import Sweep


class QualityPlot(LossPlot):
    """PSNR in dB over the amount of noise. ``amount_chosen`` comes while the pointer is held down in the plot."""

    amount_chosen = Signal(float)
    make_curve = pg.PlotDataItem
    left_px = 34

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, bottom=RoomyAxis("bottom"))
        self.setObjectName("denoising_plot")
        self.caption.setObjectName("denoising_plot_values")
        plot = self.getPlotItem()
        plot.setMouseEnabled(x=False, y=False)
        plot.setXRange(0, 1, padding=0.02)
        plot.enableAutoRange(x=False, y=True)
        self._amount = pg.InfiniteLine(angle=90, movable=False)
        plot.addItem(self._amount, ignoreBounds=True)
        self._show_numbers(False)
        self._dress_amount()
        for changed in (theme.signals.changed, self.ratio_changed):
            changed.connect(self._dress_amount)

    @Slot()
    def _dress_amount(self) -> None:
        self._amount.setPen(pg.mkPen(theme.current().accent, width=self.pen_width(1.5)))

    def _show_numbers(self, does: bool) -> None:
        """Without a curve the axes' numbers would be pyqtgraph's own."""
        for side in ("left", "bottom"):
            self.getPlotItem().getAxis(side).setStyle(showValues=does)

    def set_amount(self, amount: float) -> None:
        """Mark the present amount of noise."""
        self._amount.setPos(amount)

    def show_sweep(self, sweep: Sweep, colours: dict[str, int]) -> None:
        """Draw what is measured so far; ``colours`` are numbers in the theme's series by kind of row."""
        lines = {key: sweep.line(key) for key in colours}
        shown = {key: line for key, line in lines.items() if line[0]}
        self.set_lines([Line(key, colours[key]) for key in shown])
        self._show_numbers(bool(shown))
        for key, (x, y) in shown.items():
            self.set_curve(key, np.asarray(x, float), np.asarray(y, float))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        super().mouseMoveEvent(event)
        self._choose(event)

    def _choose(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            place = self.getPlotItem().getViewBox().mapSceneToView(event.position())
            self.amount_chosen.emit(min(1.0, max(0.0, place.x())))
            event.accept()
