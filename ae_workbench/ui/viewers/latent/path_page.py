"""Draw a way over the plane and see it as a film."""

from typing import Any

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout

from ae_workbench.analysis.paths import path_points
from ae_workbench.ui.spin_fields import prepare_spin
from ae_workbench.ui.viewers.latent.film_jobs import DecodeJob, PicturesJob
from ae_workbench.ui.viewers.latent.page import Floats, Host, Page
from ae_workbench.ui.viewers.latent.strip import StripRow

FEWEST, USUAL, MOST = 5, 24, 120


class PathPage(Page):
    """Where a map can't decode, the film shows the nearest real examples instead."""

    key = "path"
    icon = "spline"
    tool = "path"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.line: Floats | None = None
        self._points: Floats = np.zeros((0, 2), np.float32)
        self._plays = False
        self._build()

    @property
    def title(self) -> str:
        return self.tr("Path: draw a way over the plane and play it as a film")

    def _build(self) -> None:
        self.count_box = QSpinBox(objectName="latent_plane_path_count", minimum=FEWEST, maximum=MOST, value=USUAL, keyboardTracking=False)
        prepare_spin(self.count_box)
        self.count_box.setAccessibleName(self.tr("Frames"))
        self.count_box.setToolTip(self.tr("How many images are decoded at equal steps along the path"))
        self.count_box.valueChanged.connect(self.follow_codes)
        frames = QLabel(self.tr("Frames"))
        frames.setBuddy(self.count_box)
        self.clear_button = QPushButton(self.tr("Clear"), objectName="latent_plane_path_clear_button")
        self.clear_button.setToolTip(self.tr("Take the path away"))
        self.clear_button.clicked.connect(self.clear)
        row = QHBoxLayout(spacing=6)
        row.addWidget(frames)
        row.addWidget(self.count_box)
        row.addStretch(1)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        said = self.tr("Draw a line on the plane, or set its corners with Space and end it with Enter: what lies along it becomes a film.")
        layout.addWidget(self.hint(said))
        layout.addLayout(row)
        layout.addWidget(self.clear_button)
        layout.addStretch(1)

    def open(self) -> None:
        self.follow_codes()

    def forget(self) -> None:
        self.line = None

    def take_line(self, points: Floats) -> None:
        self.line = points
        self.follow_codes()
        self.host.strip.play_button.setChecked(False)
        self._plays = True  # as soon as the film is there

    @Slot()
    def clear(self) -> None:
        """No path any more."""
        self.line = None
        self.follow_codes()

    @Slot()
    def follow_codes(self) -> None:
        host = self.host
        self.clear_button.setEnabled(self.line is not None)
        host.plane.marks.lines = () if self.line is None else (self.line,)
        host.plane.update()
        if self.line is None or host.plane_map is None:
            host.strip.clear()
            return
        self._points = path_points(self.line, self.count_box.value())
        if host.plane_map.can_decode:
            host.ask(DecodeJob(host.snapshot, host.rendering, (host.plane_map.codes_at(self._points),)), self.key)
        elif host.examples is not None and host.tree is not None:
            nearest = tuple(int(host.tree.nearest(point)[0][0]) for point in self._points)
            host.ask(PicturesJob(host.examples, host.rendering, nearest), self.key)

    def show_answer(self, what: str, answer: Any) -> None:
        self.host.strip.show_rows([StripRow(answer[0] if answer and isinstance(answer[0], tuple) else answer)])
        if self._plays:
            self._plays = False
            self.host.strip.play_button.setChecked(True)

    def show_frame(self, frame: int) -> None:
        if frame < len(self._points):
            x, y = self._points[frame]
            self.move_marker((float(x), float(y)))
