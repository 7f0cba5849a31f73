"""Which two units of the code lie on the axes, and what the others are held at."""

from typing import Any

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout

from ae_workbench.ui.panels.section import UprightScroll
from ae_workbench.ui.spin_fields import prepare_spin
from ae_workbench.ui.viewers.latent.code_sliders import CodeSliders
from ae_workbench.ui.viewers.latent.page import Floats, Host, Page

PERCENT = 1.0
MOST_NUMBERS = 2**20
"""That the ends of the sliders come from, at most twice as many: all codes of a large model would take a third of a second."""
BOX_PX = 60


class UnitsPage(Page):
    """``changed`` when axes or held units are others; ``axes`` and ``base`` say which. Only for the layout of two units."""

    key = "units"
    icon = "sliders-horizontal"
    changed = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.base: Floats = np.zeros(0, np.float32)
        self._ends_of: Floats | None = None
        self._ends: Floats = np.zeros((2, 0), np.float32)
        self._build()

    @property
    def title(self) -> str:
        return self.tr("Units: which two lie on the axes, and what the others are held at")

    def _build(self) -> None:
        self.x_box = self._box("latent_plane_x_unit", self.tr("Unit on the horizontal axis, counted from 0"))
        self.y_box = self._box("latent_plane_y_unit", self.tr("Unit on the vertical axis, counted from 0"))
        self.sliders = CodeSliders()
        self.sliders.setAccessibleName(self.tr("Units of the code"))
        self.sliders.setToolTip(
            self.tr("What the units that aren't on an axis are held at: up and down choose one, left and right move it")
        )
        self.sliders.changed.connect(self._take_sliders)
        self.mean_button = QPushButton(self.tr("Mean"), objectName="latent_plane_mean_button")
        self.mean_button.setToolTip(self.tr("Hold the other units at their mean over the test examples"))
        self.mean_button.clicked.connect(self.hold_mean)
        self.picked_button = QPushButton(self.tr("Picked"), objectName="latent_plane_hold_picked_button")
        self.picked_button.setToolTip(self.tr("Hold the other units at the picked example's code"))
        self.picked_button.clicked.connect(self.hold_picked)
        axes, buttons = QHBoxLayout(spacing=4), QHBoxLayout(spacing=4)
        for text, box in (("x", self.x_box), ("y", self.y_box)):
            label = QLabel(text)
            label.setBuddy(box)
            axes.addWidget(label)
            axes.addWidget(box, 1)
        buttons.addWidget(self.mean_button, 1)
        buttons.addWidget(self.picked_button, 1)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(axes)
        layout.addLayout(buttons)
        layout.addWidget(UprightScroll("latent_plane_sliders_scroll", self.sliders), 1)

    def _box(self, name: str, title: str) -> QSpinBox:
        box = QSpinBox(objectName=name, minimum=0, maximum=1, keyboardTracking=False)
        prepare_spin(box)
        box.setAccessibleName(title)
        box.setToolTip(title)
        box.setMinimumWidth(BOX_PX)
        box.valueChanged.connect(self._take_axes)
        return box

    @property
    def axes(self) -> tuple[int, int]:
        """Units on the axes, from 0."""
        return self.x_box.value(), self.y_box.value()

    def meet(self, codes: Floats, code_dims: tuple[int, ...]) -> None:
        """Codes of another run: the two units that vary most lie on the axes, the others are at their mean."""
        size = int(np.prod(code_dims))
        flat = codes.reshape(len(codes), size)
        order = np.argsort(-flat.var(axis=0), kind="stable") if len(codes) else np.arange(size)
        for box, unit in zip((self.x_box, self.y_box), sorted(order[:2].tolist()), strict=False):
            box.blockSignals(True)
            box.setMaximum(max(0, size - 1))
            box.setValue(unit)
            box.blockSignals(False)
        self.base, self._ends_of = self._mean(codes, code_dims), None

    @staticmethod
    def _mean(codes: Floats, code_dims: tuple[int, ...]) -> Floats:
        return codes.mean(axis=0) if len(codes) else np.zeros(code_dims, np.float32)

    def open(self) -> None:
        self.follow_codes()

    def follow_codes(self) -> None:
        codes = self.host.codes
        if codes is None:
            return
        if self._ends_of is not codes:
            self._ends_of, self._ends = codes, self._ends_in(codes)
        lows, highs = self._ends
        values = self.base.reshape(-1)
        self.sliders.show_code(values, np.minimum(lows, values), np.maximum(np.maximum(highs, values), lows + 1e-3), self.axes)
        self.follow_picked()

    def _ends_in(self, codes: Floats) -> Floats:
        """Between which values each unit's slider goes, (2, units)."""
        size = int(self.base.size)
        if not len(codes):
            return np.stack([np.full(size, -2.0), np.full(size, 2.0)])
        flat = codes.reshape(len(codes), -1)
        some = flat[:: max(1, flat.size // MOST_NUMBERS)]
        return np.percentile(some, [PERCENT, 100 - PERCENT], axis=0)

    def follow_picked(self) -> None:
        self.picked_button.setEnabled(self.host.picked is not None)

    @Slot()
    def hold_mean(self) -> None:
        """The other units at their mean."""
        if self.host.codes is not None:
            self._hold(self._mean(self.host.codes, self.base.shape))

    @Slot()
    def hold_picked(self) -> None:
        """The other units as in the picked example's code."""
        if self.host.picked is not None:
            self._hold(self.host.picked.code)

    def _hold(self, code: Floats) -> None:
        self.base = code.astype(np.float32).copy()
        self.follow_codes()
        self.changed.emit()

    @Slot()
    def _take_sliders(self) -> None:
        self.base = self.sliders.values.reshape(self.base.shape).copy()
        self.changed.emit()

    @Slot()
    def _take_axes(self, _value: Any = None) -> None:
        self.follow_codes()
        self.changed.emit()
