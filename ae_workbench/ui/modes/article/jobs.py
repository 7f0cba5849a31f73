"""What the article page has done on the codec thread: results read, plots and figures drawn and written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ae_workbench.analysis.experiments.experiment import Plot
from ae_workbench.engine.findings import Result, kept
from ae_workbench.export.figures import FIGURES, FigureRequest, Form, Look, figure_contents
from ae_workbench.export.figures.figure import LEAST_DPI
from ae_workbench.export.figures.plots import draw_plot
from ae_workbench.export.report.plates import plot_in_words
from ae_workbench.storage.atomic import write_bytes
from ae_workbench.storage.place import written_to
from ae_workbench.ui.sentences import in_words

DOTS_PER_INCH = 108
"""Of a drawing at the usual type size, so that its letters are about as large as the window's."""
FILE_DPI, TRIES = 200, 4


@dataclass(frozen=True)
class Room:
    """Where a drawing goes: so many pixels of the window, each ``ratio`` dots wide; ``scale`` is the type size, 1.0 as usual."""

    width_px: int
    ratio: float
    scale: float
    dark: bool

    @property
    def dpi(self) -> int:
        return round(DOTS_PER_INCH * self.scale * self.ratio)

    @property
    def look(self) -> Look:
        return Look(dark=self.dark)


@dataclass(frozen=True)
class ReadResults:
    """Everything that is kept in a folder of these steps, by key."""

    home: Path
    keys: Sequence[str]

    def __call__(self) -> tuple[Path, dict[str, Result]]:
        return self.home, {key: result for key in self.keys if (result := kept(self.home, key)) is not None}


class Drawable:
    """Something that can be drawn for the window and for files."""

    name = ""
    """Of a file, without its ending."""

    def image(self, room: Room) -> QImage:
        """As wide as there is room, or as it wants to be at most."""
        raise NotImplementedError

    def content(self, form: Form) -> bytes:
        """A file's content."""
        raise NotImplementedError


@dataclass(frozen=True)
class PlotDrawing(Drawable):
    """A plot of findings, in the language of the window."""

    plot: Plot
    name: str

    def image(self, room: Room) -> QImage:
        width = room.width_px * room.ratio / room.dpi
        return _image(draw_plot(plot_in_words(self.plot, in_words), room.look, width, room.dpi), room)

    def content(self, form: Form) -> bytes:
        return draw_plot(plot_in_words(self.plot, in_words), form.look, dpi=FILE_DPI, ending=form.ending)


@dataclass(frozen=True)
class RunDrawing(Drawable):
    """A figure of a run, of some kind in the registry."""

    run: Path
    kind: str
    name: str

    def image(self, room: Room) -> QImage:
        """Drawn with fewer dots where it would be wider than the room: pixels of examples are whole dots, so it takes some tries."""
        wide, dpi = round(room.width_px * room.ratio), room.dpi
        for _ in range(TRIES):
            image = self._drawn(room, dpi)
            if image.width() <= wide or dpi <= LEAST_DPI:
                break
            dpi = max(LEAST_DPI, min(int(dpi * wide / image.width()), dpi - 1))
        if image.width() > wide:
            image = image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        return image

    def _drawn(self, room: Room, dpi: int) -> QImage:
        return _image(self._content(Form("png", room.look), dpi), room)

    def content(self, form: Form) -> bytes:
        return self._content(form, FILE_DPI)

    def _content(self, form: Form, dpi: int) -> bytes:
        request = FigureRequest((self.run,), Path("figure.png"), dpi=dpi)
        return figure_contents(FIGURES[self.kind], request, [form])[0]


def _image(content: bytes, room: Room) -> QImage:
    image = QImage.fromData(content)
    image.setDevicePixelRatio(room.ratio)
    return image


@dataclass(frozen=True)
class Draw:
    """A drawing for the window; gives also what it was drawn for."""

    drawing: Drawable
    room: Room

    def __call__(self) -> tuple[Room, QImage]:
        return self.room, self.drawing.image(self.room)


@dataclass(frozen=True)
class Save:
    """A drawing as a file; gives its path."""

    drawing: Drawable
    path: Path
    dark: bool

    def __call__(self) -> Path:
        content = self.drawing.content(Form(self.path.suffix.lower().lstrip("."), Look(dark=self.dark)))
        with written_to(self.path):
            write_bytes(self.path, content)
        return self.path
