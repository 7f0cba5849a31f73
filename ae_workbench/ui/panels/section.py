"""A card with a heading, the building block of panels."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ae_workbench.ui import theme


class Section(QFrame):
    """A rounded card; ``add`` puts widgets under its heading."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_section")
        theme.set_role(self, "card")
        self.heading = QLabel(title)
        theme.set_role(self.heading, "heading")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 12)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.heading)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self._layout.addWidget(widget, stretch)

    def swap(self, old: QWidget | None, new: QWidget) -> None:
        """Put ``new`` where ``old`` was; ``old`` is gone at once for whoever looks controls up by name."""
        if old is None:
            self.add(new)
            return
        self._layout.replaceWidget(old, new)
        new.show()
        old.hide()
        old.setParent(None)
        old.deleteLater()
