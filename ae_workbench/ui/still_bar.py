"""A progress bar that may be told something new at any time."""

from PySide6.QtWidgets import QProgressBar


class StillBar(QProgressBar):
    """Is painted with everything else of the next frame, where it is a pixel longer. Qt's own bar has the window painted at once."""

    _painted = 0

    def setValue(self, value: int) -> None:  # noqa: N802 (Qt's name)
        if value not in (self.minimum(), self.maximum()) and abs(value - self._painted) * self.width() < self.maximum() - self.minimum():
            super().setValue(value)
            return
        self._painted = value
        self.setUpdatesEnabled(False)
        super().setValue(value)
        self.setUpdatesEnabled(True)
