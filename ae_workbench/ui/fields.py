"""One editor per kind of parameter. All have ``edited``, ``refused`` and ``show_value``."""

from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ae_workbench.core.parameters import Choice, Flag, Number, Size, Sizes, Spec, Text
from ae_workbench.ui.elided_label import tells_whole
from ae_workbench.ui.layer_list import LayerList
from ae_workbench.ui.spin_fields import NumberField, SizeField, UndoPassesThrough
from ae_workbench.ui.wording import option_title, said

ICON_GAP_PX = 4
"""As Qt's styles have it."""


class Field(Protocol):
    """What a form needs of an editor (a QWidget)."""

    edited: SignalInstance
    refused: SignalInstance

    def show_value(self, value: object) -> None: ...


class QuietComboBox(QComboBox):
    """A combo box that lets the wheel scroll the panel unless it has the focus.

    An entry that is longer than its place ends in dots, and a tooltip has all of it. With ``wants_all`` it is as wide as its longest
    entry where there is room, also when it gets other entries.
    """

    def __init__(self, wants_all: bool = False) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QComboBox.SizeAdjustPolicy
        self.setSizeAdjustPolicy(policy.AdjustToContents if wants_all else policy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    @property
    def shown(self) -> str:
        """What there is room for."""
        return self._cut(self._option())

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _cut(self, option: QStyleOptionComboBox) -> str:
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + ICON_GAP_PX
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter, option = QStylePainter(self), self._option()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self._cut(option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        return tells_whole(self, event, self.currentText(), lambda: self.shown) or super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(QuietComboBox):
    """One of a few words; the item data are the words of the recipe."""

    edited = Signal(object)
    refused = Signal(object)

    def __init__(self, spec: Choice) -> None:
        super().__init__()
        for option in spec.options:
            title = option_title(option)
            self.addItem(title[:1].upper() + title[1:], option)
        self.currentIndexChanged.connect(self._tell)

    def show_value(self, value: str) -> None:
        """Show without telling."""
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(value))
        self.blockSignals(False)

    @Slot(int)
    def _tell(self, index: int) -> None:
        self.edited.emit(self.itemData(index))


class FlagField(QCheckBox):
    """Yes or no; its label stands beside it."""

    edited = Signal(object)
    refused = Signal(object)

    def __init__(self, spec: Flag) -> None:
        super().__init__(said(spec.label))
        self.toggled.connect(self._tell)

    def show_value(self, value: bool) -> None:
        """Show without telling."""
        self.blockSignals(True)
        self.setChecked(value)
        self.blockSignals(False)

    @Slot(bool)
    def _tell(self, value: bool) -> None:
        self.edited.emit(value)


class TextField(QWidget):
    """Free text, with a browse button where it is a path."""

    edited = Signal(object)
    refused = Signal(object)
    editingFinished = Signal()  # noqa: N815 (as on Qt's editors)

    def __init__(self, spec: Text) -> None:
        super().__init__()
        self._is_folder = spec.is_folder
        self.line = QLineEdit()
        self.line.setMaxLength(spec.longest)
        self.line.installEventFilter(UndoPassesThrough(self))
        self.line.textEdited.connect(self._tell)
        self.line.editingFinished.connect(self.editingFinished)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        if spec.is_path:
            browse = QPushButton(self.tr("Browse…"))
            browse.setObjectName("browse")
            browse.setAccessibleName(self.tr("Browse for %1").replace("%1", said(spec.label)))
            browse.clicked.connect(self._browse)
            layout.addWidget(browse)

    def show_value(self, value: str) -> None:
        """Show without telling; the cursor stays where it is while one types."""
        if value != self.line.text():
            self.line.setText(value)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self.edited.emit(text)

    @Slot()
    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder") if self._is_folder else self.tr("Choose a file"), self.line.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory if self._is_folder else QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    @Slot(str)
    def _take(self, path: str) -> None:
        self.line.setText(path)
        self.edited.emit(path)


def make_field(name: str, spec: Spec) -> QWidget:
    """The editor for a specification.

    Raises:
        TypeError: a kind of specification no editor is known for.
    """
    field: QWidget
    match spec:
        case Size():
            field = SizeField(name, spec)
        case Number():
            field = NumberField(name, spec)
        case Choice():
            field = ChoiceField(spec)
        case Flag():
            field = FlagField(spec)
        case Sizes():
            field = LayerList(spec)
        case Text():
            field = TextField(spec)
        case _:
            raise TypeError(f"There is no field for {type(spec).__name__}.")
    field.setSizePolicy(QSizePolicy.Policy.Expanding, field.sizePolicy().verticalPolicy())
    return field
