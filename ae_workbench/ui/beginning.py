"""What a window does once it stands: everything slow, so that the first paint waits for none of it. One object beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from ae_workbench.ui.afterwards import EXPORTING, PLOTTING
from ae_workbench.ui.viewers import VIEWERS

if TYPE_CHECKING:
    from ae_workbench.ui.application import Shown
    from ae_workbench.ui.main_window import MainWindow


class Beginning(QObject):
    """Begins by itself after the window's first paint. Shows ``shown`` and opens ``paths``, otherwise what ``find_sample`` gives."""

    def __init__(self, window: MainWindow, find_sample: Callable[[], Path | None]) -> None:
        super().__init__(window)
        self._window, self._find_sample = window, find_sample
        self.paths: list[Path] = []
        self.shown: Shown | None = None
        self.has_begun = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.begin)
        window.data_flow.ended.connect(self._begin_engine)
        window.afterwards.done.connect(self._begin_viewers)
        window.afterwards.done.connect(self._begin_engine)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._soon.start()
        return False

    def call_off(self) -> None:
        """Don't begin any more."""
        self._window.removeEventFilter(self)
        self._soon.stop()

    @Slot()
    def begin(self) -> None:
        """Everything slow."""
        window = self._window
        self.has_begun = True
        window.engine.begin_soon()
        if self.shown is not None:
            self.shown.put_into(window)
        elif not self.paths:
            window.runs_flow.open_first(self._find_sample(), has_design=window.settings.recipe is not None)
        for path in self.paths:
            window.documents.open_path(path)
        window.survival.begin()
        window.data_flow.open()
        viewers = window.centre.viewers
        makers = [(VIEWERS[key].module, partial(viewers.__getitem__, key)) for key in viewers.missing]
        window.afterwards.begin([(PLOTTING, window.training.curves.begin), (EXPORTING, window.exporting.fill_menu), *makers])

    @Slot()
    def _begin_viewers(self) -> None:
        """What they ask waits until the window stands: its first clicks come before."""
        self._window.codec.start()

    @Slot()
    def _begin_engine(self) -> None:
        """TensorFlow's import waits for the first data and the rest of the window."""
        if self._window.afterwards.is_done and self._window.data_flow.has_ended:
            self._window.engine.begin()
