"""A slim row that says how far t-SNE is, or that its map is of an older epoch."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ae_workbench.ui import theme


class MapBar(QWidget):
    """``cancel_requested`` while a map is made, ``update_requested`` when it is out of date."""

    cancel_requested = Signal()
    update_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("latent_plane_map_bar")
        self.label = QLabel(objectName="latent_plane_map_label")
        theme.set_role(self.label, "muted")
        self.progress = QProgressBar(objectName="latent_plane_map_progress", minimum=0, maximum=1000)
        self.progress.setAccessibleName(self.tr("Progress of t-SNE"))
        self.cancel_button = QPushButton(self.tr("Cancel"), objectName="latent_plane_map_cancel_button")
        self.cancel_button.setToolTip(self.tr("Give the map up and go back to the layout before"))
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.update_button = QPushButton(self.tr("Update"), objectName="latent_plane_map_update_button")
        self.update_button.setToolTip(self.tr("Make a t-SNE map of the codes of the epoch that is shown"))
        self.update_button.clicked.connect(self.update_requested)
        row = QHBoxLayout(self, spacing=8)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label)
        row.addWidget(self.progress, 1)
        row.addStretch(0)
        row.addWidget(self.cancel_button)
        row.addWidget(self.update_button)
        self.hide()

    def show_progress(self, share: float) -> None:
        """A map is being made; 0 while neighbours are searched."""
        self._show(is_busy=True)
        self.label.setText(self.tr("t-SNE arranges the codes…") if share > 0 else self.tr("t-SNE looks for neighbours…"))
        self.progress.setRange(0, 1000 if share > 0 else 0)
        self.progress.setValue(round(1000 * share))

    def show_stale(self, epoch: int) -> None:
        """The map is of this older epoch."""
        self._show(is_busy=False)
        self.label.setText(self.tr("The map is of epoch {epoch}.").format(epoch=epoch))

    def show_error(self, text: str) -> None:
        """No map could be made."""
        self._show(is_busy=False)
        self.label.setText(text)

    def _show(self, is_busy: bool) -> None:
        self.progress.setVisible(is_busy)
        self.cancel_button.setVisible(is_busy)
        self.update_button.setVisible(not is_busy)
        self.show()
