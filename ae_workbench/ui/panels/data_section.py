"""Where the data come from: source, file or folder, the source's own parameters, and how many examples to use."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.parameters import Parameters, Text, field, from_json, size, specs, to_json
from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.data import SOURCES
from ae_workbench.ui import theme
from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.forms import FIELD_HEIGHT_PX, LABEL_WIDTH_PX, ROW_SPACING_PX, SpecForm
from ae_workbench.ui.panels.source_box import SourceBox
from ae_workbench.ui.wording import data_word, said

PATH = "path"
LIMIT_HELP = "Train on this many examples only, the first ones; 0 takes all. Fewer are faster and generalise worse."


@dataclass(frozen=True)
class Limit(Parameters):
    """The part of a recipe that says how many training examples to use."""

    limit: int = field(default=0, metadata=size("Use at most", low=0, high=100_000_000, unit="examples", help=LIMIT_HELP))


class DataSection(QWidget):
    """``chosen`` carries a Choice, what was changed (for undo) and a merge id; ``limit_chosen`` a number and a merge id."""

    chosen = Signal(object, str, str)
    limit_chosen = Signal(int, str)
    refused = Signal(str, object)
    reload_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.data_box = SourceBox()
        self.path_label = ElidedLabel()
        self.browse_button = QPushButton(self.tr("&Browse…"))
        self.own_button = QToolButton(objectName="data_own")
        self.path_problem = QLabel()
        self.status = QLabel()
        self.limit_form = SpecForm("data", Limit)
        self._path_row = QWidget()
        self._form: SpecForm | None = None
        self._choice = Choice("")
        self._paths: dict[str, str] = {}
        self.limit_form.say_special("limit", self.tr("all"))
        self._build()
        self._connect()

    def _build(self) -> None:
        label = QLabel(self.tr("&Data set"))
        label.setBuddy(self.data_box)
        label.setFixedWidth(LABEL_WIDTH_PX)
        label.setMinimumHeight(FIELD_HEIGHT_PX)
        self.path_label.setObjectName("data_path")
        self.browse_button.setObjectName("data_browse")
        theme.set_role(self.path_problem, "problem")
        self.path_problem.setObjectName("data_path_problem")
        self.status.setObjectName("data_status")
        for text in (self.path_problem, self.status):
            text.setWordWrap(True)
        theme.set_role(self.status, "muted")
        row = QHBoxLayout(self._path_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.path_label, 1)
        row.addWidget(self.own_button)
        row.addWidget(self.browse_button)
        self.own_button.setIcon(theme.icon("x"))
        self.own_button.setAccessibleName(self.tr("Without a folder"))
        self.own_button.setToolTip(self.tr("Without a folder: the program makes the examples"))
        top = QFormLayout()
        top.setHorizontalSpacing(10)
        top.setVerticalSpacing(ROW_SPACING_PX)
        top.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        top.addRow(label, self.data_box)
        self.data_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(ROW_SPACING_PX)
        self._layout.addLayout(top)
        for widget in (self._path_row, self.path_problem, self.status, self.limit_form):
            self._layout.addWidget(widget)

    def _connect(self) -> None:
        self.data_box.chosen.connect(self._choose)
        self.data_box.confirmed.connect(self._ask_path)
        self.data_box.reload_requested.connect(self.reload_requested)
        self.browse_button.clicked.connect(self.browse)
        self.own_button.clicked.connect(self._make_own)
        self.limit_form.edited.connect(self._limit)
        self.limit_form.refused.connect(self.refused)

    # Showing

    def show_recipe(self, recipe: Recipe) -> None:
        """Show without telling."""
        self.limit_form.show_values(Limit(recipe.limit))
        if recipe.data == self._choice:
            return
        changed_source = recipe.data.key != self._choice.key
        self._choice = recipe.data
        self.data_box.show_key(recipe.data.key)
        if changed_source:
            self._make_form()
            self.show_status("")
        self._show_path()
        if self._form is not None:
            self._form.show_values(_readable(self._form.kind, recipe.data.parameters))

    def show_status(self, text: str, wrong: bool = False) -> None:
        """Say what was loaded, or what went wrong; the source's summary where ``text`` is empty."""
        summary = data_word(SOURCES[self._choice.key].summary) if self._choice.key in SOURCES else ""
        self.status.setText(text or summary)
        theme.set_role(self.status, "problem" if wrong else "muted")

    def show_problem(self, name: str, sentence: str) -> None:
        """Say what is wrong at the field called ``name``."""
        self.path_problem.setText(sentence if name == PATH else "")
        self.path_problem.setVisible(name == PATH and bool(sentence))
        self.limit_form.show_problem(name, sentence)
        if self._form is not None:
            self._form.show_problem(name, sentence)

    def _show_path(self) -> None:
        path = str(self._choice.parameters.get(PATH, ""))
        if path:
            self._paths[self._choice.key] = path
        spec = self._path_spec()
        self._path_row.setVisible(spec is not None)
        self.path_problem.hide()
        makes_own = self._choice.key in SOURCES and SOURCES[self._choice.key].makes_own
        self.path_label.setText(path or (self.tr("made by the program") if makes_own else self.tr("nothing chosen yet")))
        self.own_button.setVisible(makes_own and bool(path))
        self.path_label.setToolTip(path)
        title = said(spec.label) if spec else ""
        self.path_label.setAccessibleName(f"{title}: {path}")
        self.browse_button.setAccessibleName(self.tr("Browse for %1").replace("%1", title))
        self.browse_button.setToolTip(said(spec.help) if spec else "")

    def _make_form(self) -> None:
        if self._form is not None:
            self._layout.removeWidget(self._form)
            self._form.hide()
            self._form.setParent(None)
            self._form.deleteLater()
            self._form = None
        kind = self._kind()
        if kind is not None and set(specs(kind)) - {PATH}:
            self._form = SpecForm("data", kind, self._choice.key, without=(PATH,))
            self._form.edited.connect(self._edit)
            self._form.refused.connect(self.refused)
            self._layout.insertWidget(self._layout.indexOf(self.limit_form), self._form)

    def _kind(self) -> type[Parameters] | None:
        return SOURCES[self._choice.key].parameters if self._choice.key in SOURCES else None

    def _path_spec(self) -> Text | None:
        kind = self._kind()
        spec = specs(kind).get(PATH) if kind else None
        return spec if isinstance(spec, Text) else None

    # Telling

    @Slot(str)
    def _choose(self, key: str) -> None:
        if key != self._choice.key:
            remembered = {PATH: self._paths[key]} if key in self._paths else {}
            self.chosen.emit(Choice(key, remembered), self.tr("Data set"), "")

    @Slot()
    def _ask_path(self) -> None:
        """A source that needs a file or folder was picked: without one it is no use."""
        key = self._choice.key
        if key in SOURCES and SOURCES[key].needs_path and not self._choice.parameters.get(PATH):
            self.browse()

    @Slot(str, object, str)
    def _edit(self, name: str, value: Any, merge_id: str) -> None:
        kind = self._kind()
        if kind is not None:
            values = {**to_json(_readable(kind, self._choice.parameters)), name: value}
            self.chosen.emit(Choice(self._choice.key, values), said(specs(kind)[name].label), merge_id)

    @Slot(str, object, str)
    def _limit(self, name: str, value: int, merge_id: str) -> None:
        self.limit_chosen.emit(value, merge_id)

    @Slot()
    def browse(self) -> None:
        """Ask for the file or folder; what is chosen comes with ``chosen``."""
        spec = self._path_spec()
        if spec is None:
            return
        title = self.tr("Choose a folder") if spec.is_folder else self.tr("Choose a file")
        dialog = QFileDialog(self, title, str(self._choice.parameters.get(PATH, "")))
        dialog.setObjectName("data_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory if spec.is_folder else QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_path)
        dialog.open()

    @Slot()
    def _make_own(self) -> None:
        self._paths.pop(self._choice.key, None)
        self.take_path("")

    @Slot(str)
    def take_path(self, path: str) -> None:
        """Use this file or folder with the present source."""
        self.chosen.emit(Choice(self._choice.key, {**self._choice.parameters, PATH: path}), self.tr("Data set"), "")


def _readable(kind: type[Parameters], values: Any) -> Parameters:
    """The values that can be shown; defaults in place of those that can't."""
    good: dict[str, Any] = {}
    for name, spec in specs(kind).items():
        if name in values:
            try:
                good[name] = spec.check(name, values[name])
            except WorkbenchError:
                continue
    return from_json(kind, good, "")
