"""What lies under the pointer and under the marker: asked of the codec thread, shown on the card and in the side panel."""

from PySide6.QtCore import QObject, Slot

from ae_workbench.ui.viewers.latent.jobs import Look, LookJob
from ae_workbench.ui.viewers.latent.page import Host
from ae_workbench.ui.viewers.latent.side_panel import SidePanel

POINTER, MARKER = "pointer", "marker"


class Pointing(QObject):
    """While the marker is dragged one decoding serves both."""

    def __init__(self, host: Host, side: SidePanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host, self._side = host, side
        self._pointed: tuple[float, float] | None = None
        self._is_shared = False
        host.plane.hovered.connect(self._look)
        host.plane.left.connect(self._stop_looking)
        host.plane.marker_moved.connect(self._follow_marker)

    def take(self, what: str, look: Look) -> None:
        """Show what the codec thread gave."""
        if what == POINTER:
            self._host.plane.show_look(look)
        if what == MARKER or self._is_shared:
            self._side.show_marker(look, self._host.plane.titles)
        elif not self._shows_marker:  # the drag ended, and its last request gave way to a newer one
            self.look_at_marker()

    def look_at_marker(self) -> None:
        """Ask anew what lies under the marker, such as of another epoch."""
        host = self._host
        if host.plane_map is not None and host.plane.marks.marker is not None:
            self._ask(*host.plane.marks.marker, MARKER, neighbours=not host.plane_map.can_decode)

    def _ask(self, x: float, y: float, what: str, neighbours: bool) -> None:
        host = self._host
        if host.plane_map is not None:
            near = (host.examples, host.tree, host.plane.points.visible) if neighbours else ()
            host.ask(LookJob((x, y), host.snapshot, host.plane_map, host.rendering, *near), what)

    @Slot(float, float)
    def _look(self, x: float, y: float) -> None:
        self._pointed, self._is_shared = (x, y), False
        self._ask(x, y, POINTER, neighbours=True)

    @Slot()
    def _stop_looking(self) -> None:
        self._pointed, self._is_shared = None, False
        self._host.forget(POINTER)
        if not self._shows_marker:
            self.look_at_marker()

    @property
    def _shows_marker(self) -> bool:
        return self._side.look is not None and self._side.look.point == self._host.plane.marks.marker

    @Slot(float, float)
    def _follow_marker(self, x: float, y: float) -> None:
        self._is_shared = (x, y) == self._pointed
        if not self._is_shared:
            self.look_at_marker()
        elif (look := self._host.plane.look) is not None and look.point == (x, y):
            self._side.show_marker(look, self._host.plane.titles)
