"""Which colour is which value, above a plot."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from ae_workbench.core.shortening import shortened_apart
from ae_workbench.ui import theme

LONGEST = 24
SPACE = "&nbsp;"
BETWEEN = f"{SPACE}{SPACE} "


class Legend(QLabel):
    """Takes as many lines as it needs; the plot leaves ``height_for`` pixels above itself."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, objectName=name, wordWrap=True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.RichText)
        theme.set_role(self, "muted")

    def show_entries(self, title: str, entries: Sequence[tuple[str, QColor]], more: Sequence[str] = ()) -> None:
        """What the values are of, then each with its colour, then whatever else is to be known."""
        names = shortened_apart([name for name, _ in entries], lambda text: len(text) <= LONGEST)
        marks = [f'<span style="color:{colour.name()}">●</span> {escape(name)}' for name, (_, colour) in zip(names, entries, strict=True)]
        parts = [*([f"{escape(title)}:"] if entries else []), *marks, *map(escape, more)]
        self.setText(BETWEEN.join(_unbroken(part) for part in parts))
        self.setVisible(bool(parts))

    def place(self, left: int, top: int, width: int) -> int:
        """Put it there; gives how high it is."""
        height = self.heightForWidth(width) if not self.isHidden() else 0
        self.setGeometry(left, top, width, height)
        return height


def _unbroken(part: str) -> str:
    """No line ends inside of it; the space in a tag is none."""
    return part.replace("<span style", "<span\tstyle").replace(" ", SPACE).replace("<span\tstyle", "<span style")
