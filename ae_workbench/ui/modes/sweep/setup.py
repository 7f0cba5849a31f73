"""The form of a new sweep: what is varied of the designed recipe, how often, and how much of the computer it may take."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Recipe
from ae_workbench.core.shape import Shape
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.varying import default_varied, parse_varied
from ae_workbench.ui import theme, words
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.help.context import set_help
from ae_workbench.ui.modes.sweep.axis_form import AxisForm
from ae_workbench.ui.modes.sweep.computer_form import ComputerForm
from ae_workbench.ui.modes.sweep.rows import form, spin
from ae_workbench.ui.modes.sweep.words import METRICS, recipe_text, told
from ae_workbench.ui.panels.section import Section, UprightScroll, column
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.wording import count_text
from ae_workbench.variants.sweeps import check_sweep

USUAL_TRIALS = 20
FEW = 30
"""Combinations that are looked at while one types; of more, when the sweep is started."""


class SetupForm(QWidget):
    """``sweep`` is what is asked for, None while something is wrong. ``changed`` comes whenever it may be another one."""

    changed = Signal()
    start_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_setup")
        self._recipe: Recipe | None = None
        self._shape: Shape | None = None
        self._refusal = ""
        self._pace_s: float | None = None
        self.sweep: Sweep | None = None
        self._build()
        self._connect()

    # Building

    def _build(self) -> None:
        self._sections = {
            "recipe": Section("sweep_recipe", self.tr("Recipe"), "modes/sweep"),
            "vary": Section("sweep_vary", self.tr("Vary"), "modes/sweep"),
            "trials": Section("sweep_trials", self.tr("Trials"), "modes/sweep"),
            "computer": Section("sweep_computer", self.tr("Computer"), "modes/sweep"),
        }
        self._build_recipe()
        self.axes = (AxisForm(1), AxisForm(2))
        for axis in self.axes:
            self._sections["vary"].add(axis)
        self._build_trials()
        self.computer = ComputerForm()
        self._sections["computer"].add(self.computer)
        self.count_label = QLabel(objectName="sweep_count_label", wordWrap=True)
        self.count_label.setFont(theme.number_font(self.count_label.font()))
        about_start = self.tr("Train every combination, each in a worker process beside the window")
        self.start_button = IconButton("sweep_start_button", "play", self.tr("&Start sweep"), about_start, "primary")
        layout = QVBoxLayout(self, spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(UprightScroll("sweep_setup_scroll", column(list(self._sections.values()))), 1)
        layout.addWidget(self.count_label)
        layout.addWidget(self.start_button)

    def _build_recipe(self) -> None:
        self.recipe_label = QLabel(objectName="sweep_recipe_label", wordWrap=True)
        self.recipe_label.setToolTip(self.tr("What is in the designer: change it there, in the workbench"))
        self.epochs_box = spin("epochs", 1, 100_000, self.tr("How often each trial sees all training examples"))
        self._sections["recipe"].add(self.recipe_label)
        self._sections["recipe"].add(form([(self.tr("Epochs"), self.epochs_box)]))

    def _build_trials(self) -> None:
        self.seeds_edit = QLineEdit(objectName="sweep_seeds_edit")
        self.seeds_edit.setToolTip(
            self.tr("Every combination is trained once with each of these seeds: how far they differ shows what is chance")
        )
        set_help(self.seeds_edit, "terms/seed")
        self.sampler_box = QuietComboBox()
        self.sampler_box.setObjectName("sweep_sampler_box")
        for text, key in ((self.tr("Every combination"), "grid"), (self.tr("Sampled: TPE"), "tpe"), (self.tr("Sampled: random"), "random")):
            self.sampler_box.addItem(text, key)
        self.sampler_box.setToolTip(
            self.tr("Train all combinations, or so many as a sampler picks: TPE looks where trials were good so far, random anywhere")
        )
        self.trials_box = spin("trials", 1, 1000, self.tr("How many combinations the sampler picks"))
        self.trials_box.setValue(USUAL_TRIALS)
        self.objective_box = QuietComboBox()
        self.objective_box.setObjectName("sweep_objective_box")
        for key, text in METRICS.items():
            self.objective_box.addItem(told(text), key)
        self.objective_box.setToolTip(self.tr("What trials are judged by, after their last epoch; smaller is better"))
        self.prune_box = QCheckBox(self.tr("Pru&ne what lags behind"), objectName="sweep_prune_box")
        self.prune_box.setToolTip(
            self.tr(
                "End a trial early that is worse than the median of the others at the same epoch. Leave it off to see a whole "
                "rate–distortion curve: small codes are worse by nature."
            )
        )
        rows = [
            (self.tr("Seeds"), self.seeds_edit), (self.tr("Which"), self.sampler_box), (self.tr("How many"), self.trials_box),
            (self.tr("Judged by"), self.objective_box), ("", self.prune_box),
        ]  # fmt: skip
        self._trials_form = form(rows)
        self._sections["trials"].add(self._trials_form)

    def _connect(self) -> None:
        for axis in self.axes:
            axis.changed.connect(self._judge)
        for box in (self.epochs_box, self.trials_box):
            box.valueChanged.connect(self._judge)
        self.computer.changed.connect(self._judge)
        self.seeds_edit.textEdited.connect(self._judge)
        self.sampler_box.currentIndexChanged.connect(self._choose_sampler)
        self.objective_box.currentIndexChanged.connect(self._judge)
        self.prune_box.toggled.connect(self._judge)
        self.start_button.clicked.connect(self.start_requested)

    # What it is about

    def show_recipe(self, recipe: Recipe, shape: Shape, problem: str = "") -> None:
        """Vary this recipe, on data of this shape; ``problem`` says why it can't be trained as it is."""
        first = self._recipe is None
        other = first or self._recipe is None or self._recipe.variant != recipe.variant
        if first or (self._recipe is not None and self._recipe.training.epochs != recipe.training.epochs):
            self.epochs_box.setValue(recipe.training.epochs)
        if first:
            self.seeds_edit.setText(f"{recipe.training.seed}")
        self._recipe, self._shape, self._recipe_problem = recipe, shape, problem
        self.recipe_label.setText(recipe_text(recipe))
        for axis in self.axes:
            axis.show_recipe(recipe)
        if other:
            self.axes[0].choose(default_varied(recipe))
            self.axes[1].choose(None)
        self._judge()

    def vary(self, name: str) -> None:
        """Vary a parameter: as the first, or beside the first if that is chosen already."""
        if self._recipe is None:
            return
        self.axes[0].choose(parse_varied(self._recipe, name))
        if self.axes[1].name == name:
            self.axes[1].choose(None)

    def show_sweep(self, sweep: Sweep) -> None:
        """Take over how another sweep was made, for the recipe that is here."""
        for axis, varied in zip(self.axes, (*sweep.varied, None)[:2], strict=True):
            axis.choose(varied)
        self.seeds_edit.setText(", ".join(map(str, sweep.seeds)))
        self.sampler_box.setCurrentIndex(self.sampler_box.findData(sweep.sampler))
        self.trials_box.setValue(sweep.trials or USUAL_TRIALS)
        self.objective_box.setCurrentIndex(self.objective_box.findData(sweep.objective))
        self.prune_box.setChecked(sweep.prunes)

    def set_refusal(self, why: str) -> None:
        """Why nothing can be started now, such as another sweep that runs; empty when it can."""
        self._refusal = why
        self._judge()

    def set_pace(self, seconds: float | None) -> None:
        """How long one training of this recipe takes, as far as it was ever measured."""
        self._pace_s = seconds
        self._judge()

    @property
    def recipe(self) -> Recipe | None:
        """What is varied, with the epochs of the form."""
        if self._recipe is None:
            return None
        return replace(self._recipe, training=replace(self._recipe.training, epochs=self.epochs_box.value()))

    @property
    def shape(self) -> Shape | None:
        """That of the data."""
        return self._shape

    _recipe_problem = ""

    # Judging

    @Slot()
    def _choose_sampler(self) -> None:
        samples = self.sampler_box.currentData() != "grid"
        for axis in self.axes:
            axis.set_sampling(samples)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        samples = self.sampler_box.currentData() != "grid"
        layout = self._trials_form.layout()
        if isinstance(layout, QFormLayout):
            layout.setRowVisible(self.trials_box, samples)
        problem = self._refusal or self._recipe_problem
        self.sweep = None
        if not problem and not any(axis.is_wrong for axis in self.axes):
            try:
                self.sweep = self._asked(samples)
            except WorkbenchError as error:
                problem = sentence(error)
        theme.set_role(self.count_label, "problem" if problem and problem != self._refusal else "muted")
        self.count_label.setText(problem or self._count())
        self.start_button.setEnabled(self.sweep is not None)
        self.start_button.setIcon(theme.icon("play", "accent_text" if self.sweep is not None else "text"))
        self.changed.emit()

    def _asked(self, samples: bool) -> Sweep | None:
        recipe, varied = self.recipe, tuple(axis.varied for axis in self.axes if axis.varied is not None)
        if recipe is None or self._shape is None or not varied:
            return None
        trials = self.trials_box.value() if samples else 0
        sweep = Sweep(
            recipe, varied, _seeds(self.seeds_edit.text()), self.sampler_box.currentData(), trials, self.objective_box.currentData(),
            self.prune_box.isChecked(),
        )  # fmt: skip
        if sweep.point_count <= FEW:
            check_sweep(sweep, self._shape)
        return sweep

    def _count(self) -> str:
        if self.sweep is None:
            return ""
        count, points = self.sweep.trial_count, self.sweep.point_count
        if len(self.sweep.seeds) > 1:
            text = self.tr("{count} trials: {points} combinations × {seeds} seeds")
        else:
            text = self.tr("1 trial") if count == 1 else self.tr("{count} trials")
        text = text.format(count=count_text(count), points=count_text(points), seeds=len(self.sweep.seeds))
        if self._pace_s is None:
            return self.tr("{trials}. How long they take is known after the first.").format(trials=text)
        rounds = -(-count // self.computer.limits.workers)
        time = words.duration(rounds * self._pace_s * self.epochs_box.value())
        return self.tr("{trials}, about {time}").format(trials=text, time=time)


def _seeds(text: str) -> tuple[int, ...]:
    parts = [part for part in text.replace(",", " ").split() if part]
    return tuple(int(part) if part.isdecimal() else -1 for part in parts)
