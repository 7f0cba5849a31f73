"""The latent plane: codes of the test examples over what their places decode to, explored with the pointer."""

from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ae_workbench.analysis.latent import fitted_ranges
from ae_workbench.analysis.neighbours import NearestCodes
from ae_workbench.ui import theme
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.viewers.latent import jobs
from ae_workbench.ui.viewers.latent.arithmetic_page import ArithmeticPage
from ae_workbench.ui.viewers.latent.between_page import BetweenPage
from ae_workbench.ui.viewers.latent.class_colours import class_colours
from ae_workbench.ui.viewers.latent.group_page import GroupPage
from ae_workbench.ui.viewers.latent.layouts import PCA, UNITS, Layouts
from ae_workbench.ui.viewers.latent.legend import Legend
from ae_workbench.ui.viewers.latent.look_page import LookPage
from ae_workbench.ui.viewers.latent.maps import PlaneMap, ellipse
from ae_workbench.ui.viewers.latent.path_page import PathPage
from ae_workbench.ui.viewers.latent.plane import Plane
from ae_workbench.ui.viewers.latent.plane_bar import PlaneBar
from ae_workbench.ui.viewers.latent.rendering import Rendering
from ae_workbench.ui.viewers.latent.side_panel import SidePanel
from ae_workbench.ui.viewers.latent.sliced import Finished, Sliced, Works
from ae_workbench.ui.viewers.latent.strip import FilmStrip
from ae_workbench.ui.viewers.latent.tiles_on_plane import lattice_for
from ae_workbench.ui.viewers.latent.units_page import UnitsPage
from ae_workbench.ui.viewers.viewer import Table, Viewer, ViewerKind
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

SNAPSHOT, CODES, TREE, CARPET, POINTER, MARKER, PICKED = "snapshot", "codes", "tree", "carpet", "pointer", "marker", "picked"
QUANTILE = NormalDist().inv_cdf(0.95)


class LatentPlaneViewer(Viewer):
    """Everything heavy is asked of the codec thread; a newer request takes the place of one that waits."""

    key = "latent_plane"

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(workspace, codec, parent)
        self.snapshot: Any = None
        self.examples: jobs.Examples | None = None
        self.codes: NDArray[np.float32] | None = None
        self.plane_map: PlaneMap | None = None
        self.tree: NearestCodes | None = None
        self.picked: jobs.PickedExample | None = None
        self._works = Works(self.ask)
        self._again = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.bar = PlaneBar()
        self.plane = Plane()
        self.plane.setObjectName("latent_plane")
        self.plane.setAccessibleName(self.tr("Latent plane"))
        self.plane.setAccessibleDescription(
            self.tr("Arrow keys move the marker, plus and minus zoom, Home shows everything, Enter picks the nearest example.")
        )
        self.legend = Legend(self.plane)
        self.strip = FilmStrip()
        self.look_page, self.units_page = LookPage(self), UnitsPage(self)
        self.between_page, self.arithmetic_page = BetweenPage(self), ArithmeticPage(self)
        self.path_page, self.group_page = PathPage(self), GroupPage(self)
        self.layouts = Layouts(self.ask, self.codec, self.bar, self.units_page, self)
        self.side = SidePanel(
            [self.look_page, self.between_page, self.arithmetic_page, self.path_page, self.group_page, self.units_page]
        )  # fmt: skip
        left = QVBoxLayout(spacing=6)
        left.addWidget(self.bar)
        left.addWidget(self.layouts.map_bar)
        left.addWidget(self.plane, 1)
        left.addWidget(self.strip)
        row = QHBoxLayout(self.content, spacing=10)
        row.setContentsMargins(10, 8, 10, 8)
        row.addLayout(left, 1)
        row.addWidget(self.side)

    def _connect(self) -> None:
        self.plane.hovered.connect(self._look)
        self.plane.left.connect(self._stop_looking)
        self.plane.marker_moved.connect(self._look_at_marker)
        self.plane.point_clicked.connect(self.pick)
        self.plane.drawn.connect(self._take_line)
        self.plane.view_settled.connect(self._ask_carpet)
        self.bar.home_requested.connect(self.plane.go_home)
        self.bar.tiles_changed.connect(self._ask_carpet)
        self.bar.range_changed.connect(self._set_home)
        self.bar.layers_changed.connect(self._choose_layers)
        self.layouts.left.connect(self._leave_layout)
        self.layouts.laid_out.connect(self._show_map)
        self.layouts.formed.connect(self._show_form)
        self.legend.changed.connect(self._hide_classes)
        self.side.page_changed.connect(self._open_page)
        self.look_page.to_canvas_requested.connect(self._send_to_canvas)
        self.strip.frame_shown.connect(self._show_frame)
        self.workspace.picked_changed.connect(self._ask_picked)
        self.workspace.drawing_changed.connect(self._show_drawing)
        theme.signals.changed.connect(self._dress_points)

    # Answers

    def show_answer(self, what: str, answer: Any) -> None:
        if not isinstance(answer, Sliced | Finished):
            self._take(what, answer)
        elif (finished := self._works.take(what, answer)) is not None:
            self._take(what, finished.result)
            if self._again and not self._works:
                self._again = False
                self.invalidate()

    def _take(self, what: str, answer: Any) -> None:
        if what == SNAPSHOT:
            self._take_snapshot(answer)
        elif self.snapshot is None or (self.plane_map is None and what not in (CODES, PCA)):
            return
        elif what == CODES:
            self._take_codes(answer)
        elif what == PCA:
            self.layouts.take_pca(answer)
        elif what == TREE:
            self._take_tree(answer)
        elif what == CARPET:
            self.plane.show_carpet(answer)
        elif what == POINTER:
            self.plane.show_look(answer)
        elif what == MARKER:
            self.side.show_marker(answer, self.plane.titles)
        elif what == PICKED:
            self._take_picked(answer)
        elif (page := self.side.page).key == what.partition("-")[0]:
            page.show_answer(what, answer)

    def show_failure(self, what: str, error: Exception) -> None:
        for page in self.side.pages:
            if page.key == what.partition("-")[0]:
                page.show_failure(error)
                return
        self._forget_all()
        super().show_failure(what, error)

    # From the run to codes on a plane

    def refresh(self) -> None:
        if self._works:
            self._again = True  # a training that stores epochs faster than this shows them must not starve it
        elif not self.ask_snapshot(jobs.warmed, SNAPSHOT):
            self._forget_all()
            said = self.tr("Press Start, or open a run: its codes appear here, over what each place decodes to.")
            self.show_empty(self.tr("No model yet"), said)

    def _forget_all(self) -> None:
        self._works.clear()
        self._again = False
        self.snapshot = self.codes = self.plane_map = self.picked = self.tree = None
        self.layouts.forget()
        self.plane.show_carpet(None)
        self.strip.clear()

    def recolour(self) -> None:
        self.plane.colour_map = self.workspace.colour_map
        self.plane.repaint_scene()
        self._look_at_marker()
        self._ask_picked()
        if self.plane_map is not None:
            self.side.page.follow_codes()

    def _take_snapshot(self, snapshot: Any) -> None:
        is_new = self.snapshot is None or self.snapshot.run != snapshot.run
        self.snapshot = snapshot
        dataset = self.workspace.dataset if self.workspace.run_fits_data else None
        if dataset is None:
            self.examples = None
        elif self.examples is None or self.examples.dataset is not dataset:
            self.examples = jobs.Examples(dataset, snapshot.scaling)
        if is_new:
            self._meet(snapshot)
        if self.examples is None:
            self._take_codes(np.zeros((0, *snapshot.plan.code_dims), np.float32))
        else:
            self._works.start(CODES, jobs.encode_all(snapshot, self.examples))

    def _meet(self, snapshot: Any) -> None:
        """A run that wasn't shown before."""
        self.codes = self.picked = None
        self.layouts.forget()
        self._leave_layout()
        self.bar.choose_range("quantiles" if snapshot.plan.is_variational else "fitted")
        self.look_page.follow_picked()

    @Slot()
    def _leave_layout(self) -> None:
        """What was shown and drawn on the plane means nothing on the next one."""
        self.plane_map = self.tree = None
        self.plane.forget()
        self.strip.clear()
        for page in self.side.pages:
            page.forget()

    def _take_codes(self, codes: NDArray[np.float32]) -> None:
        self.codes = codes
        self.layouts.show(self.snapshot, self.examples, codes)

    def _show_points(self, points: NDArray[np.float32]) -> None:
        labels = self.examples.labels if self.examples else None
        self.plane.points.show(points, np.zeros(len(points), np.int64) if labels is None else labels)
        self._dress_points()
        self._hide_classes()

    @Slot(object)
    def _show_form(self, points: NDArray[np.float32]) -> None:
        """t-SNE on the way: only its points."""
        if self.plane_map is not None:
            self._leave_layout()
        self.plane.show_axes(("", ""), has_numbers=False)
        self._show_points(points)
        self._fit(points)
        self.show_content()

    @Slot(object)
    def _show_map(self, plane_map: PlaneMap) -> None:
        points = plane_map.points
        self.plane_map, self.tree = plane_map, None
        is_units = self.bar.layout_key == UNITS
        self.side.offer(self.units_page.key, is_units and self.snapshot.plan.code_size > 2)
        self.bar.allow(ranges=is_units, tiles=plane_map.can_decode)
        self.plane.show_axes(plane_map.titles, has_numbers=plane_map.can_decode)
        self._show_points(points)
        if len(points):
            self.ask(lambda: NearestCodes(points), TREE)
        self._set_home()
        self.show_content()
        if self.plane.marks.marker is None:
            self.plane.marks.marker = (self.plane.view.x, self.plane.view.y)
        self._look_at_marker()
        self._ask_carpet()
        self._ask_picked()
        self._show_drawing()
        self.side.page.follow_codes()

    def _take_tree(self, tree: NearestCodes) -> None:
        self.tree = tree
        if self.plane_map is not None and not self.plane_map.can_decode:
            self._look_at_marker()
            self.side.page.follow_codes()

    @property
    def rendering(self) -> Rendering:
        return Rendering(self.snapshot.plan.shape, self.workspace.colour_map)

    # What is seen

    @Slot()
    def _set_home(self) -> None:
        if self.plane_map is not None:
            points, is_units = self.plane_map.points, self.bar.layout_key == UNITS
            if (is_units and self.bar.range_key == "quantiles") or not len(points):
                self.plane.set_home((-QUANTILE, QUANTILE), (-QUANTILE, QUANTILE))
            else:
                self._fit(points)

    def _fit(self, points: NDArray[np.float32]) -> None:
        """All but outliers in view, above the legend; of a map that can't be decoded really all."""
        is_decoded = self.plane_map is not None and self.plane_map.can_decode
        x_range, (low, high) = fitted_ranges(points, percent=1.0 if is_decoded else 0.0)
        free_px = max(1.0, self.plane.view.height - self.plane.covered_px)
        self.plane.set_home(x_range, (low - (high - low) * self.plane.covered_px / free_px, high))

    @Slot()
    def _dress_points(self) -> None:
        names = self.examples.class_names if self.examples else ()
        colours = class_colours(max(1, len(names)), theme.current())
        self.plane.points.dress(colours, QColor(theme.current().plot_background))
        self.legend.show_classes(names, colours)
        self.plane.repaint_scene()

    @Slot()
    def _hide_classes(self) -> None:
        self.plane.points.hide_groups(self.legend.hidden)
        self.plane.repaint_scene()

    @Slot()
    def _choose_layers(self) -> None:
        self.plane.shows_backdrop = self.bar.backdrop_button.isChecked()
        self.plane.shows_points = self.bar.points_button.isChecked()
        self.plane.repaint_scene()

    @Slot()
    def _ask_carpet(self) -> None:
        if self.plane_map is None or self.plane.is_settling:
            return
        if not self.plane_map.can_decode:
            self.plane.show_carpet(None)
            return
        lattice = lattice_for(self.plane.view, self.bar.tiles, self.plane.home_corner)
        ratio = self.plane.devicePixelRatioF()
        self._works.start(CARPET, jobs.decode_lattice(self.snapshot, self.plane_map, lattice, self.rendering, ratio))

    # The pointer

    def _ask_look(self, x: float, y: float, what: str, neighbours: bool) -> None:
        if self.plane_map is not None:
            near = (self.examples, self.tree, self.plane.points.visible) if neighbours else ()
            self.ask(jobs.LookJob((x, y), self.snapshot, self.plane_map, self.rendering, *near), what)

    @Slot(float, float)
    def _look(self, x: float, y: float) -> None:
        self._ask_look(x, y, POINTER, neighbours=True)

    @Slot()
    def _stop_looking(self) -> None:
        self.forget(POINTER)

    @Slot()
    def _look_at_marker(self) -> None:
        if self.plane_map is not None and self.plane.marks.marker is not None:
            self._ask_look(*self.plane.marks.marker, MARKER, neighbours=not self.plane_map.can_decode)

    # Pages

    @Slot()
    def _open_page(self) -> None:
        page, marks = self.side.page, self.plane.marks
        marks.lines, marks.pins, marks.lasso = (), (), None
        self.plane.tool = page.tool
        self.strip.clear()
        if self.plane_map is not None:
            page.open()
        self.plane.update()

    @Slot(object)
    def _take_line(self, points: NDArray[np.float32]) -> None:
        self.side.page.take_line(points)

    @Slot(int)
    def _show_frame(self, frame: int) -> None:
        self.side.page.show_frame(frame)

    def table(self) -> Table | None:
        return self.group_page.table()

    # The picked example

    @Slot(int)
    def pick(self, index: int) -> None:
        """Choose a test example for all viewers."""
        self.workspace.pick(index)

    @Slot()
    def _ask_picked(self) -> None:
        index = self.workspace.picked
        if self.plane_map is not None and self.examples is not None and index is not None and index < len(self.examples):
            self.ask(jobs.PickJob(index, self.snapshot, self.examples, self.rendering), PICKED)

    def _take_picked(self, picked: jobs.PickedExample) -> None:
        self.picked = picked
        marks, plane_map = self.plane.marks, self.plane_map
        if plane_map is not None:
            at = plane_map.points[picked.index] if picked.index < len(plane_map.points) else plane_map.point_of(picked.code)
            marks.picked = float(at[0]), float(at[1])
            spread = plane_map.spread(picked.z_log_var) if picked.z_log_var is not None else None
            marks.ellipses = () if spread is None else tuple(ellipse(marks.picked, spread, sigmas) for sigmas in (1.0, 2.0))
        self.side.page.follow_picked()
        self.plane.update()

    @Slot()
    def _send_to_canvas(self) -> None:
        if self.picked is not None and self.examples is not None:
            self.workspace.send_to_canvas(self.examples[self.picked.index])

    @Slot()
    def _show_drawing(self) -> None:
        code, place = self.workspace.drawing_code, None
        if code is not None and self.plane_map is not None and code.size == self.snapshot.plan.code_size:
            place = self.plane_map.point_of(code)
        self.plane.marks.drawing = place
        self.plane.update()


KIND = ViewerKind("latent_plane", QT_TRANSLATE_NOOP("viewers", "Latent plane"), "chart-scatter", LatentPlaneViewer)
