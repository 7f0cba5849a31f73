"""Rows of a form: labels of one width before their fields."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFormLayout, QLabel, QSpinBox, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.forms import add_field
from ae_workbench.ui.spin_fields import prepare_spin

LABEL_PX, SPACING_PX = 84, 6
"""The first at the usual type size."""


class RowLabel(QLabel):
    """As wide as those of other rows, whatever it says."""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(round(theme.grown(LABEL_PX)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self.sizeHint()


def form(rows: Sequence[tuple[str, QWidget]]) -> QWidget:
    """Fields one under the other."""
    inside = QWidget()
    inside.setLayout(layout := form_layout())
    for text, field in rows:
        add_row(layout, text, field)
    return inside


def form_layout() -> QFormLayout:
    """An empty form whose fields stand under those of the others, whatever they are."""
    layout = QFormLayout(horizontalSpacing=SPACING_PX, verticalSpacing=SPACING_PX)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return layout


def add_row(layout: QFormLayout, text: str, field: QWidget) -> None:
    """One field with its label, which also names it for those who can't see it."""
    add_field(layout, text, field, RowLabel)
    if text:
        field.setAccessibleName(text)


def spin(name: str, low: int, high: int, help_text: str) -> QSpinBox:
    """A field for a whole number, ``sweep_<name>_box``."""
    box = QSpinBox(objectName=f"sweep_{name}_box", minimum=low, maximum=high)
    prepare_spin(box)
    box.setToolTip(help_text)
    return box
