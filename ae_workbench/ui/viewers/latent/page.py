"""What a page of the side panel is: a tool with its own controls, marks on the plane and pictures in the film strip."""

from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QLabel, QWidget

from ae_workbench.analysis.neighbours import NearestCodes
from ae_workbench.ui import theme
from ae_workbench.ui.viewers.latent.jobs import Examples, PickedExample
from ae_workbench.ui.viewers.latent.maps import PlaneMap, Point
from ae_workbench.ui.viewers.latent.plane import Plane
from ae_workbench.ui.viewers.latent.rendering import Rendering
from ae_workbench.ui.viewers.latent.strip import FilmStrip

Floats = NDArray[np.float32]


class Host(Protocol):
    """What pages see of the viewer. ``codes`` (n, *code_dims) are those of ``examples``, which are None where the data don't fit."""

    plane: Plane
    strip: FilmStrip
    snapshot: Any
    codes: Floats | None
    plane_map: PlaneMap | None
    picked: PickedExample | None
    examples: Examples | None
    tree: NearestCodes | None

    @property
    def rendering(self) -> Rendering: ...
    def ask(self, job: Callable[[], object], what: str = "") -> None: ...
    def forget(self, what: str = "") -> None: ...
    def pick(self, index: int) -> None: ...


class Page(QWidget):
    """``key`` names its jobs and its button, ``tool`` is what the mouse does on the plane while it is open."""

    key = ""
    icon = ""
    tool = "explore"

    def __init__(self, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=f"latent_plane_{self.key}_page")
        self.host = host

    @property
    def title(self) -> str:
        """Tooltip of its button."""
        raise NotImplementedError

    def open(self) -> None:
        """The page has come to the front; its marks and pictures may be shown."""

    def follow_codes(self) -> None:
        """Codes, map or colours have changed; only called while open."""

    def follow_picked(self) -> None:
        """Another example was picked; only called while open."""

    def forget(self) -> None:
        """Another run or layout comes: what was drawn on the plane means nothing there."""

    def take_line(self, points: Floats) -> None:
        """A line was drawn on the plane, (m, 2)."""

    def show_frame(self, frame: int) -> None:
        """The film strip shows this column."""

    def show_answer(self, what: str, answer: Any) -> None:
        """What a job gave that was asked under ``key`` or a name that starts with it and a hyphen."""

    def show_failure(self, error: Exception) -> None:
        """Such a job failed."""

    # For subclasses

    def move_marker(self, point: Point) -> None:
        self.host.plane.move_marker(point)

    def hint(self, text: str, name: str = "") -> QLabel:
        """A muted sentence."""
        label = QLabel(text, objectName=name, wordWrap=True)
        theme.set_role(label, "muted")
        label.setFont(theme.number_font(label.font()))
        return label
