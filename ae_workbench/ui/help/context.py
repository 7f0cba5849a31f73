"""Which help page belongs to a widget: its own ``helpPage``, or that of the nearest parent that has one."""

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.help.pages import FIRST_PAGE

PROPERTY = "helpPage"
ICON_PX = 14
SIDE_PX = 22


class HelpSignals(QObject):
    """``wanted`` carries the key of a page that somebody asked for."""

    wanted = Signal(str)


signals = HelpSignals()


def set_help(widget: QWidget, key: str) -> None:
    """What F1 opens while the focus is in this widget, or in one inside it."""
    widget.setProperty(PROPERTY, key)


def help_for(widget: QWidget | None) -> str:
    """Key of the page for a widget."""
    while widget is not None:
        key = widget.property(PROPERTY)
        if key:
            return str(key)
        widget = widget.parentWidget()
    return FIRST_PAGE


class HelpButton(QToolButton):
    """A small “?” that opens the page of the widget it stands in."""

    def __init__(self, name: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_help_button")
        self.setIcon(theme.icon("circle-help", "muted"))
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setFixedSize(SIDE_PX, SIDE_PX)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Help: {about}").format(about=about))
        self.setToolTip(self.tr("What is this? (F1)"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        signals.wanted.emit(help_for(self))
