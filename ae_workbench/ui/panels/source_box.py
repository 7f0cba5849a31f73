"""The list of data sources."""

from PySide6.QtCore import Qt, Signal, Slot

from ae_workbench.data import SOURCES
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.wording import data_word


class SourceBox(QuietComboBox):
    """The list of data sources; ``reload_requested`` when the present one is chosen again."""

    reload_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._at_popup = -1
        self.setObjectName("data_box")
        self.setAccessibleName(self.tr("Data set"))
        self.setToolTip(self.tr("The examples to train on and to judge by. Nothing but the data set decides what a model can draw."))
        for source in SOURCES:
            self.addItem(data_word(source.title), source.key)
            self.setItemData(self.count() - 1, data_word(source.summary), Qt.ItemDataRole.ToolTipRole)
        self.activated.connect(self._note)

    def showPopup(self) -> None:  # noqa: N802
        self._at_popup = self.currentIndex()
        super().showPopup()

    @Slot(int)
    def _note(self, index: int) -> None:
        again, self._at_popup = index == self._at_popup, -1
        if again:
            self.reload_requested.emit()
