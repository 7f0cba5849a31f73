"""The designer: variant, preset, layers, data and training of the recipe, and its plan drawn live."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ae_workbench.core.errors import ParameterError, WorkbenchError
from ae_workbench.core.parameters import specs
from ae_workbench.core.recipe import Choice, Recipe, Training
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.forms import LABEL_WIDTH_PX, SpecForm
from ae_workbench.ui.help.context import set_help
from ae_workbench.ui.panels.data_request import DataRequest
from ae_workbench.ui.panels.data_section import DataSection
from ae_workbench.ui.panels.parameters_section import ParametersSection
from ae_workbench.ui.panels.plan_card import PlanCard
from ae_workbench.ui.panels.section import Section, UprightScroll, column
from ae_workbench.ui.panels.variant_cards import VariantCards
from ae_workbench.ui.recipe_model import RecipeModel
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.wording import said
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import presets, with_variant

CUSTOM = "custom"
FEWEST_PX = 310
SHARES = [3000, 2000]
"""Of the height: the form's and the plan's."""


class DesignerPanel(QWidget):
    """Shows ``model`` and changes it.

    ``data_requested`` carries the choice to load: when another source, file or parameter is chosen (also by undo or an opened
    recipe), and when the present source is chosen again. The choice that stands at the beginning is not announced.
    ``sweep_requested`` carries the parameter to vary, or nothing where that is open.
    """

    data_requested = Signal(object)
    sweep_requested = Signal(str)

    def __init__(self, model: RecipeModel) -> None:
        super().__init__()
        self.setObjectName("designer_panel")
        set_help(self, "panels/designer")
        self.model = model
        self.variant_cards = VariantCards()
        self.preset_box = QuietComboBox()
        self.parameters_section = ParametersSection()
        self.data_section = DataSection()
        self.training_form = SpecForm("training", Training, names={"epochs": "epochs_box"})
        self.plan_card = PlanCard()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._request = DataRequest(model, self)
        self._build()
        self._connect()
        self.show_model()

    # Building

    def _build(self) -> None:
        self.training_form.say_special("patience", self.tr("off"))
        self._sections = {
            "variant": Section("variant", self.tr("Autoencoder"), "variants/simple"),
            "parameters": self.parameters_section,
            "data": Section("data", self.tr("Data"), "data"),
            "training": Section("training", self.tr("Training"), "terms/optimizer"),
        }
        self._sections["variant"].add(self.variant_cards)
        self._sections["variant"].add(self._preset_row())
        self._sections["data"].add(self.data_section)
        self._sections["training"].add(self.training_form)
        about_sweep = self.tr("Train this recipe again and again with one or two of its parameters varied over a range")
        self.sweep_button = IconButton("sweep_button", "chart-spline", self.tr("S&weep…"), about_sweep)
        self._sections["training"].add(self.sweep_button)
        self.training_form.offer_sweeps([name for name in specs(Training) if name != "seed"])
        self.splitter.setObjectName("designer_splitter")
        self.splitter.addWidget(UprightScroll("designer_scroll", column(list(self._sections.values())), FEWEST_PX, fades=True))
        self.splitter.addWidget(self.plan_card)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setCollapsible(0, False)
        self.splitter.setSizes(SHARES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 2, 8)
        layout.addWidget(self.splitter)

    def _preset_row(self) -> QWidget:
        self.preset_box.setObjectName("preset_box")
        self.preset_box.setAccessibleName(self.tr("Preset"))
        self.preset_box.setToolTip(self.tr("Settings that are known to work: modern ones that learn fast, and those of the article."))
        label = QLabel(self.tr("P&reset"))
        label.setBuddy(self.preset_box)
        label.setFixedWidth(LABEL_WIDTH_PX)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(label)
        layout.addWidget(self.preset_box, 1)
        return row

    def _connect(self) -> None:
        self.model.changed.connect(self.show_model)
        self.model.settling.connect(self.data_section.data_box.settle)
        self.variant_cards.picked.connect(self._choose_variant)
        self.preset_box.currentIndexChanged.connect(self._choose_preset)
        self.parameters_section.edited.connect(self._edit_parameter)
        self.parameters_section.refused.connect(self._refuse_parameter)
        self.parameters_section.vary_requested.connect(self.sweep_requested)
        self.training_form.edited.connect(self._edit_training)
        self.training_form.refused.connect(self._refuse_training)
        self.training_form.vary_requested.connect(self.sweep_requested)
        self.sweep_button.clicked.connect(self._ask_sweep)
        self.data_section.chosen.connect(self._choose_data)
        self.data_section.limit_chosen.connect(self._choose_limit)
        self.data_section.refused.connect(self._refuse_data)
        self.data_section.reload_requested.connect(self._request.again)
        self._request.made.connect(self.data_requested)
        self.plan_card.folded.connect(self._share_height)
        theme.signals.changed.connect(self._suit_plan)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._suit_plan()

    @Slot()
    def _suit_plan(self) -> None:
        self.plan_card.suit(self.height())

    @Slot(bool)
    def _share_height(self, folded: bool) -> None:
        if not folded:
            self.splitter.setSizes(SHARES)

    # Showing

    @Slot()
    def show_model(self) -> None:
        """Bring every widget in line with the model, without telling it anything."""
        recipe = self.model.recipe
        self.variant_cards.show_selected(recipe.variant)
        set_help(self._sections["variant"], f"variants/{recipe.variant}")
        self._show_presets(recipe)
        self.parameters_section.show_values(recipe.parameters)
        self.training_form.show_values(recipe.training)
        self.data_section.show_recipe(recipe)
        self.plan_card.show_plan(self.model.plan, self.model.problem)
        self._show_problem()
        self._request.follow(recipe.data)

    @Slot(str, bool)
    def show_data_status(self, text: str, wrong: bool = False) -> None:
        """Say under the data set what was loaded, or why it was not."""
        self.data_section.show_status(text, wrong)

    def _show_presets(self, recipe: Recipe) -> None:
        mine = [preset for preset in presets().values() if preset.recipe.variant == recipe.variant]
        self.preset_box.blockSignals(True)
        self.preset_box.clear()
        for preset in mine:
            title = self.tr("As published") if preset.as_published else self.tr("Modern")
            self.preset_box.addItem(said(preset.recipe.name) if preset.is_task else title, preset.key)
        same = [p.key for p in mine if (p.recipe.parameters, p.recipe.training) == (recipe.parameters, recipe.training)]
        if not same:
            self.preset_box.addItem(self.tr("Custom"), CUSTOM)
        self.preset_box.setCurrentIndex(self.preset_box.findData(same[0] if same else CUSTOM))
        self.preset_box.blockSignals(False)

    def _show_problem(self) -> None:
        problem, group = self.model.problem, self.model.problem_group
        name = getattr(problem, "field", "")
        shown = {
            "parameters": self.parameters_section.show_problem,
            "training": self.training_form.show_problem,
            "data": self.data_section.show_problem,
        }
        for key, show in shown.items():
            show(name if key == group else "", sentence(problem) if problem and key == group and name else "")

    def show_data(self) -> None:
        """Bring the card of the data into sight and the focus into it."""
        scroll = self.findChild(QScrollArea, "designer_scroll")
        if scroll is not None:
            scroll.ensureWidgetVisible(self._sections["data"])
        self.data_section.data_box.setFocus(Qt.FocusReason.OtherFocusReason)

    # Changing

    @Slot(str)
    def _choose_variant(self, key: str) -> None:
        self.model.change(with_variant(self.model.recipe, key), self.tr("Variant: %1").replace("%1", said(VARIANTS[key].title)))

    @Slot(int)
    def _choose_preset(self, index: int) -> None:
        key = self.preset_box.itemData(index)
        if key in presets():
            recipe = self.model.recipe
            title = self.tr("Preset: %1").replace("%1", self.preset_box.itemText(index))
            self.model.change(presets()[key].on(recipe.data, recipe.limit), title)

    @Slot(str, object, str)
    def _edit_parameter(self, name: str, value: object, merge_id: str) -> None:
        recipe = self.model.recipe
        try:
            changed = replace(recipe.parameters, **{name: value})  # type: ignore[type-var]
        except ParameterError as problem:
            self.model.refuse(problem, "parameters")
            return
        self.model.change(replace(recipe, parameters=changed), said(specs(type(recipe.parameters))[name].label), merge_id)

    @Slot(str, object, str)
    def _edit_training(self, name: str, value: object, merge_id: str) -> None:
        recipe = self.model.recipe
        try:
            changed = replace(recipe.training, **{name: value})  # type: ignore[arg-type]
        except ParameterError as problem:
            self.model.refuse(problem, "training")
            return
        self.model.change(replace(recipe, training=changed), said(specs(Training)[name].label), merge_id)

    @Slot(object, str, str)
    def _choose_data(self, choice: Choice, what: str, merge_id: str) -> None:
        self.model.change(replace(self.model.recipe, data=choice), what, merge_id)

    @Slot(int, str)
    def _choose_limit(self, limit: int, merge_id: str) -> None:
        self.model.change(replace(self.model.recipe, limit=limit), self.tr("Number of examples"), merge_id)

    @Slot(str, object)
    def _refuse_parameter(self, name: str, problem: WorkbenchError | None) -> None:
        self.model.refuse(problem, "parameters")

    @Slot(str, object)
    def _refuse_training(self, name: str, problem: WorkbenchError | None) -> None:
        self.model.refuse(problem, "training")

    @Slot(str, object)
    def _refuse_data(self, name: str, problem: WorkbenchError | None) -> None:
        self.model.refuse(problem, "data")

    @Slot()
    def _ask_sweep(self) -> None:
        self.sweep_requested.emit("")
