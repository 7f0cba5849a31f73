"""The side page that looks closely: what the marker decodes to, and the picked example through the model."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.latent.jobs import Look, PickedExample
from ae_workbench.ui.viewers.latent.plane_bar import tool_button
from ae_workbench.ui.viewers.latent.thumb import Thumb
from ae_workbench.ui.viewers.page_tiles import error_name

MARKER_PX, PICKED_PX = 112, 76


class LookPage(QWidget):
    """``to_canvas_requested``: the picked example, please."""

    to_canvas_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self.show_picked(None)

    def _build(self) -> None:
        self.marker_thumb = Thumb(MARKER_PX, "latent_plane_marker_image", self.tr("What the marker's place decodes to"))
        self.marker_label = self._muted("latent_plane_marker_label")
        self.image_thumb = Thumb(PICKED_PX, "latent_plane_picked_image", self.tr("The picked test example"))
        self.output_thumb = Thumb(PICKED_PX, "latent_plane_picked_reconstruction", self.tr("What the model makes of it"))
        self.picked_title = QLabel(objectName="latent_plane_picked_title")
        theme.set_role(self.picked_title, "heading")
        self.error_label = self._muted("latent_plane_picked_error")
        self.canvas_button = tool_button("latent_plane_to_canvas_button", "send", self.tr("Put the picked example on the canvas"))
        self.canvas_button.clicked.connect(self.to_canvas_requested)
        head = QHBoxLayout(spacing=4)
        head.addWidget(self.picked_title, 1)
        head.addWidget(self.canvas_button)
        pair = QHBoxLayout(spacing=6)
        pair.addWidget(self.image_thumb)
        pair.addWidget(self.output_thumb)
        pair.addStretch(1)
        layout = QVBoxLayout(self, spacing=4)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.marker_thumb)
        layout.addWidget(self.marker_label)
        layout.addSpacing(6)
        layout.addLayout(head)
        layout.addLayout(pair)
        layout.addWidget(self.error_label)
        layout.addStretch(1)

    def _muted(self, name: str) -> QLabel:
        label = QLabel(objectName=name, wordWrap=True)
        theme.set_role(label, "muted")
        label.setFont(theme.number_font(label.font()))
        return label

    def show_marker(self, look: Look | None, titles: tuple[str, str]) -> None:
        """What lies under the marker."""
        self.marker_thumb.show_picture(look.picture if look else None)
        x, y = look.point if look else (0.0, 0.0)
        text = f"{titles[0]} {x:.2f}   {titles[1]} {y:.2f}".replace("-", "−") if look else ""
        self.marker_label.setText(text)

    def show_picked(self, picked: PickedExample | None) -> None:
        """The picked example; without one, how to pick."""
        self.image_thumb.setVisible(picked is not None)
        self.output_thumb.setVisible(picked is not None)
        self.canvas_button.setVisible(picked is not None)
        if picked is None:
            self.picked_title.setText(self.tr("No image picked"))
            self.error_label.setText(self.tr("Click a point to see its image, what the model makes of it, and the error."))
            return
        self.image_thumb.show_picture(picked.picture)
        self.output_thumb.show_picture(picked.reconstruction)
        self.picked_title.setText(f"#{picked.index}" + (f" · {picked.label}" if picked.label else ""))
        self.error_label.setText(f"{error_name(picked.loss).capitalize()} {picked.error:.4f}")
