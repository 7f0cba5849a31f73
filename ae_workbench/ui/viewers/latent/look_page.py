"""The page that looks closely at the picked example: its image, what the model makes of it, and the error."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from ae_workbench.ui import theme
from ae_workbench.ui.buttons import tool_button
from ae_workbench.ui.viewers.latent.page import Host, Page
from ae_workbench.ui.viewers.latent.thumb import Thumb
from ae_workbench.ui.viewers.page_tiles import error_name

PICKED_PX = 80


class LookPage(Page):
    """``to_canvas_requested``: the picked example, please."""

    key = "look"
    icon = "crosshair"
    to_canvas_requested = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._build()
        self.follow_picked()

    @property
    def title(self) -> str:
        return self.tr("Look: drag the marker over the plane, click a point to pick that example")

    def _build(self) -> None:
        self.image_thumb = Thumb(PICKED_PX, "latent_plane_picked_image", self.tr("The picked test example"))
        self.output_thumb = Thumb(PICKED_PX, "latent_plane_picked_reconstruction", self.tr("What the model makes of it"))
        self.picked_title = QLabel(objectName="latent_plane_picked_title", wordWrap=True)
        theme.set_role(self.picked_title, "heading")
        self.error_label = self.hint("", "latent_plane_picked_error")
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
        layout.addLayout(head)
        layout.addLayout(pair)
        layout.addWidget(self.error_label)
        layout.addStretch(1)

    def open(self) -> None:
        self.follow_picked()

    def follow_picked(self) -> None:
        """Show the picked example; without one, how to pick."""
        picked = self.host.picked
        for widget in (self.image_thumb, self.output_thumb, self.canvas_button):
            widget.setVisible(picked is not None)
        if picked is None:
            self.picked_title.setText(self.tr("Nothing picked"))
            self.error_label.setText(self.tr("Click a point to see that example, what the model makes of it, and the error."))
            return
        self.image_thumb.show_picture(picked.picture)
        self.output_thumb.show_picture(picked.reconstruction)
        self.picked_title.setText(f"#{picked.index}" + (f" · {picked.label}" if picked.label else ""))
        self.error_label.setText(f"{error_name(picked.loss).capitalize()} {picked.error:.4f}")
