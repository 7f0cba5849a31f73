"""The palette itself: a field to type in and the list of what fits, used with the keyboard alone."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ae_workbench.ui import theme
from ae_workbench.ui.palette.entries import Entry
from ae_workbench.ui.palette.fuzzy import score

Index = QModelIndex | QPersistentModelIndex
WIDTH_PX, LINES = 640, 11
ICON_PX, GAP_PX = 16, 12
MOST_SHOWN = 60
RECENT_BONUS = 4.0
"""What was used lately comes first among titles that fit about as well."""
PLACE_WEIGHT = 0.5


class EntryModel(QAbstractListModel):
    """The entries that fit what is typed, the best first; with nothing typed, what was used lately."""

    def __init__(self, entries: Sequence[Entry], recent: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = list(entries)
        self._recent = {key: place for place, key in enumerate(recent)}
        self.shown: list[Entry] = []
        self.search("")

    def search(self, query: str) -> None:
        self.beginResetModel()
        if query.strip():
            ranked = [(value, entry) for entry in self._all if (value := self._value(query, entry)) is not None]
            self.shown = [entry for _, entry in sorted(ranked, key=lambda pair: -pair[0])][:MOST_SHOWN]
        else:
            used = sorted((entry for entry in self._all if entry.key in self._recent), key=lambda entry: self._recent[entry.key])
            self.shown = [*used, *(entry for entry in self._all if entry.key not in self._recent)]
        self.endResetModel()

    def _value(self, query: str, entry: Entry) -> float | None:
        by_title = score(query, entry.title)
        value = by_title if by_title is not None else score(query, f"{entry.title} {entry.place}")
        if value is None:
            return None
        value = value if by_title is not None else value * PLACE_WEIGHT
        bonus = RECENT_BONUS / (1 + self._recent[entry.key]) if entry.key in self._recent else 0.0
        return value + bonus - (0.0 if entry.enabled else 3.0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.place, entry.keys) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEnabled if self.shown[index.row()].enabled else usual


class EntryDelegate(QStyledItemDelegate):
    """Icon and title at the left, where it is found and its keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(0, option.fontMetrics.height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, colours = index.data(Qt.ItemDataRole.UserRole), theme.current()
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        if not entry.enabled:
            painter.setOpacity(0.5)
        inside = rect.adjusted(GAP_PX, 0, -GAP_PX, 0)
        if entry.icon is not None and not entry.icon.isNull():
            entry.icon.paint(painter, QRect(inside.left(), inside.center().y() - ICON_PX // 2, ICON_PX, ICON_PX))
        inside.setLeft(inside.left() + ICON_PX + GAP_PX)
        left, right = (
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
        )
        painter.setPen(QColor(colours.muted))
        aside = "   ".join(part for part in (entry.place, entry.keys) if part)
        painter.drawText(inside, right, aside)
        inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(aside) - GAP_PX)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(inside, left, painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, inside.width()))
        painter.restore()


class Palette(QDialog):
    """``chosen`` gives the entry that was picked, after the dialog is gone."""

    chosen = Signal(object)

    def __init__(self, entries: Sequence[Entry], recent: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette_dialog")
        self.setAccessibleName(self.tr("Command palette"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = EntryModel(entries, recent, self)
        self.field = QLineEdit(objectName="palette_field")
        self.list = QListView(objectName="palette_list")
        self.nothing = QLabel(self.tr("Nothing is called so."))
        self._build()
        self.field.textChanged.connect(self._search)
        self.list.clicked.connect(self._choose)
        self._search("")

    def _build(self) -> None:
        self.field.setPlaceholderText(self.tr("Type a command, viewer, preset or help page"))
        self.field.setAccessibleName(self.tr("What to do"))
        self.field.installEventFilter(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setStyleSheet("QListView { border: none; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(LINES * (self.fontMetrics().height() + 16) + 8)
        theme.set_role(self.nothing, "muted")
        layout = QVBoxLayout(self, spacing=8)
        layout.setContentsMargins(12, 12, 12, 10)
        for widget in (self.field, self.nothing, self.list):
            layout.addWidget(widget)

    def open_over(self, window: QWidget) -> None:
        """Show it in the upper middle of the window."""
        self.resize(min(WIDTH_PX, window.width() - 40), self.sizeHint().height())
        place = window.mapToGlobal(window.rect().topLeft())
        self.move(place.x() + (window.width() - self.width()) // 2, place.y() + min(90, window.height() // 8))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(str)
    def _search(self, query: str) -> None:
        self.model.search(query)
        self.nothing.setVisible(not self.model.shown)
        self._select(0)

    def _select(self, row: int) -> None:
        if self.model.shown:
            self.list.setCurrentIndex(self.model.index(max(0, min(row, len(self.model.shown) - 1))))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.shown[index.row()].enabled:
            entry = self.model.shown[index.row()]
            self.close()
            self.chosen.emit(entry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Keys that move in the list while the focus stays in the field."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        row, page = self.list.currentIndex().row(), LINES - 1
        moves = {Qt.Key.Key_Down: row + 1, Qt.Key.Key_Up: row - 1, Qt.Key.Key_PageDown: row + page, Qt.Key.Key_PageUp: row - page}
        key = Qt.Key(event.key())
        if key in moves:
            self._select(moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        else:
            return super().eventFilter(watched, event)
        return True
