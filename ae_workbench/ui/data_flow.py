"""What happens when data are asked for, come, or don't: status bar, designer, workspace and trainer hear of it in this order."""

from PySide6.QtCore import QObject, Signal, Slot

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.ui.data_loader import DataLoader
from ae_workbench.ui.message_bar import MessageBar
from ae_workbench.ui.panels.designer import DesignerPanel
from ae_workbench.ui.recipe_model import RecipeModel
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.status_bar import StatusBar
from ae_workbench.ui.workspace import Workspace


class DataFlow(QObject):
    """``ended`` comes after each loading, whatever came of it; ``arrived`` before it where data are here."""

    arrived = Signal()
    ended = Signal()

    def __init__(
        self, loader: DataLoader, model: RecipeModel, workspace: Workspace, designer: DesignerPanel, status: StatusBar, messages: MessageBar
    ) -> None:
        super().__init__(loader.parent())
        self._loader, self._model, self._workspace = loader, model, workspace
        self._designer, self._status, self._messages = designer, status, messages
        self._is_open = self.has_ended = False
        designer.data_requested.connect(self._request)
        status.cancel_requested.connect(loader.cancel)
        loader.began.connect(self._show_begin)
        loader.progressed.connect(status.show_loading)
        loader.loaded.connect(self._take)
        loader.failed.connect(self._fail)
        loader.cancelled.connect(self._give_up)

    def open(self) -> None:
        """Load the recipe's data, and from now on whatever is asked for."""
        self._is_open = True
        self._loader.load(self._model.recipe.data)

    @Slot(object)
    def _request(self, choice: Choice) -> None:
        if self._is_open:
            self._loader.load(choice)

    @Slot(object)
    def _show_begin(self, choice: Choice) -> None:
        self._status.show_loading(-1.0, self.tr("Loading the data…"))

    @Slot(object, object)
    def _take(self, choice: Choice, dataset: Dataset) -> None:
        self._status.stop_loading()
        self._messages.dismiss()
        self._status.show_data(dataset)
        if self._model.recipe.data == choice:
            self._designer.show_data_status("")
            self._model.set_shape(dataset.shape)
        self._workspace.set_dataset(choice, dataset)
        self.arrived.emit()
        self._end()

    @Slot(object, object)
    def _fail(self, choice: Choice, error: Exception) -> None:
        self._status.stop_loading()
        self._messages.say(sentence(error))
        if self._model.recipe.data == choice:
            self._designer.show_data_status(sentence(error), wrong=True)
        self._end()

    def _end(self) -> None:
        self.has_ended = True
        self.ended.emit()

    @Slot(object)
    def _give_up(self, choice: Choice) -> None:
        self._status.stop_loading()
        self._end()
