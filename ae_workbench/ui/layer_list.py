"""A list of layer sizes: add, remove, reorder, by buttons, by dragging and by keyboard."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from ae_workbench.core.parameters import Sizes
from ae_workbench.ui import theme
from ae_workbench.ui.sizes_view import ROW_PX, LayerDelegate, SizesView

FRAME_PX = 8
FIRST_SIZE = 64
KEYS_TIP = "Enter or a digit changes the size, Insert adds a layer, Delete removes it, Alt+Up and Alt+Down move it."


class LayerList(QWidget):
    """Whole numbers, one per layer; ``edited`` carries them as a tuple."""

    edited = Signal(object)
    refused = Signal(object)

    def __init__(self, spec: Sizes) -> None:
        super().__init__()
        self._spec = spec
        self.list = SizesView()
        self.list.setItemDelegate(LayerDelegate(spec, self.list))
        self.add_button = self._button("plus", self.tr("Add a layer (Insert)"), self.list.add_requested)
        self.remove_button = self._button("trash-2", self.tr("Remove the layer (Delete)"), self.list.remove_requested)
        self.up_button = self._button("arrow-up", self.tr("Move the layer up (Alt+Up)"), self.list.up_requested)
        self.down_button = self._button("arrow-down", self.tr("Move the layer down (Alt+Down)"), self.list.down_requested)
        self._build()
        self._connect()
        self.show_value(())

    @property
    def values(self) -> tuple[int, ...]:
        return tuple(self.list.item(row).data(Qt.ItemDataRole.EditRole) for row in range(self.list.count()))

    def show_value(self, values: tuple[int, ...]) -> None:
        """Show without telling."""
        if tuple(values) != self.values:
            row = self.list.currentRow()
            self.list.blockSignals(True)
            self.list.clear()
            for value in values:
                self.list.addItem(_item(value))
            self.list.setCurrentRow(min(max(row, 0), len(values) - 1))
            self.list.blockSignals(False)
        self._fit()

    def name_parts(self, name: str, title: str) -> None:
        """Object and accessible names for the list and its buttons, from those of the whole."""
        self.list.setObjectName(f"{name}_list")
        self.list.setAccessibleName(title)
        for part, button in (("add", self.add_button), ("remove", self.remove_button), ("up", self.up_button), ("down", self.down_button)):
            button.setObjectName(f"{name}_{part}")
            button.setAccessibleName(f"{title}: {button.toolTip()}")

    @Slot()
    def add(self) -> None:
        """A layer after the chosen one, of the same size."""
        if len(self.values) >= self._spec.longest:
            return
        row = self.list.currentRow()
        value = self.values[row] if row >= 0 else min(max(FIRST_SIZE, self._spec.low), self._spec.high)
        self.list.insertItem(row + 1, _item(value))
        self.list.setCurrentRow(row + 1)
        self._tell()

    @Slot()
    def remove(self) -> None:
        """Take the chosen layer out."""
        row = self.list.currentRow()
        if row >= 0 and len(self.values) > self._spec.shortest:
            self.list.takeItem(row)
            self._tell()

    @Slot()
    def move_up(self) -> None:
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + by < self.list.count():
            self.list.insertItem(row + by, self.list.takeItem(row))
            self.list.setCurrentRow(row + by)
            self._tell()

    def _button(self, icon: str, tip: str, signal: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon))
        button.setToolTip(tip)
        button.clicked.connect(signal)
        return button

    def _build(self) -> None:
        self.list.setToolTip(self.tr(KEYS_TIP))
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch()
        buttons.addWidget(self.up_button)
        buttons.addWidget(self.down_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.list.add_requested.connect(self.add)
        self.list.remove_requested.connect(self.remove)
        self.list.up_requested.connect(self.move_up)
        self.list.down_requested.connect(self.move_down)
        self.list.itemChanged.connect(self._tell)
        self.list.currentRowChanged.connect(self._fit)
        self.list.model().rowsMoved.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self._fit()
        self.edited.emit(self.values)

    @Slot()
    def _fit(self) -> None:
        count, row = self.list.count(), self.list.currentRow()
        self.list.setFixedHeight(max(count, 1) * ROW_PX + FRAME_PX)
        self.add_button.setEnabled(count < self._spec.longest)
        self.remove_button.setEnabled(row >= 0 and count > self._spec.shortest)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < count - 1)


def _item(value: int) -> QListWidgetItem:
    item = QListWidgetItem()
    item.setData(Qt.ItemDataRole.EditRole, value)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled)
    return item
