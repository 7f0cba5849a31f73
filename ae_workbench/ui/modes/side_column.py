"""What stands at the left of a page."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget


class SideColumn(QWidget):
    """As wide as what is in it needs, whatever the size of the type and the language, or ``least_px``; the page has all other room."""

    def __init__(self, inside: QWidget, least_px: int) -> None:
        super().__init__()
        self._least_px = least_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inside)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return super().minimumSizeHint().expandedTo(QSize(self._least_px, 0))
