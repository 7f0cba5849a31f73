"""The list of what can be exported, under the titles of its groups."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ae_workbench.ui import theme
from ae_workbench.ui.exporting.items import Item, group_title, items

LIST_PX, HEAD_PX, ENTRY_PX = 210, 28, 24
KEY = Qt.ItemDataRole.UserRole


class ItemList(QListWidget):
    """Its groups' titles can't be chosen."""

    def __init__(self) -> None:
        super().__init__(objectName="export_list", iconSize=QSize(16, 16))
        self._items = {item.key: item for item in items()}
        self.setFixedWidth(LIST_PX)
        self._heads: list[QListWidgetItem] = []
        self._fill()
        self._dress()
        theme.signals.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        """What can't be chosen would be as pale as what is switched off."""
        for head in self._heads:
            head.setForeground(QColor(theme.current().muted))

    def _fill(self) -> None:
        group = ""
        for item in self._items.values():
            if item.group != group:
                group = item.group
                self._add_head(group)
            entry = QListWidgetItem(theme.icon(item.icon), item.title)
            entry.setData(KEY, item.key)
            entry.setSizeHint(QSize(0, ENTRY_PX))
            entry.setToolTip(item.help)
            self.addItem(entry)

    def _add_head(self, group: str) -> None:
        head, heavy = QListWidgetItem(group_title(group)), self.font()
        heavy.setBold(True)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(heavy)
        head.setSizeHint(QSize(0, HEAD_PX))
        head.setTextAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        self.addItem(head)
        self._heads.append(head)

    @property
    def item_chosen(self) -> Item | None:
        entry = self.currentItem()
        return self._items.get(entry.data(KEY)) if entry is not None else None

    def choose(self, key: str) -> None:
        """The first one where there is nothing of that key."""
        wanted = key if key in self._items else next(iter(self._items))
        for row in range(self.count()):
            if self.item(row).data(KEY) == wanted:
                self.setCurrentRow(row)
