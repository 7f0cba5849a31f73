"""The view of a list of layer sizes: its keys, and how a size is drawn and edited."""

from math import log

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ae_workbench.core.parameters import Size, Sizes
from ae_workbench.ui import theme
from ae_workbench.ui.keys import DELETE_KEYS
from ae_workbench.ui.spin_fields import SizeField, set_own
from ae_workbench.ui.wording import count_text, said

ROW_PX = 30
NUMBER_PX = 66
Index = QModelIndex | QPersistentModelIndex


class SizesView(QListWidget):
    """The list itself; asks for changes by key, and says so when it is empty."""

    add_requested = Signal()
    remove_requested = Signal()
    up_requested = Signal()
    down_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
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
            **dict.fromkeys(((key, False) for key in DELETE_KEYS), self.remove_requested),
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
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.tr("none: press +"))


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
            size = int(index.data(Qt.ItemDataRole.EditRole))
            editor.show_value(size)
            set_own(editor, size)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: N802
        if isinstance(editor, SizeField):
            editor.interpretText()
            model.setData(index, editor.value(), Qt.ItemDataRole.EditRole)  # type: ignore[attr-defined]

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        editor.setGeometry(option.rect)
