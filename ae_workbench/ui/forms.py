"""A form made from the specifications of a parameter class."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractSpinBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.parameters import Flag, Parameters, Spec, applies, specs
from ae_workbench.ui import theme
from ae_workbench.ui.fields import TextField, make_field
from ae_workbench.ui.help.context import HelpButton, set_help
from ae_workbench.ui.layer_list import LayerList
from ae_workbench.ui.spin_fields import SizeField
from ae_workbench.ui.wording import said, tip

LABEL_WIDTH_PX = 112
FIELD_HEIGHT_PX = 30
ROW_SPACING_PX = 8
HELP_EVENTS = (QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut)


def add_field(form: QFormLayout, text: str, field: QWidget, make_label: type[QLabel] = QLabel) -> None:
    """A row of a form, with the label on the height of the field's text: Qt sets it higher."""
    label = make_label(text)
    label.setBuddy(field)
    label.setMinimumHeight(FIELD_HEIGHT_PX if text else 0)
    form.addRow(label, field)


class FieldRow(QObject):
    """One parameter: its label, its editor, and room under it for what is wrong.

    What is seen of it only when somebody comes near is made then: a window has dozens of rows.
    """

    edited = Signal(str, object, str)
    refused = Signal(str, object)
    vary_requested = Signal(str)

    def __init__(self, group: str, name: str, spec: Spec, object_name: str, owner: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.label_text = name, said(spec.label)
        self._help = f"parameter:{owner}.{name}" if owner else f"parameter:{name}"
        self._merge_id = f"{group}.{name}"
        self._sitting = 0
        self._offers_sweep = False
        self.editor = make_field(name, spec)
        self.stop = _stop(self.editor)
        self.label = QLabel("" if isinstance(spec, Flag) else self.label_text)
        self.cell = QWidget()
        self._layout = QVBoxLayout(self.cell)
        self._dress(spec, object_name)
        self._connect()

    def _dress(self, spec: Spec, object_name: str) -> None:
        self.editor.setObjectName(object_name)
        self.editor.setAccessibleName(self.label_text)
        self.editor.setAccessibleDescription(said(spec.help))
        for widget in (self.editor, self.label):
            widget.setToolTip(tip(spec))
            set_help(widget, self._help)
        for widget in {self.editor, self.stop, self.label}:
            widget.installEventFilter(self)
        if isinstance(self.editor, LayerList):
            self.editor.name_parts(object_name, self.label_text)
        if isinstance(self.editor, TextField):
            self.editor.line.setAccessibleName(self.label_text)
        self.label.setBuddy(self.stop)
        self.label.setWordWrap(True)
        self.label.setFixedWidth(LABEL_WIDTH_PX)
        self.label.setMinimumHeight(FIELD_HEIGHT_PX)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)
        self._layout.addWidget(self.editor)

    def _connect(self) -> None:
        self.editor.edited.connect(self._tell)  # type: ignore[attr-defined]
        self.editor.refused.connect(self._refuse)  # type: ignore[attr-defined]
        finished = getattr(self.editor, "editingFinished", None)
        if isinstance(finished, SignalInstance):
            finished.connect(self._rise)

    @cached_property
    def help_button(self) -> HelpButton:
        """The “?” beside the label; the keyboard has F1, and would lose the focus with a button that goes with it."""
        button = HelpButton(self.editor.objectName(), self.label_text, self.label)
        button.move(LABEL_WIDTH_PX - button.width(), (FIELD_HEIGHT_PX - button.height()) // 2)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    @cached_property
    def problem(self) -> QLabel:
        """The sentence under the editor."""
        label = QLabel(self.cell, objectName=f"{self.editor.objectName()}_problem", wordWrap=True)
        theme.set_role(label, "problem")
        label.hide()
        self._layout.addWidget(label)
        return label

    @cached_property
    def vary_action(self) -> QAction:
        action = QAction(theme.icon("chart-spline"), self.tr("&Vary this in a sweep…"), self.label)
        action.triggered.connect(self._ask_sweep)
        return action

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The “?” is there while the pointer or the focus is."""
        if event.type() in HELP_EVENTS:
            self._approach(self.label.underMouse() or self.editor.underMouse() or self.stop.hasFocus())
        return False

    def _approach(self, is_near: bool) -> None:
        if is_near and self._offers_sweep and not self.label.actions():
            self._add_to_menus(self.vary_action)
        if is_near or "help_button" in vars(self):  # nothing is made for who leaves: the window may be closing
            self.help_button.setVisible(is_near)

    def _add_to_menus(self, action: QAction) -> None:
        """Of the label, and of an editor that has no menu of its own."""
        for widget in (self.label, *([self.editor] if not isinstance(self.editor, QAbstractSpinBox) else [])):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            widget.addAction(action)

    def show_problem(self, sentence: str) -> None:
        """Red border and a sentence; none where it is empty."""
        if sentence or "problem" in vars(self):
            self.problem.setText(sentence)
            self.problem.setVisible(bool(sentence))
        if bool(self.stop.property("wrong")) != bool(sentence):
            self.stop.setProperty("wrong", bool(sentence))
            self.stop.style().unpolish(self.stop)
            self.stop.style().polish(self.stop)

    def offer_sweep(self) -> None:
        """From now on the label's menu has a way to vary the parameter."""
        self._offers_sweep = True

    @Slot()
    def _ask_sweep(self) -> None:
        self.vary_requested.emit(self.name)

    @Slot(object)
    def _tell(self, value: object) -> None:
        typed = hasattr(self.editor, "editingFinished")
        self.edited.emit(self.name, value, f"{self._merge_id}#{self._sitting}" if typed else "")

    @Slot(object)
    def _refuse(self, problem: WorkbenchError | None) -> None:
        self.refused.emit(self.name, problem)

    @Slot()
    def _rise(self) -> None:
        """What is typed after leaving the field is an undo step of its own."""
        self._sitting += 1


def _stop(editor: QWidget) -> QWidget:
    """The part of an editor that takes the keys.

    An editor of several parts has no focus proxy: where the Tab key comes to the editor late, the proxy would lead it back.
    """
    match editor:
        case LayerList():
            return editor.list
        case TextField():
            return editor.line
        case _:
            return editor


class SpecForm(QWidget):
    """Editors named ``<group>_<field>`` for every specification of ``kind``, except those in ``without``.

    ``owner`` is the key of the variant or source of data that they are of, if any: it may mean something of its own by a name.

    ``edited`` carries field, value and a merge id for undo; ``refused`` a field and the error of what is typed in it, or None;
    ``vary_requested`` a field whose menu was asked for a sweep.
    """

    edited = Signal(str, object, str)
    refused = Signal(str, object)
    vary_requested = Signal(str)

    def __init__(
        self, group: str, kind: type[Parameters], owner: str = "", names: dict[str, str] | None = None, without: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        self.setObjectName(f"{group}_fields")
        self.kind = kind
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setVerticalSpacing(ROW_SPACING_PX)
        self._layout.setHorizontalSpacing(10)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.rows: dict[str, FieldRow] = {}
        for name, spec in specs(kind).items():
            if name not in without:
                self._add(FieldRow(group, name, spec, (names or {}).get(name, f"{group}_{name}"), owner, self))

    def _add(self, row: FieldRow) -> None:
        row.edited.connect(self.edited)
        row.refused.connect(self.refused)
        row.vary_requested.connect(self.vary_requested)
        self._layout.addRow(row.label, row.cell)
        self.rows[row.name] = row

    def offer_sweeps(self, names: Sequence[str]) -> None:
        """Offer a sweep in the menus of these rows."""
        for name in names:
            if name in self.rows:
                self.rows[name].offer_sweep()

    def editor(self, name: str) -> QWidget:
        return self.rows[name].editor

    def say_special(self, name: str, text: str) -> None:
        """Show the lowest value of a whole number as a word, such as “all” for 0."""
        editor = self.editor(name)
        if isinstance(editor, SizeField):
            editor.setSpecialValueText(text)

    def is_shown(self, name: str) -> bool:
        """Whether the row is part of the form now."""
        return self._layout.isRowVisible(self.rows[name].cell)

    def show_values(self, parameters: Parameters) -> None:
        """Show without telling; rows that don't matter for these values go."""
        for name, row in self.rows.items():
            row.editor.show_value(getattr(parameters, name))  # type: ignore[attr-defined]
            self._layout.setRowVisible(row.cell, applies(parameters, name))

    def show_problem(self, field: str, sentence: str) -> None:
        """Say what is wrong at ``field``, and nothing at the others."""
        for name, row in self.rows.items():
            row.show_problem(sentence if name == field else "")
