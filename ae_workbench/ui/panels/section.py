"""A card with a heading, the building block of panels."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.help.context import HelpButton, set_help
from ae_workbench.ui.panels.scroll_fade import ScrollFade
from ae_workbench.ui.tab_order import chain_behind


class Section(QFrame):
    """A rounded card; ``add`` puts widgets under its heading. The “?” in its corner opens the help's ``page``, if there is one."""

    def __init__(self, name: str, title: str, page: str = "") -> None:
        super().__init__()
        self.setObjectName(f"{name}_section")
        theme.set_role(self, "card")
        self.heading = QLabel(title)
        theme.set_role(self.heading, "heading")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 12)
        self._layout.setSpacing(8)
        self._head = row = QHBoxLayout()
        row.addWidget(self.heading, 1)
        self.help_button = HelpButton(name, title) if page else None
        if self.help_button is not None:
            set_help(self, page)
            row.addWidget(self.help_button)
        self._layout.addLayout(row)

    def add_to_heading(self, widget: QWidget) -> None:
        """Beside the heading, before the “?”."""
        self._head.insertWidget(1, widget)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self._layout.addWidget(widget, stretch)

    def swap(self, old: QWidget | None, new: QWidget) -> None:
        """Put ``new`` where ``old`` was. Nobody finds ``old`` by its name any more; it is the caller's to keep or to let go."""
        if old is None:
            self.add(new)
        else:
            self._layout.replaceWidget(old, new)
            new.show()
            old.hide()
            old.setParent(None)
        if self.help_button is not None:
            chain_behind(self.help_button, new)


def column(widgets: list[QWidget]) -> QWidget:
    """Widgets one under the other, as high as they want."""
    inside = QWidget()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(0, 0, 4, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch()
    return inside


class UprightScroll(QScrollArea):
    """A frameless area that scrolls up and down, and is wide enough for what is in it and the bar beside that, or ``least_px``.

    ``fades`` where it lies on the window itself.
    """

    def __init__(self, name: str, inside: QWidget, least_px: int = 0, fades: bool = False) -> None:
        super().__init__(objectName=name, widgetResizable=True, frameShape=QFrame.Shape.NoFrame, focusPolicy=Qt.FocusPolicy.NoFocus)
        self._inside, self._least_px = inside, least_px
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.viewport().installEventFilter(self)  # where a widget without a layout says that it needs other room
        self.fade = ScrollFade(self) if fades else None

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        width = self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(self._least_px, width), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.LayoutRequest and watched in (self._inside, self.viewport()):
            self.updateGeometry()
        return super().eventFilter(watched, event)
