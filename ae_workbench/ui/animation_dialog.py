"""Asks which epochs an animation shows and how fast, and tells how far it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QProgressBar, QSpinBox, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.animation_export import thinned
from ae_workbench.ui.forms import add_field
from ae_workbench.ui.spin_fields import prepare_spin

MOST_FRAMES = 600
USUAL_FRAMES = 100
USUAL_SPEED, FASTEST = 10, 50


class AnimationDialog(QDialog):
    """``epochs`` and ``frame_ms`` are what was chosen."""

    def __init__(self, stored: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("animation_dialog")
        self.setWindowTitle(self.tr("Export animation"))
        self._stored = list(stored)
        fewest = -(-len(stored) // MOST_FRAMES)
        usual = max(fewest, len(stored) // USUAL_FRAMES, 1)
        self.every_box = self._box("animation_every_box", max(1, fewest), max(1, len(stored) - 1), usual)
        self.every_box.setToolTip(self.tr("1 takes every stored epoch, 2 every second one; the last one is always there"))
        self.speed_box = self._box("animation_speed_box", 1, FASTEST, USUAL_SPEED)
        self.speed_box.setToolTip(self.tr("How many epochs are shown per second"))
        self.summary = QLabel()
        theme.set_role(self.summary, "muted")
        form = QFormLayout()
        add_field(form, self.tr("&Every so many epochs"), self.every_box)
        add_field(form, self.tr("Frames per &second"), self.speed_box)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Choose file…"))
        theme.set_role(buttons.button(QDialogButtonBox.StandardButton.Ok), "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self, spacing=14)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addLayout(form)
        layout.addWidget(self.summary)
        layout.addWidget(buttons)
        self.every_box.valueChanged.connect(self._say)
        self.speed_box.valueChanged.connect(self._say)
        self._say()

    def _box(self, name: str, low: int, high: int, value: int) -> QSpinBox:
        box = QSpinBox(objectName=name, minimum=low, maximum=high, value=value)
        prepare_spin(box)
        return box

    @property
    def epochs(self) -> list[int]:
        return thinned(self._stored, self.every_box.value())

    @property
    def frame_ms(self) -> int:
        return round(1000 / self.speed_box.value())

    @Slot()
    def _say(self) -> None:
        seconds = len(self.epochs) * self.frame_ms / 1000
        said = self.tr("{count} pictures, {seconds} s long")
        self.summary.setText(said.format(count=len(self.epochs), seconds=f"{seconds:.1f}"))


class ProgressBox(QDialog):
    """``rejected`` means cancel. Unlike QProgressDialog it handles no events of its own while it is told how far things are."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("animation_progress")
        self.setWindowTitle(self.tr("Export animation"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.label = QLabel(self.tr("Showing each epoch…"))
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=count, value=0)
        self.bar.setMinimumWidth(280)
        self.bar.setAccessibleName(self.tr("Progress of the animation"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self, spacing=12)
        layout.setContentsMargins(20, 18, 20, 16)
        for widget in (self.label, self.bar, self.buttons):
            layout.addWidget(widget)

    @Slot()
    def show_writing(self) -> None:
        """The pictures are there; the file can't be cancelled any more."""
        self.label.setText(self.tr("Writing the file…"))
        self.buttons.setEnabled(False)
        self.bar.setRange(0, 0)

    def reject(self) -> None:
        if self.buttons.isEnabled():
            super().reject()
