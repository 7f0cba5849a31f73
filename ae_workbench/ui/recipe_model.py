"""The recipe being designed, its plan for the data's shape, and every change undoable."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from ae_workbench.core.errors import ParameterError, RecipeError, WorkbenchError
from ae_workbench.core.parameters import Text, specs
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Choice, Recipe, recipe_text
from ae_workbench.core.shape import Shape
from ae_workbench.data import SOURCES
from ae_workbench.data.loading import shape_of
from ae_workbench.storage.atomic import write_text
from ae_workbench.ui.commands import ChangeRecipe, OpenRecipe
from ae_workbench.variants.recipes import make_plan, presets, read_recipe

START_PRESET = "simple"
START_SHAPE = Shape((28, 28, 1))


class RecipeModel(QObject):
    """Panels read ``recipe``, ``plan`` and ``problem`` when ``changed`` comes, and ask for changes with ``change``.

    Where ``problem`` is set the recipe can't be trained; its ``field`` names the parameter to change, if one does, and
    ``problem_group`` the form that is in ("parameters", "training", "data"). ``plan`` is None where the layers don't fit.
    """

    changed = Signal()
    settling = Signal()
    """The recipe is about to be used: whoever holds back a choice that isn't in it yet makes it now."""

    def __init__(self, recipe: Recipe | None = None, shape: Shape | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.path: Path | None = None
        self._recipe = recipe if recipe is not None else presets()[START_PRESET].recipe
        self._shape = shape if shape is not None else START_SHAPE
        self._kept: dict[Path | None, Recipe] = {None: self._recipe}
        self._said: WorkbenchError | None = None
        self._said_group = ""
        self._data_problem: WorkbenchError | None = None
        self._plan: Plan | None = None
        self._plan_problem: WorkbenchError | None = None
        if shape is None:
            self._look_at_data()
        self._judge()

    @property
    def recipe(self) -> Recipe:
        return self._recipe

    @property
    def shape(self) -> Shape:
        return self._shape

    @property
    def plan(self) -> Plan | None:
        return self._plan

    @property
    def problem(self) -> WorkbenchError | None:
        """Why this can't be trained: a value refused at its field, data that can't be had, or layers that don't fit."""
        return self._said or self._data_problem or self._plan_problem

    @property
    def problem_group(self) -> str:
        if self._said:
            return self._said_group
        return "data" if self._data_problem else "parameters" if self._plan_problem else ""

    @property
    def is_clean(self) -> bool:
        """Whether the recipe is as it was last opened from its file, or from what is no file, or saved there."""
        return self._kept.get(self.path) == self._recipe

    def settled(self) -> Recipe:
        """The recipe with all that was chosen."""
        self.settling.emit()
        return self._recipe

    def change(self, recipe: Recipe, text: str, merge_id: str = "") -> None:
        """Put another recipe in its place, as an undo step called ``text``; edits of one field in a row merge by ``merge_id``."""
        if recipe == self._recipe:
            self.refuse(None)
            return
        self._said = None
        self.undo_stack.push(ChangeRecipe(self._put, self._recipe, recipe, text, merge_id))

    def refuse(self, problem: WorkbenchError | None, group: str = "") -> None:
        """Say that what stands in a field of this form can't be taken (None: all is well again); the recipe stays as it was."""
        if problem is not self._said:
            self._said, self._said_group = problem, group
            self.changed.emit()

    def set_shape(self, shape: Shape) -> None:
        """Plan for data of this shape."""
        if shape != self._shape:
            self._shape = shape
            self._judge()
            self.changed.emit()

    def replace(self, recipe: Recipe, text: str, path: Path | None = None) -> None:
        """Put an opened recipe in place of this one, as an undo step called ``text``; none where they are the same.

        Without a ``path`` it comes from what is no recipe file, such as a run; the same recipe then stays with the file it has.
        """
        self._kept[path] = recipe
        if recipe == self._recipe:
            self._take(recipe, path or self.path)
        else:
            self.undo_stack.push(OpenRecipe(self._take, self._recipe, recipe, path, text))

    def open(self, path: Path) -> None:
        """Read a recipe file in place of this recipe. Raises ``RecipeError`` or ``ParameterError``, and then nothing changes."""
        self.replace(read_recipe(path), self.tr("Open recipe {name}").format(name=path.name), path)

    def belong_to(self, path: Path | None, is_clean: bool) -> None:
        """Say which file the recipe at hand is from, and whether it stands there as it is."""
        self.path = path
        self._kept = {path: self._recipe} if is_clean else {}
        self.changed.emit()

    def save(self, path: Path) -> None:
        """Write the recipe as a file, whole or not at all.

        Raises:
            RecipeError: the file can't be written.
        """
        try:
            write_text(path, recipe_text(self.settled()))
        except OSError as problem:
            raise RecipeError(f"The recipe can't be saved as {path}: {problem.strerror or problem}.") from None
        self.path = path
        self._kept[path] = self._recipe
        self.undo_stack.setClean()  # what is edited next is a step of its own, so that undoing it ends here

    def _take(self, recipe: Recipe, path: Path | None) -> Path | None:
        before, self.path = self.path, path
        self._put(recipe)
        return before

    def _put(self, recipe: Recipe) -> None:
        other_data = recipe.data != self._recipe.data
        self._recipe = recipe
        self._said = None
        if other_data:
            self._look_at_data()
        self._judge()
        self.changed.emit()

    def _look_at_data(self) -> None:
        """Plan for the shape that the chosen data will have, before they are loaded (a file's header is read at most)."""
        data, self._data_problem = self._recipe.data, None
        try:
            self._need_path(data)
            self._shape = shape_of(data)
        except WorkbenchError as problem:
            self._data_problem = problem

    def _need_path(self, data: Choice) -> None:
        if data.key in SOURCES and SOURCES[data.key].needs_path and not data.parameters.get("path"):
            spec = specs(SOURCES[data.key].parameters)["path"]
            folder = isinstance(spec, Text) and spec.is_folder
            raise ParameterError("path", self.tr("Choose a folder of pictures.") if folder else self.tr("Choose a file."))

    def _judge(self) -> None:
        try:
            self._plan, self._plan_problem = make_plan(self._recipe, self._shape), None
        except WorkbenchError as problem:
            self._plan, self._plan_problem = None, problem
