"""Which part of the comparison is in front where there isn't room for all of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class PartSwitch(QWidget):
    """A button for each part, with its widgets, which are all seen while the switch is away."""

    def __init__(self, parts: Mapping[str, tuple[str, Sequence[QWidget]]]) -> None:
        super().__init__(objectName="comparison_parts")
        self.is_on = False
        self._widgets = [widgets for _, widgets in parts.values()]
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self, spacing=6)
        row.setContentsMargins(0, 0, 0, 0)
        for number, (key, (title, _)) in enumerate(parts.items()):
            button = QPushButton(title, objectName=f"comparison_{key}_button", checkable=True, checked=number == 0)
            self._group.addButton(button, number)
            row.addWidget(button)
            self.buttons[key] = button
        self._group.idClicked.connect(self._show)
        self.hide()

    def switch(self, on: bool) -> None:
        """Have one part in front, or all of them."""
        if on != self.is_on:
            self.is_on = on
            self.setVisible(on)
            self._show()

    @Slot()
    def _show(self) -> None:
        chosen = self._group.checkedId()
        in_front = set(self._widgets[chosen]) if self.is_on else set().union(*self._widgets)
        for widgets in self._widgets:
            for widget in widgets:
                widget.setVisible(widget in in_front)
