"""Which data the article is worked through on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.parameters import specs
from ae_workbench.core.recipe import Choice
from ae_workbench.data import SOURCES
from ae_workbench.data.loading import shape_of
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.wording import data_word

PATH = "path"
CHOICE_ROLE = Qt.ItemDataRole.UserRole


class DataBox(QuietComboBox):
    """Images that need no file, and the designer's own where they are others. ``chosen`` carries a choice."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("article_data_box")
        self.setAccessibleName(self.tr("Data of the article"))
        self.setToolTip(self.tr("The images to work on. Only MNIST compares with the article; the built-in digits are quick."))
        self.setMinimumContentsLength(16)
        for source in SOURCES:
            if source.kind == "image" and PATH not in specs(source.parameters):
                self._add(data_word(source.title), Choice(source.key), data_word(source.summary))
        self._fixed = self.count()
        self.currentIndexChanged.connect(self._tell)

    def _add(self, title: str, choice: Choice, tip: str) -> None:
        self.addItem(title, choice)
        self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    @property
    def choice(self) -> Choice:
        return self.currentData(CHOICE_ROLE)

    def offer(self, choice: Choice) -> None:
        """The designer's data too, where they are images from files."""
        if self._place(choice) >= 0 or not _is_image(choice):
            return
        before = self.choice
        self.blockSignals(True)
        while self.count() > self._fixed:
            self.removeItem(self.count() - 1)
        path = Path(str(choice.parameters.get(PATH, "")))
        self._add(path.name or data_word(SOURCES[choice.key].title), choice, str(path))
        self.setCurrentIndex(max(0, self._place(before)))
        self.blockSignals(False)
        if self.choice != before:
            self.chosen.emit(self.choice)

    def show_choice(self, choice: Choice) -> None:
        """Show without telling."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self._place(choice)))
        self.blockSignals(False)

    def _place(self, choice: Choice) -> int:
        return next((place for place in range(self.count()) if self.itemData(place, CHOICE_ROLE) == choice), -1)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.choice)


def _is_image(choice: Choice) -> bool:
    try:
        return shape_of(choice).is_image
    except WorkbenchError:
        return False
