"""How often what is shown follows a training: always at first, when much changes from one epoch to the next, and ever less often."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

SHARE = 0.1
LONGEST_MS = 1000


class Pace(QObject):
    """``due`` comes for each ``ask``, at once or after a rest that many share.

    From one to the next it is a tenth of the time since ``begin``, at most a second.
    """

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begun, self._last = QElapsedTimer(), QElapsedTimer()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._let_through)
        self.begin()

    def begin(self) -> None:
        """Something new is followed; what still waits is forgotten."""
        self._rest.stop()
        self._begun.start()
        self._last.invalidate()

    def ask(self) -> None:
        """Something changed."""
        if self._rest.isActive():
            return
        rest = min(SHARE * self._begun.elapsed(), LONGEST_MS)
        left = round(rest - self._last.elapsed()) if self._last.isValid() else 0
        if left > 0:
            self._rest.start(left)
        else:
            self._let_through()

    @Slot()
    def catch_up(self) -> None:
        """What waits needn't any longer."""
        if self._rest.isActive():
            self._let_through()

    @Slot()
    def _let_through(self) -> None:
        self._rest.stop()
        self._last.start()
        self.due.emit()
