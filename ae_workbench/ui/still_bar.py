"""A progress bar that may be told something new at any time."""

from PySide6.QtWidgets import QProgressBar


class StillBar(QProgressBar):
    """Is painted with everything else of the next frame. Qt's own bar has the window painted at once, with all that waits in it."""

    def setValue(self, value: int) -> None:  # noqa: N802 (Qt's name)
        self.setUpdatesEnabled(False)
        super().setValue(value)
        self.setUpdatesEnabled(True)
