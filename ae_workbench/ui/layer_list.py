"""A list of layer sizes: add, remove, reorder, by buttons, by dragging and by keyboard."""

from math import log

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolButton,
    QVBoxLayout, QWidget,
)  # fmt: skip

from ae_workbench.core.parameters import Size, Sizes
from ae_workbench.ui import theme
from ae_workbench.ui.spin_fields import SizeField
from ae_workbench.ui.wording import count_text, said

ROW_PX = 30
FRAME_PX = 8
NUMBER_PX = 66
FIRST_SIZE = 64
Index = QModelIndex | QPersistentModelIndex
KEYS_TIP = "Enter or a digit changes the size, Insert adds a layer, Delete removes it, Alt+Up and Alt+Down move it."


class LayerList(QWidget):
    """Whole numbers, one per layer; ``edited`` carries them as a tuple."""

    edited = Signal(object)
    refused = Signal(object)

    def __init__(self, spec: Sizes) -> None:
        super().__init__()
        self._spec = spec
        self.list = SizesView(said(spec.unit))
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
        self.setFocusProxy(self.list)
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


class SizesView(QListWidget):
    """The list itself; asks for changes by key, and says so when it is empty."""

    add_requested = Signal()
    remove_requested = Signal()
    up_requested = Signal()
    down_requested = Signal()

    def __init__(self, unit: str) -> None:
        super().__init__()
        self._unit = unit
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        wanted = {
            (Qt.Key.Key_Insert, False): self.add_requested,
            (Qt.Key.Key_Plus, False): self.add_requested,
            (Qt.Key.Key_Delete, False): self.remove_requested,
            (Qt.Key.Key_Up, True): self.up_requested,
            (Qt.Key.Key_Down, True): self.down_requested,
        }.get((Qt.Key(event.key()), alt))
        if wanted is not None:
            wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.count() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.current().muted))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.tr("none: press + to add one"))


class LayerDelegate(QStyledItemDelegate):
    """Draws a size as a number and a bar on a logarithmic scale; edits it in a spin box."""

    def __init__(self, spec: Sizes, parent: QWidget) -> None:
        super().__init__(parent)
        self._spec = spec

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(NUMBER_PX, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.current()
        value = int(index.data(Qt.ItemDataRole.EditRole))
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(rect, 5, 5)
        theme.icon("grip-vertical", "muted").paint(painter, option.rect.adjusted(3, 8, 17 - option.rect.width(), -8))
        share = log(1 + value) / log(1 + max(self._spec.high, 2))
        room = rect.width() - NUMBER_PX - 28
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(QRectF(rect.left() + 22, rect.center().y() - 4, max(room * share, 4), 8), 3, 3)
        painter.setPen(QColor(colours.text))
        font = theme.number_font(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.drawText(rect.adjusted(0, 0, -8, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count_text(value))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        editor = SizeField("layer", Size(self._spec.label, unit=self._spec.unit, low=self._spec.low, high=self._spec.high))
        editor.setParent(parent)
        editor.setObjectName("layer_size_editor")
        editor.setAccessibleName(said(self._spec.label))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        if isinstance(editor, SizeField):
            editor.show_value(int(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: N802
        if isinstance(editor, SizeField):
            editor.interpretText()
            model.setData(index, editor.value(), Qt.ItemDataRole.EditRole)  # type: ignore[attr-defined]

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        editor.setGeometry(option.rect)


def _item(value: int) -> QListWidgetItem:
    item = QListWidgetItem()
    item.setData(Qt.ItemDataRole.EditRole, value)
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
    )
    return item
