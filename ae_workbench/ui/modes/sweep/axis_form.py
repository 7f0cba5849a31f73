"""What is varied: a parameter, and its values as a list, as steps of a range, or as a range to sample."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.parameters import Choice, Flag, Number, Size, Spec
from ae_workbench.core.recipe import Recipe
from ae_workbench.core.varying import MOST_TRIALS, Varied, parse_varied, suggested, value_text, variable_names, varied_spec, varied_text
from ae_workbench.ui import theme
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.help.context import set_help
from ae_workbench.ui.modes.sweep.rows import add_row, form_layout
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.spin_fields import prepare_spin
from ae_workbench.ui.wording import option_title, said, tip

VALUES, EVEN, RATIOS = "values", "lin", "log"
USUAL_STEPS = 5
COLUMNS = 2


class AxisForm(QWidget):
    """``varied`` is what is asked for, ``problem`` the sentence for what it can't be. The second one may also vary nothing."""

    changed = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"sweep_axis_{number}")
        self._number = number
        self._recipe: Recipe | None = None
        self.varied: Varied | None = None
        self.is_wrong = False
        self._build()
        self._connect()

    def _build(self) -> None:
        name = f"sweep_axis_{self._number}"
        self.parameter_box = QuietComboBox()
        self.parameter_box.setObjectName(f"{name}_parameter_box")
        self.how_box = QuietComboBox()
        self.how_box.setObjectName(f"{name}_how_box")
        for text, key in ((self.tr("These values"), VALUES), (self.tr("Even steps"), EVEN), (self.tr("Even ratios"), RATIOS)):
            self.how_box.addItem(text, key)
        self.how_box.setToolTip(
            self.tr("A list of values, or a range: in even steps (1, 2, 3) or in even ratios (1, 10, 100). Samplers take the whole range.")
        )
        self.values_edit = QLineEdit(objectName=f"{name}_values_edit")
        self.low_edit, self.high_edit = QLineEdit(objectName=f"{name}_low_edit"), QLineEdit(objectName=f"{name}_high_edit")
        self.steps_box = QSpinBox(objectName=f"{name}_steps_box", minimum=2, maximum=MOST_TRIALS, value=USUAL_STEPS)
        prepare_spin(self.steps_box)
        self.options = QWidget()
        self._options = QGridLayout(self.options)
        self._options.setContentsMargins(0, 0, 0, 0)
        self._options.setVerticalSpacing(2)
        self.problem = QLabel(objectName=f"{name}_problem", wordWrap=True)
        theme.set_role(self.problem, "problem")
        self.problem.hide()
        self._form = form_layout()
        first = self.tr("Parameter") if self._number == 1 else self.tr("Second")
        for text, field in (
            (first, self.parameter_box), (self.tr("Over"), self.how_box), (self.tr("Values"), self.values_edit),
            (self.tr("From"), self.low_edit), (self.tr("To"), self.high_edit), (self.tr("Steps"), self.steps_box), ("", self.options),
        ):  # fmt: skip
            add_row(self._form, text, field)
        layout = QVBoxLayout(self, spacing=4)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._form)
        layout.addWidget(self.problem)

    def _connect(self) -> None:
        self.parameter_box.currentIndexChanged.connect(self._choose_parameter)
        self.how_box.currentIndexChanged.connect(self._judge)
        for edit in (self.values_edit, self.low_edit, self.high_edit):
            edit.textEdited.connect(self._judge)
        self.steps_box.valueChanged.connect(self._judge)

    # What can be chosen

    def show_recipe(self, recipe: Recipe) -> None:
        """Offer the parameters that matter for this recipe; what was chosen stays where it is one of them."""
        before = self.parameter_box.currentData()
        same = self._recipe is not None and variable_names(self._recipe) == variable_names(recipe)
        self._recipe = recipe
        if not same:
            self.parameter_box.blockSignals(True)
            self.parameter_box.clear()
            if self._number > 1:
                self.parameter_box.addItem(self.tr("None"), "")
            for name in variable_names(recipe):
                spec = varied_spec(recipe, name)
                self.parameter_box.addItem(said(spec.label), name)
                self.parameter_box.setItemData(self.parameter_box.count() - 1, tip(spec), Qt.ItemDataRole.ToolTipRole)
            self.parameter_box.setCurrentIndex(max(0, self.parameter_box.findData(before)))
            self.parameter_box.blockSignals(False)
        if not same and self.parameter_box.currentData() != before:
            self._choose_parameter()
        else:
            self._judge()

    def choose(self, varied: Varied | None) -> None:
        """Show this parameter with these values; None for none."""
        if self._recipe is None:
            return
        self.parameter_box.blockSignals(True)
        self.parameter_box.setCurrentIndex(max(0, self.parameter_box.findData(varied.parameter if varied else "")))
        self.parameter_box.blockSignals(False)
        self._show_values(varied)
        self._judge()

    @property
    def name(self) -> str:
        """The chosen parameter; empty for none."""
        return self.parameter_box.currentData() or ""

    @property
    def _spec(self) -> Spec | None:
        return varied_spec(self._recipe, self.name) if self._recipe is not None and self.name else None

    @Slot()
    def _choose_parameter(self) -> None:
        if self._recipe is not None and self.name:
            self._show_values(Varied(self.name, suggested(self._recipe, self.name)))
        self._judge()

    def _show_values(self, varied: Varied | None) -> None:
        spec = self._spec
        if varied is None or spec is None or self._recipe is None:
            return
        set_help(self.parameter_box, f"parameter:{self._recipe.variant}.{self.name}")
        if isinstance(spec, Choice | Flag):
            self._show_options(spec, varied)
            return
        self.how_box.blockSignals(True)
        self.how_box.setCurrentIndex(self.how_box.findData(VALUES if varied.values else RATIOS if varied.log else EVEN))
        self.how_box.blockSignals(False)
        numbers = [value for value in varied.values if isinstance(value, int | float)]
        self.values_edit.setText(varied_text(varied) if varied.values else "")
        low, high = (min(numbers), max(numbers)) if numbers else (varied.low, varied.high)
        self.low_edit.setText(value_text(low))
        self.high_edit.setText(value_text(high))

    def _show_options(self, spec: Spec, varied: Varied) -> None:
        while (item := self._options.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, option in enumerate(spec.options if isinstance(spec, Choice) else ("true", "false")):
            box = QCheckBox(option_title(option), objectName=f"sweep_axis_{self._number}_{option}")
            box.setProperty("option", option)
            box.setChecked(option in map(value_text, varied.values))
            box.toggled.connect(self._judge)
            self._options.addWidget(box, place // COLUMNS, place % COLUMNS)

    # What is asked for

    def set_sampling(self, samples: bool) -> None:
        """Whether a sampler picks from ranges, which then have no steps."""
        self._samples = samples
        self._judge()

    _samples = False

    @Slot()
    def _judge(self) -> None:
        spec = self._spec
        is_number = isinstance(spec, Size | Number)
        is_range = is_number and self.how_box.currentData() != VALUES
        has_options = isinstance(spec, Choice | Flag)
        shown = {
            self.how_box: is_number, self.values_edit: spec is not None and not is_range and not has_options, self.low_edit: is_range,
            self.high_edit: is_range, self.steps_box: is_range and not self._samples, self.options: has_options,
        }  # fmt: skip
        for field, does in shown.items():
            self._form.setRowVisible(field, does)
        problem = ""
        self.varied = None
        if self._recipe is not None and self.name:
            try:
                self.varied = parse_varied(self._recipe, f"{self.name}={self._text(is_range, has_options)}")
            except WorkbenchError as error:
                problem = sentence(error)
        self.is_wrong = bool(problem)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.changed.emit()

    def _text(self, is_range: bool, has_options: bool) -> str:
        """As a person would write it on the command line."""
        if has_options:
            boxes = self.options.findChildren(QCheckBox)
            chosen = [box.property("option") for box in boxes if box.isChecked() and not box.isHidden()]
            if not chosen:
                raise WorkbenchError(QCoreApplication.translate("sweep", "Choose at least one value."))
            return ",".join(chosen)
        if not is_range:
            text = self.values_edit.text().strip()
            if not text.strip(" ,;"):
                raise WorkbenchError(QCoreApplication.translate("sweep", "List at least one value, such as 2, 4, 8."))
            return text
        steps = "" if self._samples else f":{self.steps_box.value()}"
        return f"{self.how_box.currentData()}:{self.low_edit.text().strip()}:{self.high_edit.text().strip()}{steps}"
