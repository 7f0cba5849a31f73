"""Spin boxes for parameters: they say what is wrong while one types, and leave the wheel and undo to the window."""

import math
import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox

from ae_workbench.core.errors import ParameterError
from ae_workbench.core.parameters import Number, Size
from ae_workbench.ui import theme
from ae_workbench.ui.wording import number_text, said, unit_suffix

UNBOUNDED = 1e9
DECIMALS = 12
SCALE_FREE_STEP = 0.01
PARTIAL_INTEGER = re.compile(r"[-+]?\d{0,10}")
PARTIAL_NUMBER = re.compile(r"[-+]?\d{0,12}([.,]\d{0,12})?([eE][-+]?\d{0,3})?")
TEXT_MARGIN_PX = 6
FEWEST_PX = 84
OWN = "ownValue"
Checked = tuple[QValidator.State, str, int]


class UndoPassesThrough(QObject):
    """Keeps a field from taking Ctrl+Z for itself: undoing is the window's, over all fields.

    Only what is typed in a spin box and wasn't taken is no step of the window's, and goes first.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        undoes, redoes = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
        if undoes and isinstance(watched, QSpinBox | QDoubleSpinBox) and _is_pending(watched):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                _take_back(watched)
        elif undoes or redoes:
            event.ignore()
        return undoes or redoes


def set_own(box: QSpinBox, value: int) -> None:
    """Begin editing ``value``, which Ctrl+Z brings back until the box is left."""
    box.setProperty(OWN, value)


def _is_pending(box: QSpinBox | QDoubleSpinBox) -> bool:
    own = box.property(OWN)
    return not box.hasAcceptableInput() or (own is not None and box.value() != own)


def _take_back(box: QSpinBox | QDoubleSpinBox) -> None:
    own = box.property(OWN)
    box.setValue(box.value() if own is None else own)  # type: ignore[arg-type]
    box.selectAll()
    if isinstance(box, SizeField | NumberField):
        box.refused.emit(None)


def prepare_spin(box: QAbstractSpinBox) -> None:
    """What all spin boxes here share: font, margins, and undo that passes through."""
    box.setFont(theme.number_font(box.font()))
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setAccelerated(True)
    box.setMinimumWidth(FEWEST_PX)
    box.lineEdit().setTextMargins(TEXT_MARGIN_PX, 0, 0, 0)
    box.installEventFilter(UndoPassesThrough(box))


class SizeField(QSpinBox):
    """A whole number. ``refused`` carries the ``ParameterError`` of what is typed, or None when it is all right again."""

    edited = Signal(object)
    refused = Signal(object)

    def __init__(self, name: str, spec: Size) -> None:
        super().__init__()
        self._name, self._spec = name, spec
        prepare_spin(self)
        self.setRange(spec.low, spec.high)
        self._name_unit()
        self.valueChanged.connect(self._tell)
        self.lineEdit().textEdited.connect(self._judge)
        self.editingFinished.connect(self._forget)

    def show_value(self, value: int) -> None:
        """Show without telling; what is being typed stays."""
        if value != self.value() or not (self.hasAcceptableInput() or self.hasFocus()):
            self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(False)
            self._name_unit()

    def valueFromText(self, text: str) -> int:  # noqa: N802
        return super().valueFromText(self._bare(text))

    def _bare(self, text: str) -> str:
        """Without the unit, which may be pasted in the plural where it stands in the singular."""
        return _bare(self, text.removesuffix(unit_suffix(self._spec.unit, 2)))

    def _name_unit(self) -> None:
        self.setSuffix(unit_suffix(self._spec.unit, self.value()))

    def validate(self, text: str, position: int) -> Checked:
        bare = self._bare(text)
        if text and text == self.specialValueText():
            return QValidator.State.Acceptable, text, position
        if not PARTIAL_INTEGER.fullmatch(bare):
            return QValidator.State.Invalid, text, position
        good = bare.lstrip("+-").isdigit() and self.minimum() <= int(bare) <= self.maximum()
        return QValidator.State.Acceptable if good else QValidator.State.Intermediate, text, position

    def fixup(self, text: str) -> str:
        try:
            return str(min(max(int(self._bare(text)), self.minimum()), self.maximum()))
        except ValueError:
            return str(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        _only_with_focus(self, event, super().wheelEvent)

    @Slot(int)
    def _tell(self, value: int) -> None:
        self._name_unit()
        self.refused.emit(None)
        self.edited.emit(value)

    @Slot(str)
    def _judge(self, text: str) -> None:
        try:
            self._spec.parse(self._name, self._bare(text))
            self.refused.emit(None)
        except ParameterError as problem:
            self.refused.emit(problem)

    @Slot()
    def _forget(self) -> None:
        self.refused.emit(None)


class NumberField(QDoubleSpinBox):
    """A real number, shown as short as it goes (``1e-4`` may be typed); small ones step by their own decade."""

    edited = Signal(object)
    refused = Signal(object)

    def __init__(self, name: str, spec: Number) -> None:
        super().__init__()
        self._name, self._spec = name, spec
        prepare_spin(self)
        self.setDecimals(DECIMALS)
        self.setRange(spec.low, spec.high if math.isfinite(spec.high) else UNBOUNDED)
        self.setSingleStep(spec.step)
        if spec.unit:
            self.setSuffix(f" {said(spec.unit)}")
        self.valueChanged.connect(self._tell)
        self.lineEdit().textEdited.connect(self._judge)
        self.editingFinished.connect(self._forget)

    def show_value(self, value: float) -> None:
        """Show without telling; what is being typed stays."""
        if value != self.value() or not (self.hasAcceptableInput() or self.hasFocus()):
            self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(False)

    def textFromValue(self, value: float) -> str:  # noqa: N802
        return number_text(value)

    def valueFromText(self, text: str) -> float:  # noqa: N802
        return _float(_bare(self, text))

    def validate(self, text: str, position: int) -> Checked:
        bare = _bare(self, text)
        if not PARTIAL_NUMBER.fullmatch(bare):
            return QValidator.State.Invalid, text, position
        good = self.minimum() <= _float(bare) <= self.maximum()
        return QValidator.State.Acceptable if good else QValidator.State.Intermediate, text, position

    def fixup(self, text: str) -> str:
        value = _float(_bare(self, text))
        return number_text(self.value() if math.isnan(value) else min(max(value, self.minimum()), self.maximum()))

    def stepBy(self, steps: int) -> None:  # noqa: N802
        if self._spec.step >= SCALE_FREE_STEP:
            super().stepBy(steps)
            return
        value = self.value()
        for _ in range(abs(steps)):
            value = stepped(value, steps > 0, self._spec.step)
        self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        _only_with_focus(self, event, super().wheelEvent)

    @Slot(float)
    def _tell(self, value: float) -> None:
        self.refused.emit(None)
        self.edited.emit(value)

    @Slot(str)
    def _judge(self, text: str) -> None:
        try:
            self._spec.parse(self._name, _bare(self, text).replace(",", "."))
            self.refused.emit(None)
        except ParameterError as problem:
            self.refused.emit(problem)

    @Slot()
    def _forget(self) -> None:
        self.refused.emit(None)


def stepped(value: float, up: bool, smallest: float) -> float:
    """One unit of the leading digit more or less: 1e-4 → 2e-4, and down 1e-4 → 9e-5."""
    if value <= 0:
        return smallest if up else 0.0
    decade = math.floor(math.log10(value) + 1e-9)
    if not up and math.isclose(value, 10.0**decade):
        decade -= 1
    return float(f"{value + (1 if up else -1) * 10.0**decade:.6g}")


def _bare(box: QSpinBox | QDoubleSpinBox, text: str) -> str:
    return text.removesuffix(box.suffix()).removesuffix(box.suffix().strip()).strip()


def _float(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return math.nan


def _only_with_focus(box: QAbstractSpinBox, event: QWheelEvent, handle: Callable[[QWheelEvent], None]) -> None:
    """Scrolling the panel must not change the numbers that pass under the pointer."""
    if box.hasFocus():
        handle(event)
    else:
        event.ignore()
