"""The example that was picked in any viewer, and the drawing on the canvas: where they lie on the plane."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ae_workbench.ui.viewers.latent.jobs import PickedExample, PickJob
from ae_workbench.ui.viewers.latent.maps import ellipse

if TYPE_CHECKING:
    from ae_workbench.ui.viewers.latent_plane import LatentPlaneViewer

PICKED = "picked"
SIGMAS = (1.0, 2.0)


class Picking(QObject):
    """Marks them on the plane of its viewer."""

    def __init__(self, viewer: "LatentPlaneViewer") -> None:
        super().__init__(viewer)
        self._viewer = viewer
        viewer.plane.point_clicked.connect(viewer.pick)
        viewer.look_page.to_canvas_requested.connect(self._send_to_canvas)
        viewer.workspace.picked_changed.connect(self.ask)
        viewer.workspace.drawing_changed.connect(self.show_drawing)

    @Slot()
    def ask(self) -> None:
        """Put the picked example through the shown model."""
        viewer = self._viewer
        index, examples = viewer.workspace.picked, viewer.examples
        if viewer.plane_map is not None and examples is not None and index is not None and index < len(examples):
            viewer.ask(PickJob(index, viewer.snapshot, examples, viewer.rendering), PICKED)

    def take(self, picked: PickedExample) -> None:
        """Show what the model makes of it."""
        self._viewer.picked = picked
        marks, plane_map = self._viewer.plane.marks, self._viewer.plane_map
        if plane_map is not None:
            at = plane_map.points[picked.index] if picked.index < len(plane_map.points) else plane_map.point_of(picked.code)
            marks.picked = float(at[0]), float(at[1])
            spread = plane_map.spread(picked.z_log_var) if picked.z_log_var is not None else None
            marks.ellipses = () if spread is None else tuple(ellipse(marks.picked, spread, sigmas) for sigmas in SIGMAS)
        self._viewer.side.page.follow_picked()
        self._viewer.plane.update()

    @Slot()
    def _send_to_canvas(self) -> None:
        picked, examples = self._viewer.picked, self._viewer.examples
        if picked is not None and examples is not None:
            self._viewer.workspace.send_to_canvas(examples[picked.index])

    @Slot()
    def show_drawing(self) -> None:
        """Mark where the canvas's drawing lies, if its code is one of this model's."""
        viewer = self._viewer
        code, place = viewer.workspace.drawing_code, None
        if code is not None and viewer.plane_map is not None and code.size == viewer.snapshot.plan.code_size:
            place = viewer.plane_map.point_of(code)
        viewer.plane.marks.drawing = place
        viewer.plane.update()
