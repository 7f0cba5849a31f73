"""When the designer asks for other data."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ae_workbench.core.recipe import Choice
from ae_workbench.ui.recipe_model import RecipeModel

DELAY_MS = 350


class DataRequest(QObject):
    """``made`` carries the choice to load. The choice that stands at the beginning is not announced, nor is one that is wrong."""

    made = Signal(object)

    def __init__(self, model: RecipeModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._choice = model.recipe.data
        self._rest = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._rest.timeout.connect(self._make)

    def follow(self, choice: Choice) -> None:
        """Ask at once for another source or file, and after a moment's rest for changed parameters."""
        before = self._choice
        if choice == before or self._model.problem_group == "data":
            self._rest.stop()
        elif (choice.key, choice.parameters.get("path")) != (before.key, before.parameters.get("path")):
            self._make()
        else:
            self._rest.start()

    @Slot()
    def again(self) -> None:
        """The present source was chosen once more."""
        if self._model.problem_group != "data":
            self._make()

    @Slot()
    def _make(self) -> None:
        self._rest.stop()
        self._choice = self._model.recipe.data
        self.made.emit(self._choice)
