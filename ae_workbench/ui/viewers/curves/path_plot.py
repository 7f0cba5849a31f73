"""Reconstruction against KL: the way of a variational autoencoder through its training, where a click chooses an epoch."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, Signal, Slot
from PySide6.QtWidgets import QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.axes import ValueAxis
from ae_workbench.ui.panels.line import Line
from ae_workbench.ui.plot_axes import name_axis
from ae_workbench.ui.plotting import pg
from ae_workbench.ui.viewers.curves.histories import KL, NATS, VALIDATION, History
from ae_workbench.ui.viewers.curves.plots import EpochPlot, Look

DOT_PX = 8
ROOM = 0.14
"""Around the way, so that its turns aren't cut."""
EARLY = 12
"""One part in so many of the epochs is outside the picture at first."""


class PathPlot(EpochPlot):
    """Reconstruction against KL, a point per epoch: what a VAE pays for a code that is easy to sample.

    ``redraw_wanted`` comes when another part of it is to be shown.
    """

    redraw_wanted = Signal()
    make_curve = pg.PlotDataItem
    bottom_px = 40

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, bottom=ValueAxis("bottom"))
        self._runs: tuple[History, ...] = ()
        self._is_zoomed = self._shows_all = False
        self._marks = pg.ScatterPlotItem(size=DOT_PX, pxMode=True)
        self.getPlotItem().addItem(self._marks, ignoreBounds=True)
        self.getPlotItem().getViewBox().sigRangeChangedManually.connect(self._note_zoom)
        self.scene().sigMouseMoved.connect(self._point)
        axis = self.getPlotItem().getAxis("bottom")
        axis.enableAutoSIPrefix(False)
        self._dress_axis()
        theme.signals.changed.connect(self._dress_axis)

    @Slot()
    def _dress_axis(self) -> None:
        words = QCoreApplication.translate("metrics", "KL, nats")
        name_axis(self, "bottom", words)

    def show_runs(self, runs: Sequence[History], look: Look) -> None:
        """Draw the way of every run that has one."""
        self._runs = tuple(run for run in runs if run.has_path)
        self.setLogMode(x=look.logarithmic, y=look.logarithmic)
        paths = {}
        for number, run in reversed(list(enumerate(runs))):
            for prefix, faint in look.prefixes:
                _, kl, nats = run.path_points(prefix)
                good = (kl > 0) & (nats > 0) if look.logarithmic else slice(None)
                if len(kl[good]):
                    paths[f"{number} {prefix}"] = (Line(f"{number} {prefix}", look.colours[number], faint), kl[good], nats[good])
        self.set_lines([line for line, _, _ in paths.values()])
        for key, (_, x, y) in paths.items():
            self.set_curve(key, x, y)
        if not self._is_zoomed:
            self._fit([(x, y) for _, x, y in paths.values()])

    def _fit(self, paths: Sequence[tuple[NDArray, NDArray]]) -> None:
        """Show all but the first few epochs, beside which the others would be one point."""
        late = [(x[len(x) // EARLY :], y[len(y) // EARLY :]) for x, y in paths]
        if self._shows_all or not late:
            super().show_everything()
            return
        x, y = (np.concatenate(side) for side in zip(*late, strict=True))
        if self._is_logarithmic:
            x, y = np.log10(x), np.log10(y)
        self.getPlotItem().setRange(xRange=(x.min(), x.max()), yRange=(y.min(), y.max()), padding=ROOM)

    def show_everything(self) -> None:
        """From the first epoch on, or without the first ones again."""
        self._shows_all = self._is_zoomed or not self._shows_all
        self._is_zoomed = False
        self.redraw_wanted.emit()

    @Slot(object)
    def _note_zoom(self, axes: object) -> None:
        self._is_zoomed = True

    def set_curve(self, key: str, x: NDArray, y: NDArray) -> None:
        """Replace the data of one way; thinning and clipping would take for granted that x ascends."""
        self._items[key].setDownsampling(ds=1, auto=False)
        self._items[key].setClipToView(False)
        super().set_curve(key, x, y)

    def mark_epochs(self, shown: int | None, best: int) -> None:
        """Dots at the shown and the best epoch of the shown run."""
        colours = theme.current()
        wanted = [(best or None, colours.good), (shown, colours.accent)]
        found = [
            (place, colour) for epoch, colour in wanted if epoch is not None and (place := self._place(self._runs[:1], epoch)) is not None
        ]
        self._marks.setData(
            [place[0] for place, _ in found], [place[1] for place, _ in found],
            brush=[pg.mkBrush(colour) for _, colour in found], pen=pg.mkPen(colours.plot_background, width=1.5),
        )  # fmt: skip

    def point_at(self, epoch: float | None, runs: Sequence[History], look: Look) -> None:
        """A dot at an epoch of each run."""
        self._crosshair.hide()
        places = [self._place([run], epoch) for run in runs] if epoch is not None else []
        there = [(number, place) for number, place in enumerate(places) if place is not None]
        series = theme.current().series
        self._dots.setData(
            [place[0] for _, place in there], [place[1] for _, place in there],
            brush=[pg.mkBrush(series[look.colours[number] % len(series)]) for number, _ in there],
            pen=pg.mkPen(theme.current().plot_background),
        )  # fmt: skip

    def epoch_at(self, place: QPointF) -> float | None:
        """The epoch whose point on the shown run's way is nearest, as far as the eye sees it."""
        if not self._runs:
            return None
        epochs, kl, nats = self._runs[0].path_points()
        if not len(epochs):
            return None
        (left, right), (bottom, top) = self.getPlotItem().getViewBox().viewRange()
        x, y = (np.log10(np.maximum(kl, 1e-12)), np.log10(np.maximum(nats, 1e-12))) if self._is_logarithmic else (kl, nats)
        across, up = (x - place.x()) / max(right - left, 1e-12) * self.width(), (y - place.y()) / max(top - bottom, 1e-12) * self.height()
        return float(epochs[int(np.argmin(np.hypot(across, up)))])

    @property
    def _is_logarithmic(self) -> bool:
        return bool(self.getPlotItem().getAxis("left").logMode)

    def _place(self, runs: Sequence[History], epoch: float) -> tuple[float, float] | None:
        """Where an epoch is on a run's way, in the plot's own numbers."""
        found = runs[0].at(epoch) if runs else {}
        prefix = VALIDATION if VALIDATION + KL in found else ""
        kl, nats = found.get(prefix + KL), found.get(prefix + NATS)
        if kl is None or nats is None:
            return None
        if not self._is_logarithmic:
            return kl, nats
        return (float(np.log10(kl)), float(np.log10(nats))) if kl > 0 and nats > 0 else None

    @Slot(object)
    def _point(self, place: QPointF) -> None:
        box = self.getPlotItem().getViewBox()
        epoch = self.epoch_at(box.mapSceneToView(place)) if box.sceneBoundingRect().contains(place) else None
        if epoch is not None:
            self.pointed.emit(epoch)
