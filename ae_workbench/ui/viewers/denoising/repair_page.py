"""Painting over the picked image, with the brush's controls above."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.buttons import tool_button
from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.viewers.denoising.jobs import EQUAL_DB, Repaired, RepairJob
from ae_workbench.ui.viewers.denoising.occlusion import FILLS, Occlusion
from ae_workbench.ui.viewers.denoising.repair_view import USUAL_SIZE, Panel, RepairView

SIZES = 4, 60


class RepairPage(QWidget):
    """``changed`` says that ``job`` has another image to repair."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.repaired: Repaired | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.view = RepairView()
        self.view.setObjectName("repair_view")
        self.view.setAccessibleName(self.tr("Image to paint over, repaired image, original"))
        self.size_slider = QSlider(Qt.Orientation.Horizontal, objectName="repair_size_slider", minimum=SIZES[0], maximum=SIZES[1])
        self.size_slider.setValue(round(100 * USUAL_SIZE))
        self.size_slider.setAccessibleName(self.tr("Brush size"))
        self.size_slider.setToolTip(self.tr("Brush size"))
        self.size_slider.setMaximumWidth(160)
        self.fill_box = QComboBox(objectName="repair_fill_box")
        self.fill_box.setAccessibleName(self.tr("What covers the image"))
        self.fill_box.setToolTip(self.tr("What covers the image where you paint"))
        for key, text in zip(FILLS, (self.tr("Black"), self.tr("Grey"), self.tr("White"), self.tr("Noise")), strict=True):
            self.fill_box.addItem(text, key)
        self.undo_button = tool_button("repair_undo_button", "undo-2", self.tr("Take the last stroke back (Ctrl+Z)"))
        self.clear_button = tool_button("repair_clear_button", "eraser", self.tr("Uncover the whole image"))
        self.hint = ElidedLabel("repair_hint", Qt.TextElideMode.ElideRight)
        self.hint.setText(self.tr("Paint over the left image; the right button uncovers."))
        self.hint.setToolTip(self.tr("By keyboard: arrows move the brush, Space paints, Backspace uncovers."))
        theme.set_role(self.hint, "muted")
        head = QHBoxLayout(spacing=8)
        brush = QLabel(self.tr("Br&ush"))
        brush.setBuddy(self.size_slider)
        for widget in (brush, self.size_slider, self.fill_box, self.undo_button, self.clear_button):
            head.addWidget(widget)
        head.addSpacing(8)
        head.addWidget(self.hint, 1)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.view.painted.connect(self._follow)
        self.size_slider.valueChanged.connect(self._resize_brush)
        self.fill_box.currentIndexChanged.connect(self._refill)
        self.undo_button.clicked.connect(self.view.undo)
        self.clear_button.clicked.connect(self.view.clear)

    # What is painted over

    def take(self, original: NDArray[np.float32]) -> None:
        """Have this image (h, w, c) to paint over; one that is there already keeps what was painted."""
        old = self.view.occlusion
        if old is None or old.original.shape != original.shape or not np.array_equal(old.original, original):
            self.view.take(Occlusion(original, self.fill_box.currentData()))
            self.repaired = None
        self._show()

    @property
    def job(self) -> RepairJob | None:
        """What is to be asked of the model now."""
        occlusion = self.view.occlusion
        return RepairJob(occlusion.original, occlusion.painted) if occlusion is not None else None

    def show_repaired(self, repaired: Repaired) -> None:
        """An answer to ``job``."""
        occlusion = self.view.occlusion
        if occlusion is not None and occlusion.original is repaired.original:
            self.repaired = repaired
            self._show()

    @Slot()
    def _follow(self) -> None:
        self._show()
        self.changed.emit()

    @Slot(int)
    def _resize_brush(self, percent: int) -> None:
        self.view.brush_size = percent / 100
        self.view.update()

    @Slot()
    def _refill(self) -> None:
        if self.view.occlusion is not None:
            self.view.occlusion.fill = self.fill_box.currentData()
            self._follow()

    def _show(self) -> None:
        occlusion, made = self.view.occlusion, self.repaired
        if occlusion is None:
            return
        output = made.output if made is not None else None
        before = _words(made.before) if made is not None else ""
        after = _words(made.after) if made is not None and made.after is not None else self.tr("no model yet")
        better = made is not None and made.after is not None and min(a - b for a, b in zip(made.after, made.before, strict=True)) > 0
        self.view.show_panels(
            (
                Panel(self.tr("Painted over"), occlusion.painted, before),
                Panel(self.tr("Repaired"), output, after, better),
                Panel(self.tr("Original"), occlusion.original),
            )
        )
        self.undo_button.setEnabled(occlusion.can_undo)
        self.clear_button.setEnabled(bool(occlusion.mask.any()))


def _words(quality: tuple[float, float]) -> str:
    psnr, ssim = quality
    return "" if psnr >= EQUAL_DB else f"{psnr:.1f} dB · SSIM {ssim:.3f}"
