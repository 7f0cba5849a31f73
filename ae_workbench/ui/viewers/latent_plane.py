"""The latent plane: codes of the test examples over what their places decode to, explored with the pointer."""

from collections.abc import Generator
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
from ae_workbench.ui.viewers.latent.class_colours import class_colours
from ae_workbench.ui.viewers.latent.legend import Legend
from ae_workbench.ui.viewers.latent.look_page import LookPage
from ae_workbench.ui.viewers.latent.maps import PlaneMap, UnitsMap, ellipse
from ae_workbench.ui.viewers.latent.plane import Plane
from ae_workbench.ui.viewers.latent.plane_bar import PlaneBar
from ae_workbench.ui.viewers.latent.rendering import Rendering
from ae_workbench.ui.viewers.latent.sliced import Finished, Sliced
from ae_workbench.ui.viewers.latent.tiles_on_plane import lattice_for
from ae_workbench.ui.viewers.viewer import Viewer, ViewerKind
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

SNAPSHOT, CODES, TREE, CARPET, LOOK, MARKER, PICKED = "snapshot", "codes", "tree", "carpet", "look", "marker", "picked"
QUANTILE = NormalDist().inv_cdf(0.95)
SIDE_PX = 176


class LatentPlaneViewer(Viewer):
    """Everything heavy is asked of the codec thread; a newer request takes the place of one that waits."""

    key = "latent_plane"

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(workspace, codec, parent)
        self.snapshot: Any = None
        self.codes: NDArray[np.float32] | None = None
        self.plane_map: PlaneMap | None = None
        self.picked: jobs.PickedExample | None = None
        self.examples: jobs.Examples | None = None
        self._tree: NearestCodes | None = None
        self._running: dict[str, Sliced] = {}
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
        self.look_page = LookPage()
        self.side = QWidget()
        self.side.setFixedWidth(SIDE_PX)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.look_page)
        left = QVBoxLayout(spacing=6)
        left.addWidget(self.bar)
        left.addWidget(self.plane, 1)
        row = QHBoxLayout(self.content, spacing=10)
        row.setContentsMargins(10, 8, 10, 8)
        row.addLayout(left, 1)
        row.addWidget(self.side)

    def _connect(self) -> None:
        self.plane.hovered.connect(self._look)
        self.plane.left.connect(self._stop_looking)
        self.plane.marker_moved.connect(self._look_at_marker)
        self.plane.point_clicked.connect(self.workspace.pick)
        self.plane.view_settled.connect(self._ask_carpet)
        self.bar.home_requested.connect(self.plane.go_home)
        self.bar.tiles_changed.connect(self._ask_carpet)
        self.bar.range_changed.connect(self._set_home)
        self.bar.layers_changed.connect(self._choose_layers)
        self.legend.changed.connect(self._hide_classes)
        self.look_page.to_canvas_requested.connect(self._send_to_canvas)
        self.workspace.picked_changed.connect(self._ask_picked)
        self.workspace.drawing_changed.connect(self._show_drawing)
        theme.signals.changed.connect(self._dress_points)

    # From the run to codes on a plane

    def refresh(self) -> None:
        if self._running:
            self._again = True  # a training that stores epochs faster than this shows them must not starve it
        elif not self.ask_snapshot(jobs.warmed, SNAPSHOT):
            self._forget_all()
            self.show_empty(
                self.tr("No model yet"), self.tr("Press Start, or open a run: its codes appear here, over what each place decodes to.")
            )

    def _forget_all(self) -> None:
        self.snapshot = self.codes = self.plane_map = self.picked = self._tree = None
        self.plane.show_carpet(None)

    def show_answer(self, what: str, answer: Any) -> None:
        if isinstance(answer, Sliced):
            if self._running.get(what) is answer:
                self.ask(answer, what)
        elif isinstance(answer, Finished):
            if self._running.get(what) is answer.job:
                del self._running[what]
                self._take(what, answer.result)
                self._refresh_again()
        else:
            self._take(what, answer)

    def show_failure(self, what: str, error: Exception) -> None:
        self._running.clear()
        self._again = False
        self._forget_all()
        super().show_failure(what, error)

    def _take(self, what: str, answer: Any) -> None:
        if what == SNAPSHOT:
            self._take_snapshot(answer)
        elif self.snapshot is None:
            return
        elif what == CODES:
            self._take_codes(answer)
        elif what == TREE:
            self._tree = answer
        elif what == CARPET:
            self.plane.show_carpet(answer)
        elif what == LOOK:
            self.plane.show_look(answer)
        elif what == MARKER and self.plane_map is not None:
            self.look_page.show_marker(answer, self.plane_map.titles)
        elif what == PICKED:
            self._take_picked(answer)

    def _start(self, what: str, steps: Generator[None, None, Any]) -> None:
        self._running[what] = Sliced(steps)
        self.ask(self._running[what], what)

    def _refresh_again(self) -> None:
        if self._again and not self._running:
            self._again = False
            self.invalidate()

    def _take_snapshot(self, snapshot: Any) -> None:
        is_new = self.snapshot is None or self.snapshot.run != snapshot.run
        self.snapshot = snapshot
        if is_new:
            self._meet(snapshot)
        dataset = self.workspace.dataset if self.workspace.run_fits_data else None
        self.examples = jobs.Examples(dataset, snapshot.scaling) if dataset is not None else None
        if self.examples is None:
            self._take_codes(np.zeros((0, *snapshot.plan.code_dims), np.float32))
        else:
            self._start(CODES, jobs.encode_all(snapshot, self.examples))

    def _meet(self, snapshot: Any) -> None:
        """A run that wasn't shown before."""
        plan = snapshot.plan
        self.plane.at_home = True
        self.plane.marks.marker = None
        self.plane.marks.ellipses = ()
        self.plane.marks.picked = None
        self.plane.show_carpet(None)
        self.bar.offer_layouts([("units", self.tr("Two units"))])
        self.bar.choose_range("quantiles" if plan.is_variational else "fitted")
        self.look_page.show_picked(None)
        self.picked = None

    def _take_codes(self, codes: NDArray[np.float32]) -> None:
        self.codes = codes
        base = codes.mean(axis=0) if len(codes) else np.zeros(self.snapshot.plan.code_dims, np.float32)
        self._show_map(UnitsMap(codes, base))

    def _show_map(self, plane_map: PlaneMap) -> None:
        self.plane_map = plane_map
        points = plane_map.points
        self.plane.titles = plane_map.titles
        self.plane.points.show(points, self._groups)
        self._tree = None
        if len(points):
            self.ask(lambda: NearestCodes(points), TREE)
        self._dress_points()
        self._hide_classes()
        self._set_home()
        if self.plane.marks.marker is None:
            self.plane.marks.marker = (self.plane.view.x, self.plane.view.y)
        self._look_at_marker()
        self._ask_carpet()
        self._ask_picked()
        self._show_drawing()
        self.show_content()

    @property
    def _groups(self) -> NDArray[np.int64]:
        labels = self.examples.dataset.test.labels if self.examples else None
        count = len(self.codes) if self.codes is not None else 0
        return np.zeros(count, np.int64) if labels is None else labels

    @property
    def _class_names(self) -> tuple[str, ...]:
        if self.examples is None or self.examples.dataset.test.labels is None:
            return ()
        names = self.examples.dataset.class_names
        count = int(self.examples.dataset.test.labels.max(initial=0)) + 1
        return names if len(names) >= count else tuple(str(label) for label in range(count))

    @property
    def _rendering(self) -> Rendering:
        return Rendering(self.snapshot.plan.shape, self.workspace.colour_map)

    # What is seen

    @Slot()
    def _set_home(self) -> None:
        if self.plane_map is None:
            return
        if self.bar.range_key == "quantiles" or not len(self.plane_map.points):
            self.plane.set_home((-QUANTILE, QUANTILE), (-QUANTILE, QUANTILE))
        else:
            self.plane.set_home(*fitted_ranges(self.plane_map.points))

    @Slot()
    def _dress_points(self) -> None:
        names = self._class_names
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
        if self.plane_map is None or self.plane.is_settling or not self.plane_map.can_decode:
            return
        lattice = lattice_for(self.plane.view, self.bar.tiles, self.plane.home_corner)
        ratio = self.plane.devicePixelRatioF()
        self._start(CARPET, jobs.decode_lattice(self.snapshot, self.plane_map, lattice, self._rendering, ratio))

    # The pointer

    @Slot(float, float)
    def _look(self, x: float, y: float) -> None:
        if self.plane_map is not None:
            visible = self.plane.points.visible
            self.ask(jobs.LookJob((x, y), self.snapshot, self.plane_map, self._rendering, self.examples, self._tree, visible), LOOK)

    @Slot()
    def _stop_looking(self) -> None:
        self.forget(LOOK)

    @Slot()
    def _look_at_marker(self) -> None:
        if self.plane_map is not None and self.plane.marks.marker is not None:
            self.ask(jobs.LookJob(self.plane.marks.marker, self.snapshot, self.plane_map, self._rendering), MARKER)

    # The picked example

    @Slot()
    def _ask_picked(self) -> None:
        index = self.workspace.picked
        if self.snapshot is not None and self.examples is not None and index is not None and index < len(self.examples):
            self.ask(jobs.PickJob(index, self.snapshot, self.examples, self._rendering), PICKED)

    def _take_picked(self, picked: jobs.PickedExample) -> None:
        self.picked = picked
        self.look_page.show_picked(picked)
        self._mark_picked()

    def _mark_picked(self) -> None:
        marks = self.plane.marks
        if self.picked is None or self.plane_map is None:
            marks.picked, marks.ellipses = None, ()
        else:
            marks.picked = self.plane_map.point_of(self.picked.code)
            log_var = self.picked.z_log_var
            spread = self.plane_map.spread(log_var) if log_var is not None else None
            marks.ellipses = () if spread is None else tuple(ellipse(marks.picked, spread, sigmas) for sigmas in (1.0, 2.0))
        self.plane.update()

    @Slot()
    def _send_to_canvas(self) -> None:
        if self.picked is not None and self.examples is not None:
            self.workspace.send_to_canvas(self.examples[self.picked.index])

    @Slot()
    def _show_drawing(self) -> None:
        code = self.workspace.drawing_code
        fits = code is not None and self.snapshot is not None and code.size == self.snapshot.plan.code_size
        self.plane.marks.drawing = self.plane_map.point_of(code) if fits and self.plane_map is not None and code is not None else None
        self.plane.update()


KIND = ViewerKind("latent_plane", QT_TRANSLATE_NOOP("viewers", "Latent plane"), "chart-scatter", LatentPlaneViewer)
