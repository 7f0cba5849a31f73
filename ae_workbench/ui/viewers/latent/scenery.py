"""What the plane shows under the marks: the points in the colours of their classes, what is in view at first, the decoded background."""

from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor

from ae_workbench.analysis.latent import fitted_ranges
from ae_workbench.ui import theme
from ae_workbench.ui.viewers.latent.class_colours import class_colours
from ae_workbench.ui.viewers.latent.jobs import decode_lattice
from ae_workbench.ui.viewers.latent.layouts import UNITS
from ae_workbench.ui.viewers.latent.legend import Legend
from ae_workbench.ui.viewers.latent.tiles_on_plane import lattice_for

if TYPE_CHECKING:
    from ae_workbench.ui.viewers.latent_plane import LatentPlaneViewer

CARPET = "carpet"
QUANTILE = NormalDist().inv_cdf(0.95)


class Scenery(QObject):
    """Follows the bar over the plane of its viewer, the legend and the view."""

    def __init__(self, viewer: "LatentPlaneViewer") -> None:
        super().__init__(viewer)
        self._viewer, self._plane, self._bar = viewer, viewer.plane, viewer.bar
        self.legend = Legend(viewer.plane)
        self._plane.view_settled.connect(self.ask_carpet)
        self._bar.home_requested.connect(self._plane.go_home)
        self._bar.tiles_changed.connect(self.ask_carpet)
        self._bar.range_changed.connect(self.set_home)
        self._bar.layers_changed.connect(self._choose_layers)
        self.legend.changed.connect(self._hide_classes)
        theme.signals.changed.connect(self._dress_points)

    def show_points(self, points: NDArray[np.float32]) -> None:
        """Points (n, 2), one per example."""
        examples = self._viewer.examples
        labels = examples.labels if examples else None
        self._plane.points.show(points, np.zeros(len(points), np.int64) if labels is None else labels)
        self._dress_points()
        self._hide_classes()

    @Slot()
    def set_home(self) -> None:
        """What is seen at first: the chosen range."""
        plane_map = self._viewer.plane_map
        if plane_map is not None:
            is_units = self._bar.layout_key == UNITS
            if (is_units and self._bar.range_key == "quantiles") or not len(plane_map.points):
                self._plane.set_home((-QUANTILE, QUANTILE), (-QUANTILE, QUANTILE))
            else:
                self.fit(plane_map.points)

    def fit(self, points: NDArray[np.float32]) -> None:
        """All but outliers in view, above the legend; of a map that can't be decoded really all."""
        plane, plane_map = self._plane, self._viewer.plane_map
        is_decoded = plane_map is not None and plane_map.can_decode
        x_range, (low, high) = fitted_ranges(points, percent=1.0 if is_decoded else 0.0)
        free_px = max(1.0, plane.view.height - plane.covered_px)
        plane.set_home(x_range, (low - (high - low) * plane.covered_px / free_px, high))

    @Slot()
    def ask_carpet(self) -> None:
        """Have what is in view decoded, once the view rests."""
        viewer, plane = self._viewer, self._plane
        if viewer.plane_map is None or plane.is_settling:
            return
        if not viewer.plane_map.can_decode:
            plane.show_carpet(None)
            return
        lattice = lattice_for(plane.view, self._bar.tiles, plane.home_corner)
        steps = decode_lattice(viewer.snapshot, viewer.plane_map, lattice, viewer.rendering, plane.devicePixelRatioF())
        viewer.works.start(CARPET, steps)

    @Slot()
    def _dress_points(self) -> None:
        examples = self._viewer.examples
        names = examples.class_names if examples else ()
        colours = class_colours(max(1, len(names)), theme.current())
        self._plane.points.dress(colours, QColor(theme.current().plot_background))
        self.legend.show_classes(names, colours)
        self._plane.repaint_scene()

    @Slot()
    def _hide_classes(self) -> None:
        self._plane.points.hide_groups(self.legend.hidden)
        self._plane.repaint_scene()

    @Slot()
    def _choose_layers(self) -> None:
        self._plane.shows_backdrop = self._bar.backdrop_button.isChecked()
        self._plane.shows_points = self._bar.points_button.isChecked()
        self._plane.repaint_scene()
