"""The latent plane: codes of the test examples over what their places decode to, explored with the pointer."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ae_workbench.analysis.neighbours import NearestCodes
from ae_workbench.export.figures.plane import LAYOUTS
from ae_workbench.ui.exporting.context import Shows
from ae_workbench.ui.viewers.latent import jobs
from ae_workbench.ui.viewers.latent.arithmetic_page import ArithmeticPage
from ae_workbench.ui.viewers.latent.between_page import BetweenPage
from ae_workbench.ui.viewers.latent.group_page import GroupPage
from ae_workbench.ui.viewers.latent.layouts import PCA, UNITS, Layouts
from ae_workbench.ui.viewers.latent.look_page import LookPage
from ae_workbench.ui.viewers.latent.maps import PlaneMap
from ae_workbench.ui.viewers.latent.path_page import PathPage
from ae_workbench.ui.viewers.latent.picking import PICKED, Picking
from ae_workbench.ui.viewers.latent.plane import Plane
from ae_workbench.ui.viewers.latent.plane_bar import PlaneBar
from ae_workbench.ui.viewers.latent.pointing import MARKER, POINTER, Pointing
from ae_workbench.ui.viewers.latent.rendering import Rendering
from ae_workbench.ui.viewers.latent.scenery import CARPET, Scenery
from ae_workbench.ui.viewers.latent.side_panel import SidePanel
from ae_workbench.ui.viewers.latent.sliced import Finished, Sliced, Works
from ae_workbench.ui.viewers.latent.strip import FilmStrip
from ae_workbench.ui.viewers.latent.units_page import UnitsPage
from ae_workbench.ui.viewers.viewer import Table, Viewer
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

BETWEEN_EPOCHS_MS, UNDER_THE_HAND_MS = 250, 1000
SNAPSHOT, CODES, TREE = "snapshot", "codes", "tree"


class LatentPlaneViewer(Viewer):
    """Everything heavy is asked of the codec thread; a newer request takes the place of one that waits."""

    key = "latent_plane"
    urgent = frozenset({POINTER, MARKER})

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(workspace, codec, parent)
        self.snapshot: Any = None
        self.examples: jobs.Examples | None = None
        self.codes: NDArray[np.float32] | None = None
        self.plane_map: PlaneMap | None = None
        self.tree: NearestCodes | None = None
        self.picked: jobs.PickedExample | None = None
        self.works = Works(self.ask)
        self._again = False
        self._lately = QTimer(self, singleShot=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.bar = PlaneBar()
        self.plane = Plane()
        self.plane.setObjectName("latent_plane")
        self.plane.setAccessibleName(self.tr("Latent plane"))
        self.plane.setAccessibleDescription(
            self.tr(
                "Arrow keys move the marker, plus and minus zoom, Home shows everything, Enter picks the nearest example. "
                "On the pages Path and Group, Space sets a corner of the line at the marker and Enter ends it."
            )
        )
        self.scenery = Scenery(self)
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
        self.pointing = Pointing(self, self.side, self)
        self.picking = Picking(self)
        self.plane.drawn.connect(self._take_line)
        self.layouts.left.connect(self._leave_layout)
        self.layouts.laid_out.connect(self._show_map)
        self.layouts.formed.connect(self._show_form)
        self.side.page_changed.connect(self._open_page)
        self.strip.frame_shown.connect(self._show_frame)
        self._lately.timeout.connect(self._refresh_if_seen)
        self.plane.view_settled.connect(self._tell_if_settled)

    @property
    def is_settled(self) -> bool:
        """Also only when what is in view has been decoded."""
        return super().is_settled and not (self.shows_content and self.plane.is_settling)

    # Answers

    def show_answer(self, what: str, answer: Any) -> None:
        if not isinstance(answer, Sliced | Finished):
            self._take(what, answer)
        elif (finished := self.works.take(what, answer)) is not None:
            self._take(what, finished.result)
            if self._again and not self.works:
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
        elif what in (POINTER, MARKER):
            self.pointing.take(what, answer)
        elif what == PICKED:
            self.picking.take(answer)
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
        is_new = self.snapshot is None or self.snapshot.run != self.workspace.run
        is_live = self.workspace.epoch is None and not is_new
        if self.works:
            self._again = True  # a training that stores epochs faster than this shows them must not starve it
        elif is_live and self._lately.isActive():
            self._stale = True  # nor take the time that the hand needs
        elif self.ask_snapshot(jobs.warmed if is_new else jobs.as_it_is, SNAPSHOT):
            self._lately.start(UNDER_THE_HAND_MS if self.plane.has_pointer else BETWEEN_EPOCHS_MS)
        else:
            self._forget_all()
            said = self.tr("Press Start, or open a run: its codes appear here, over what each place decodes to.")
            self.show_empty(self.tr("No model yet"), said)

    def _forget_all(self) -> None:
        self.works.clear()
        self._again = False
        self.snapshot = self.codes = self.plane_map = self.picked = self.tree = None
        self.layouts.forget()
        self.plane.show_carpet(None)
        self.strip.clear()

    def recolour(self) -> None:
        self.plane.colour_map = self.workspace.colour_map
        self.plane.repaint_scene()
        self.pointing.look_at_marker()
        self.picking.ask()
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
            self.works.start(CODES, jobs.encode_all(snapshot, self.examples))

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

    @Slot(object)
    def _show_form(self, points: NDArray[np.float32]) -> None:
        """t-SNE on the way: only its points."""
        if self.plane_map is not None:
            self._leave_layout()
        self.plane.show_axes(("", ""), has_numbers=False)
        self.scenery.show_points(points)
        self.scenery.fit(points)
        self.show_content()

    @Slot(object)
    def _show_map(self, plane_map: PlaneMap) -> None:
        points = plane_map.points
        self.plane_map, self.tree = plane_map, None
        is_units = self.bar.layout_key == UNITS
        self.side.offer(self.units_page.key, is_units and self.snapshot.plan.code_size > 2)
        self.bar.allow(ranges=is_units, tiles=plane_map.can_decode)
        self.plane.show_axes(plane_map.titles, has_numbers=plane_map.can_decode)
        self.scenery.show_points(points)
        if len(points):
            self.ask(lambda: NearestCodes(points), TREE)
        self.scenery.set_home()
        self.show_content()
        if self.plane.marks.marker is None:
            self.plane.marks.marker = (self.plane.view.x, self.plane.view.y)
        self.pointing.look_at_marker()
        self.scenery.ask_carpet()
        self.picking.ask()
        self.picking.show_drawing()
        self.side.page.follow_codes()

    def _take_tree(self, tree: NearestCodes) -> None:
        self.tree = tree
        if self.plane_map is not None and not self.plane_map.can_decode:
            self.pointing.look_at_marker()
            self.side.page.follow_codes()

    @property
    def rendering(self) -> Rendering:
        return Rendering(self.snapshot.plan.shape, self.workspace.colour_map)

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

    def shows(self) -> Shows:
        return Shows(layout=self.bar.layout_key if self.bar.layout_key in LAYOUTS else "")

    @Slot(int)
    def pick(self, index: int) -> None:
        """Choose a test example for all viewers."""
        self.workspace.pick(index)
