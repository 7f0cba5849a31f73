"""The runs' small pictures, read from disk only for rows that are seen, away from the UI thread."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from ae_workbench.storage.runs import RunSummary

PREVIEW_SIZE = QSize(132, 44)
MOST_KEPT = 500
MOST_PIXELS = 2**22
Key = tuple[Path, int, str]


@dataclass(frozen=True)
class PreviewsJob:
    """Reads pictures and makes them small; None where there is none. ``ratio`` is screen pixels per pixel of the widget."""

    wanted: tuple[Key, ...]
    ratio: float

    def __call__(self) -> dict[Key, QImage | None]:
        return {key: self._read(key[0]) for key in self.wanted}

    def _read(self, path: Path) -> QImage | None:
        reader = QImageReader(str(path), b"png")
        size = reader.size()
        if not size.isValid() or size.width() * size.height() > MOST_PIXELS:  # a run's folder may come from a stranger
            return None
        picture = reader.read()
        if picture.isNull():
            return None
        smooth = Qt.TransformationMode.SmoothTransformation
        small = picture.scaled(PREVIEW_SIZE * self.ratio, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        small.setDevicePixelRatio(self.ratio)
        return small


class Previews(QObject):
    """``of`` gives a picture that is here; otherwise ``wanted`` soon asks for all that are missing, and ``take`` brings them."""

    wanted = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here: OrderedDict[Key, QImage | None] = OrderedDict()
        self._missing: dict[Key, None] = {}
        self._ratio = 1.0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    def of(self, run: RunSummary, ratio: float) -> QImage | None:
        """The picture of a run; a run that was trained further has another."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._here.clear()
        key = (run.preview, run.epochs, run.outcome)
        if key in self._here:
            self._here.move_to_end(key)
            return self._here[key]
        self._missing[key] = None
        if not self._soon.isActive():
            self._soon.start()
        return None

    def take(self, found: Mapping[Key, QImage | None]) -> None:
        """What a job found."""
        self._here.update(found)
        while len(self._here) > MOST_KEPT:
            self._here.popitem(last=False)
        self.changed.emit()

    @Slot()
    def _ask(self) -> None:
        wanted, self._missing = tuple(self._missing), {}
        if wanted:
            self.wanted.emit(PreviewsJob(wanted, self._ratio))
