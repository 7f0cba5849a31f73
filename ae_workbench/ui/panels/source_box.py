"""The list of data sources."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent

from ae_workbench.data import SOURCES
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.wording import data_word

PASSING_MS = 500
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ELSEWHERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class SourceBox(QuietComboBox):
    """The list of data sources. What keys or the wheel pass by in the closed list is ``chosen`` once they rest on it.

    ``confirmed`` when one is picked in the open list or by Enter, and ``reload_requested`` when that is the present one.
    """

    chosen = Signal(str)
    confirmed = Signal()
    reload_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._at_popup = -1
        self._passes = False
        self._rest = QTimer(self, singleShot=True, interval=PASSING_MS)
        self._rest.timeout.connect(self._choose)
        self.setObjectName("data_box")
        self.setAccessibleName(self.tr("Data set"))
        self.setToolTip(self.tr("The examples to train on and to judge by. Nothing but the data set decides what a model can draw."))
        for source in SOURCES:
            self.addItem(data_word(source.title), source.key)
            self.setItemData(self.count() - 1, data_word(source.summary), Qt.ItemDataRole.ToolTipRole)
        self.currentIndexChanged.connect(self._follow)
        self.activated.connect(self._note)

    def show_key(self, key: str) -> None:
        """Show without telling."""
        self._rest.stop()
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(key))

    def showPopup(self) -> None:  # noqa: N802
        self._at_popup = self.currentIndex()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        self._at_popup = -1  # an open list takes the keys itself
        if event.key() in ENTER:
            self.settle()
            self.confirmed.emit()
            return
        self._passes = True
        super().keyPressEvent(event)
        self._passes = False

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        self._passes = True
        super().wheelEvent(event)
        self._passes = False

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusOutEvent(event)
        if event.reason() not in ELSEWHERE:
            self.settle()

    @Slot()
    def _follow(self) -> None:
        if self._passes:
            self._rest.start()
        else:
            self._choose()

    @Slot()
    def _choose(self) -> None:
        self._rest.stop()
        self.chosen.emit(self.currentData())

    @Slot()
    def settle(self) -> None:
        """Take what keys rest on at once."""
        if self._rest.isActive():
            self._choose()

    @Slot(int)
    def _note(self, index: int) -> None:
        picked, again = self._at_popup >= 0, index == self._at_popup
        self._at_popup = -1
        if again:
            self.reload_requested.emit()
        if picked:
            self.confirmed.emit()
